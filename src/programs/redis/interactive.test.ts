import { expect, it } from 'vitest';
import { openShell } from '../../shell/testing/open-shell.ts';

it('redis-cli on a terminal: the prompt follows, Ctrl-C ends listening', async () => {
  const terminal = await openShell();
  const lines = [
    "echo '127.0.0.1 localhost' > /etc/hosts; redis-server > log &",
    'clear; redis-cli',
    'select 1',
    'multi',
    'get a',
    'exec',
    '3 incr n',
    'echo "a',
    'subscribe ch',
  ];
  for (const line of lines) await terminal.type(`${line}\r`, 300);
  await terminal.type('\x03', 100);
  await terminal.type('get n\r', 100);
  await terminal.type('shutdown\r', 300);
  await terminal.type('get n\r', 100);
  await terminal.type('exit\r', 100);
  expect(terminal.screen).toBe(
    `QUEUED
127.0.0.1:6379[1](TX)> exec
1) (nil)
127.0.0.1:6379[1]> 3 incr n
(integer) 1
(integer) 2
(integer) 3
127.0.0.1:6379[1]> echo "a
Invalid argument(s)
127.0.0.1:6379[1]> subscribe ch
1) "subscribe"
2) "ch"
3) (integer) 1
Reading messages... (press Ctrl-C to quit or any key to type
^Command)
127.0.0.1:6379[1]> get n
"3"
127.0.0.1:6379[1]> shutdown
not connected> get n
Could not connect to Redis at 127.0.0.1:6379: Connection ref
used
not connected> exit
[1]+  Done                    redis-server > log
$`,
  );
});
