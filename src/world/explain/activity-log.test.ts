import { expect, it } from 'vitest';
import { toBytes } from '../../lib/bytes.ts';
import { ActivityLog } from './activity-log.ts';

const terminal = (id: string) => ({ id, machine: 'node1', title: 'bash', cwd: '/root', atPrompt: false });

it('keeps each command with what it printed, plainly, and how it ended', () => {
  const log = new ActivityLog();
  log.wrote('one', toBytes('Welcome\r\n'));
  log.began(terminal('one'), 'docker ps', 10);
  log.began(terminal('two'), 'ls', 11);
  log.wrote('one', toBytes('\x1b[31mred\x1b[0m\r\n'));
  log.ended('one', 1, 20);
  log.wrote('one', toBytes('late\n'));
  expect(log.notes()).toEqual([
    {
      number: 1,
      terminal: 'one',
      machine: 'node1',
      cwd: '/root',
      line: 'docker ps',
      output: 'red\nlate\n',
      startedMs: 10,
      status: 1,
      endedMs: 20,
    },
    { number: 2, terminal: 'two', machine: 'node1', cwd: '/root', line: 'ls', output: '', startedMs: 11 },
  ]);
  expect(log.count).toBe(3);
});

it('keeps the end of long output, and the newest of many', () => {
  const log = new ActivityLog();
  log.began(terminal('one'), 'yes', 0);
  for (let index = 0; index < 100; index++) log.wrote('one', toBytes(`${index} `.padEnd(1024, 'x')));
  const [note] = log.notes();
  expect(note?.output.length).toBe(17 * 1024);
  expect(note?.output).toContain('99 xx');
  for (let index = 0; index < 100; index++) log.began(terminal('one'), String(index), index);
  expect(log.notes()).toHaveLength(60);
  for (let index = 0; index < 100; index++) log.request({ port: index, atMs: index, outcome: 'refused' });
  expect(log.requests.at(0)?.port).toBe(70);
});
