import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { TestPage } from '../testing/test-page.ts';

const TERMINAL = 'terminal-1';
const ask = (page: TestPage, off: readonly string[] = []) =>
  page.query('explain', { terminal: TERMINAL, off });

describe('the explain query', { timeout: 60_000 }, () => {
  it('tells the last command: its parts, its status, what its error means', async () => {
    const page = await TestPage.open(nodeHost);
    expect(await ask(page)).toEqual({ notes: [] });
    await page.run('docker run -d --name web -p 8080:80 nginx:alpine');
    const { explanation } = await ask(page);
    expect(explanation).toMatchObject({
      line: 'docker run -d --name web -p 8080:80 nginx:alpine',
      status: 0,
    });
    expect(explanation?.error).toBeUndefined();
    expect(explanation?.parts.map(({ words }) => words)).toContain(
      'Port 8080 of the machine goes to port 80 in the container',
    );
    const shown = await page.run('docker run -d -p 8080:80 nginx:alpine');
    await page.until(() => page.values('activity')[0]?.count === 4);
    const failed = await ask(page);
    expect(failed.explanation).toMatchObject({
      status: 125,
      error: { title: 'Port 8080 of the machine is taken' },
    });
    expect(failed.notes.map(({ id }) => id)).toEqual(['failed-run-leaves-a-container']);
    expect((await ask(page, ['failed-run-leaves-a-container'])).notes).toEqual([]);
    // Nothing of it is in the terminal.
    expect(shown).not.toContain('taken');
    await page.run('docker exec web nosuch');
    expect((await ask(page)).explanation?.error?.title).toBe('There is no program nosuch in the container');
  });

  it('notices what state, history, requests and files speak for', async () => {
    const page = await TestPage.open(nodeHost);
    const notes = async (line: string): Promise<string[]> => {
      await page.run(line);
      return (await ask(page)).notes.map(({ id }) => id);
    };
    await page.run(
      'mkdir /srv/site; cd /srv/site; printf "FROM nginx:alpine\\nCOPY . /site\\n" > Dockerfile; echo one > index.html',
    );
    await page.run('docker build -q -t site .');
    expect(await notes('docker run -d --name one site')).toEqual([]);
    await page.run('sleep 1; echo two > index.html');
    expect(await notes('docker run -d --name two site')).toEqual(['edit-needs-build']);
    expect(await notes('docker build -q -t site .')).toEqual(['build-changes-no-container']);
    expect(await notes('docker run -d --name three site')).toEqual([]);
    expect(await notes('curl -s localhost:80')).toEqual(['expose-does-not-publish']);
    expect(await notes('docker run --rm alpine ping -c 1 one')).toEqual(['default-bridge-has-no-names']);
    await page.run('docker run -d --name wrong -p 8080:8080 nginx:alpine; sleep 2');
    expect(await notes('curl -s localhost:8080')).toEqual(['publish-the-port-it-listens-on']);
    await page.query('httpRequest', { method: 'GET', host: 'localhost:8080', target: '/', headers: [] });
    expect((await ask(page)).notes.map(({ id }) => id)).toEqual(['publish-the-port-it-listens-on']);
    await page.run('docker exec one sh -c "echo kept > /srv/notes.txt"');
    expect(await notes('docker rm -f one')).toEqual(['rm-takes-the-data']);
    expect(await notes('docker run -d --name none -v ./empty:/usr/share/nginx/html nginx:alpine')).toEqual([
      'bind-mount-hides-files',
    ]);
    await page.run('docker rm -f two three wrong none; docker run -d --name short alpine; sleep 1');
    expect(await notes('docker ps')).toContain('ends-with-its-command');
  });

  it('lists what can be switched off', async () => {
    const page = await TestPage.open(nodeHost);
    const all = await page.query('misconceptions', {});
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(all).toContainEqual({ id: 'expose-does-not-publish', title: 'EXPOSE does not publish a port' });
  });
});
