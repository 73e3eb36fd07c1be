import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { FILLER } from '../fill-disk.ts';
import { TestPage } from '../testing/test-page.ts';

const B = 'terminal-2';

/** A world of two machines with a terminal on each. */
async function openTwo(): Promise<TestPage> {
  const page = await TestPage.open(nodeHost);
  page.send({ kind: 'machines', count: 2 });
  await page.openTerminal(B, 'node2');
  return page;
}

const machine = (page: TestPage, name: string) => page.values('machine').find((each) => each.name === name);

describe('the timeline of several machines', { timeout: 30_000 }, () => {
  it('restores each, and tells what others changed on any of them', async () => {
    const page = await openTwo();
    const loop = 'while [ ! -e /d/go ]; do sleep 1; done; echo > /d/order';
    await page.run(`docker run -d --name writer -v data:/d alpine sh -c "${loop}"`, B);
    await page.run('touch /root/mark', B);
    await page.run('docker exec writer touch /d/go; docker wait writer', B);
    await page.run('rm -f /root/mark', B);
    await page.travel('undo');
    await page.travel('undo');
    expect(await page.run('docker ps --format "{{.Names}} {{.State}}"; ls /root/mark', B)).toMatch(
      /writer running\r\n\/root\/mark/,
    );
    expect(await page.plan('undo')).toMatchObject({
      label: 'touch /root/mark',
      restarts: ['writer on node2'],
    });
    await page.run('docker exec writer touch /d/go', B);
    await page.until(() => page.values('container').some(({ state }) => state === 'exited'));
    expect((await page.plan('undo')).losses).toEqual([
      {
        kind: 'container',
        name: 'writer',
        machine: 'node2',
        change: 'changed',
        detail: 'running → exited (0)',
      },
      { kind: 'volume', name: 'data', machine: 'node2', change: 'changed', detail: '1 file' },
    ]);
    // A container that is not there in the end is no loss, on whichever machine.
    expect((await page.plan(0)).losses).toEqual([{ kind: 'machine', name: 'node2', change: 'added' }]);
  });

  it('gives back a machine that was thrown away, its power, its cable and its full disk', async () => {
    const page = await openTwo();
    await page.run('touch /root/kept', B);
    page.send({ kind: 'machine', machine: 'node2', action: 'fill' });
    page.send({ kind: 'machine', machine: 'node2', action: 'unplug' });
    await page.until(() => machine(page, 'node2')?.diskFull === true);
    await page.run('touch /tmp/a');
    page.send({ kind: 'machine', machine: 'node2', action: 'plug' });
    page.send({ kind: 'machine', machine: 'node2', action: 'clear' });
    page.send({ kind: 'machine', machine: 'node2', action: 'off' });
    await page.until(() => machine(page, 'node2')?.isOn === false);
    expect((await page.plan(2)).losses).toEqual([
      { kind: 'machine', name: 'node2', change: 'changed', detail: 'on → off' },
      { kind: 'machine', name: 'node2', change: 'changed', detail: 'cable plugged in' },
      { kind: 'file', name: FILLER, machine: 'node2', change: 'removed' },
    ]);
    page.send({ kind: 'machines', count: 1 });
    await page.until(() => page.values('machine').length === 1);
    expect(page.messages.some((told) => told.kind === 'terminal.closed' && told.terminal === B)).toBe(true);
    await page.travel(2);
    await page.until(() => machine(page, 'node2')?.diskFull === true);
    expect(machine(page, 'node2')).toMatchObject({ isOn: true, isPlugged: false });
    // As it was, to the byte.
    expect((await page.plan(2)).losses).toEqual([]);
    await page.openTerminal('terminal-3', 'node2');
    expect(await page.run('ls /root/kept', 'terminal-3')).toContain('/root/kept\r\n');
  });

  it('goes back while the first machine is off', async () => {
    const page = await openTwo();
    await page.run('touch /root/a');
    page.send({ kind: 'machine', machine: 'node1', action: 'off' });
    await page.until(() => machine(page, 'node1')?.isOn === false);
    expect((await page.plan('undo', B)).losses).toEqual([
      { kind: 'machine', name: 'node1', change: 'changed', detail: 'on → off' },
    ]);
    await page.travel('undo');
    expect(machine(page, 'node1')?.isOn).toBe(true);
    expect(await page.run('ls /root/a')).toContain('cannot access');
  });
});
