import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { toText } from '../lib/bytes.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { TestPage } from './testing/test-page.ts';

/** A page with a second terminal, in which a command runs that nothing but its end can end. */
async function openWithStubborn(machine?: string) {
  const storage = new MemoryStorage();
  const page = await TestPage.open(nodeHost, storage);
  page.send({ kind: 'machines', count: 2 });
  await page.openTerminal('b', machine);
  page.type("trap '' HUP; sleep 100000\r", 'b');
  const find = () => page.values('terminal').find(({ id }) => id === 'b');
  await page.until(() => find()?.atPrompt === false);
  return { page, storage, find, closed: () => page.count('terminal.closed') };
}

describe('a terminal that the page has closed', { timeout: 60_000 }, () => {
  it('does not come back with another point of the timeline', async () => {
    const { page, find, closed } = await openWithStubborn();
    await page.run('touch x');
    expect((await page.plan('undo')).stops).toHaveLength(1);
    page.send({ kind: 'terminal.close', terminal: 'b' });
    expect((await page.plan('undo')).stops).toEqual([]);
    expect(closed()).toBe(0);
    await page.travel('undo');
    expect([closed(), find()]).toEqual([1, undefined]);
  });

  it('does not come back with the power of its machine, and nothing is kept of it', async () => {
    for (const isFirst of ['closed', 'off']) {
      const { page, storage, find, closed } = await openWithStubborn('node2');
      const close = (): void => page.send({ kind: 'terminal.close', terminal: 'b' });
      if (isFirst === 'closed') close();
      page.send({ kind: 'machine', machine: 'node2', action: 'off' });
      if (isFirst === 'off') close();
      await page.until(() => find() === undefined);
      page.send({ kind: 'machine', machine: 'node2', action: 'on' });
      await page.until(() => page.values('machine').some(({ name, isOn }) => name === 'node2' && isOn));
      expect([closed(), find()]).toEqual([1, undefined]);
      expect(await page.query('save', {})).toEqual({ saved: true });
      const { terminals } = JSON.parse(toText(storage.entries.get('manifest') ?? new Uint8Array())) as {
        terminals: object;
      };
      expect(Object.keys(terminals)).toEqual(['terminal-1']);
    }
  });
});

it('is one terminal however often it is opened, and has its shell when its machine is there', async () => {
  const page = await TestPage.open(nodeHost);
  const open = (machine: string): void =>
    page.send({ kind: 'terminal.open', terminal: 'b', columns: 80, rows: 24, machine });
  open('node2');
  open('node1');
  page.send({ kind: 'machines', count: 2 });
  await page.until(() => page.isAtPrompt('b'));
  expect(page.values('terminal').map(({ id, machine }) => [id, machine])).toContainEqual(['b', 'node2']);
  page.send({ kind: 'terminal.close', terminal: 'b' });
  await page.until(() => page.count('terminal.closed') === 1);
  expect(await page.run('pgrep -c bash')).toContain('\r\n1\r\n');
});

it('ends a line that is cut off by its machine’s power, and counts none of that as its doing', async () => {
  const { page } = await openWithStubborn('node2');
  const line = "trap '' HUP; sleep 100000";
  page.send({ kind: 'machine', machine: 'node2', action: 'off' });
  await page.until(() => page.points.some(({ label }) => label === line));
  expect(page.points.at(-1)).toMatchObject({ label: line, changeCount: 0 });
  const { journal } = await page.query('project', {});
  expect(journal).toMatchObject([{ line, machine: 'node2', status: 137 }]);
  page.send({ kind: 'machine', machine: 'node2', action: 'on' });
  await page.until(() => page.isAtPrompt('b'));
});

it('notes the lines of a paste with the folder that each ran in', async () => {
  const page = await TestPage.open(nodeHost);
  page.type('\x1b[200~cd /tmp\ntouch here\x1b[201~\r');
  await page.until(() => page.points.some(({ label }) => label === 'touch here'));
  const { journal } = await page.query('project', {});
  expect(journal).toMatchObject([{ line: 'cd /tmp' }, { line: 'touch here', cwd: '/tmp' }]);
});
