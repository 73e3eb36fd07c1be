import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { TestPage } from '../testing/test-page.ts';

const open = (): Promise<TestPage> => TestPage.open(nodeHost);

/** All that Docker and the machine's files are, for comparing. */
const LOOK = [
  'docker ps -a --no-trunc --format "{{.ID}} {{.Names}} {{.Image}} {{.State}} {{.Ports}}"',
  'docker images --digests --no-trunc; docker volume ls; docker network ls --no-trunc',
  'cd /root; find . /var/lib/docker/volumes /srv -type f | sort | xargs sha256sum; cd - >/dev/null',
].join('; ');

async function look(page: TestPage): Promise<string> {
  const text = await page.run(`${LOOK}; echo "the end"`);
  return text.slice(text.indexOf('"the end"'), text.lastIndexOf('the end'));
}

/** Asks as the browser panel does, until somebody answers. */
async function answers(page: TestPage, host: string): Promise<void> {
  const request = { method: 'GET', host, target: '/', headers: [] };
  while ('failed' in (await page.query('httpRequest', request)));
}

describe('the timeline of a served world', { timeout: 30_000 }, () => {
  it('undoes and redoes what commands did, whole', async () => {
    const page = await open();
    await page.run('docker run -d --name web -p 8080:80 -v data:/d nginx:alpine');
    await page.run('docker exec web sh -c "echo kept > /d/x"; mkdir /srv/app && echo one > /srv/app/file');
    const before = await look(page);
    await page.run(
      'docker rm -f web; docker volume rm data; docker rmi nginx:alpine; docker network create lab; rm -r /srv/app',
    );
    const after = await look(page);
    expect(after).not.toBe(before);
    expect(page.timeline?.undo).toMatch(/^docker rm -f web/);

    const plan = await page.plan('undo');
    expect(plan).toEqual({ label: page.timeline?.undo, losses: [], stops: [], restarts: ['web'] });
    expect(await page.travel('undo')).toMatchObject({ to: 'undo', restarts: ['web'] });
    await page.until(() => page.values('container').some(({ state }) => state === 'running'));
    // What nginx writes while it starts would count as done by a command that runs meanwhile.
    await answers(page, 'localhost:8080');
    expect(await look(page)).toBe(before);
    const served = await page.run(
      'curl -s localhost:8080 | grep -c "Welcome to nginx"; docker exec web cat /d/x; ps ax | grep -c "nginx: [m]aster"',
    );
    expect(served).toContain('\r\n2\r\nkept\r\n1\r\n');

    expect(await page.travel('redo')).toMatchObject({ to: 'redo', restarts: [] });
    expect(await look(page)).toBe(after);
    expect(page.timeline?.redo).toBeUndefined();
  });

  it('keeps where the shells were and what was typed', async () => {
    const page = await open();
    await page.run('cd /tmp');
    await page.run('touch gone');
    await page.travel('undo');
    expect(page.shown()).toMatch(/root@node1:\/tmp# \r?$/);
    page.type('\x1b[A');
    await page.until(() => /touch gone\r?$/.test(page.shown()));
    expect(await page.run('\x15ls gone')).toContain("cannot access 'gone'");
  });

  it('makes points of edits, and of each line that is pasted', async () => {
    const page = await open();
    const path = '/root/site/index.html';
    const { text } = await page.query('readFile', { place: 'machine', path });
    await page.query('writeFile', { path, text: 'other' });
    await page.query('deleteFile', { path });
    await page.until(() => page.points.length === 3);
    const labels = page.points.map(({ label }) => label);
    expect(labels).toEqual(['A fresh machine', 'Save index.html', 'Delete index.html']);
    expect(page.points[2]?.changes).toEqual([{ kind: 'file', name: path, change: 'removed' }]);
    await page.travel('undo');
    await page.travel('undo');
    await page.until(() => page.values('file').some((file) => file.path === path));
    expect(await page.query('readFile', { place: 'machine', path })).toMatchObject({ text });
    page.type('echo 1 > /tmp/a\recho 2 > /tmp/b\r');
    await page.until(() => page.points.length === 5);
    expect(page.timeline).toEqual({ undo: 'echo 2 > /tmp/b' });
  });

  it('passes over what only looked, and jumps anywhere, also to a branch that was left', async () => {
    const page = await open();
    await page.run('docker network create one');
    await page.run('docker network ls');
    expect(page.timeline).toEqual({ undo: 'docker network create one' });
    await page.travel('undo');
    expect(page.timeline).toEqual({ redo: 'docker network create one' });
    await page.run('docker volume create two');
    await page.query('namePoint', { id: 1, name: 'with one' });
    await page.travel(1);
    const LIST = 'docker network ls -q -f name=one; docker volume ls -q';
    expect(await page.run(LIST)).toMatch(/\r\n[0-9a-f]{12}\r\n[^\n]*$/);
    expect(page.points.map(({ label, name, place }) => [name ?? label, place])).toEqual([
      ['A fresh machine', 'past'],
      ['with one', 'past'],
      ['docker network ls', 'ahead'],
      ['docker volume create two', 'aside'],
      [LIST, 'current'],
    ]);
    await page.travel(0);
    expect(page.values('network').map(({ name }) => name)).not.toContain('one');
  });

  it('takes what programs write while somebody only looks for theirs', async () => {
    const page = await open();
    await page.run('docker run -d --name clock alpine sh -c "while date >> /log; do sleep 0.2; done"');
    await page.run('touch /tmp/mark');
    await page.travel('undo');
    await page.run('sleep 1; docker ps');
    await page.run('docker exec clock tail -1 /log; sleep 4');
    expect(page.timeline?.redo).toBe('touch /tmp/mark');
    expect((await page.plan('redo')).losses).toEqual([
      { kind: 'container', name: 'clock', change: 'changed', detail: '1 file' },
    ]);
    await page.run('rm -f /tmp/none; docker exec clock touch /own');
    expect(page.timeline).toEqual({ undo: 'rm -f /tmp/none; docker exec clock touch /own' });
  });

  it('takes back what a word that usually only looks did', async () => {
    const page = await open();
    await page.run('touch /tmp/mark');
    await page.run('alias ls=rm');
    await page.run('ls /tmp/mark');
    expect(page.timeline).toEqual({ undo: 'ls /tmp/mark' });
    await page.travel('undo');
    expect(await page.run('cat /tmp/mark && echo there')).toContain('\nthere');
  });

  it('tells what others changed since, and what ends, before it is lost', async () => {
    const page = await open();
    await page.openTerminal('terminal-2');
    const loop = 'while [ ! -e /d/go ]; do sleep 1; done; echo > /d/order';
    await page.run(`docker run -d --name writer -v data:/d alpine sh -c "${loop}"`);
    await page.run('touch /tmp/mark');
    await page.run('docker exec writer touch /d/go', 'terminal-2');
    page.type('docker wait writer; sleep 100000\r', 'terminal-2');
    await page.until(() => page.values('terminal').some(({ id, atPrompt }) => id.endsWith('2') && !atPrompt));
    await page.until(() => page.values('container').some(({ state }) => state === 'exited'));
    expect(await page.plan('undo')).toEqual({
      label: 'docker exec writer touch /d/go',
      losses: [
        { kind: 'container', name: 'writer', change: 'changed', detail: 'running → exited (0)' },
        { kind: 'volume', name: 'data', change: 'changed', detail: '1 file' },
      ],
      stops: [{ terminal: 'terminal-2', command: 'docker wait writer; sleep 100000' }],
      restarts: ['writer'],
    });
    await page.travel('undo');
    await page.until(() => page.isAtPrompt('terminal-2'));
    const now = await page.run(
      'docker ps --format "{{.Names}} {{.State}}"; ps ax | grep -c "[s]leep 100000"',
    );
    expect(now).toMatch(/writer running\r\n0\r\n/);
    expect((await page.plan('undo')).losses).toEqual([]);
    // The container's own beginning is undone with it: nothing of it is a loss.
    expect(await page.plan(0)).toMatchObject({ losses: [], restarts: [] });
  });

  it('refuses while the terminal runs a command, and where it leads nowhere', async () => {
    const page = await open();
    await expect(page.plan('undo')).rejects.toThrow('There is nothing to undo');
    await expect(page.plan('redo')).rejects.toThrow('There is nothing to redo');
    await expect(page.plan(99)).rejects.toThrow('not kept any more');
    await page.run('touch /tmp/a');
    page.type('sleep 100000\r');
    await page.until(() => page.values('terminal').some(({ atPrompt }) => !atPrompt));
    await expect(page.plan('undo')).rejects.toThrow('“sleep 100000” is still running');
    page.type('\x03');
    await page.until(() => page.isAtPrompt('terminal-1'));
    expect((await page.plan('undo')).label).toBe('touch /tmp/a');
  });
});
