import { describe, expect, it } from 'vitest';
import { KEYS } from '../kernel/testing/test-terminal.ts';
import { openShell, typed } from './testing/open-shell.ts';

const { suspend, interrupt, quit } = KEYS;
const STOPPED = '[1]+  Stopped                 sleep 100\n';

// Every screen as bash 5.2 shows it, unless a line says otherwise.
describe('jobs', () => {
  it.each<[name: string, keys: string[], screen: string]>([
    ['Ctrl-Z stops', ['sleep 100\r', suspend, 'jobs\r'], `$ sleep 100\n^Z\n${STOPPED}$ jobs\n${STOPPED}$`],
    [
      'bg and fg',
      ['sleep 100\r', suspend, 'bg\r', 'jobs\r', 'fg\r', interrupt, 'jobs\r'],
      `$ sleep 100\n^Z\n${STOPPED}$ bg\n[1]+ sleep 100 &\n$ jobs\n[1]+  Running                 sleep 100 &\n$ fg\nsleep 100\n^C\n$ jobs\n$`,
    ],
    [
      'a pipeline',
      ['sleep 100 | cat\r', suspend, 'fg\r', suspend, 'fg %1\r', interrupt],
      '$ sleep 100 | cat\n^Z\n[1]+  Stopped                 sleep 100 | cat\n$ fg\nsleep 100 | cat\n^Z\n[1]+  Stopped                 sleep 100 | cat\n$ fg %1\nsleep 100 | cat\n^C\n$',
    ],
    [
      'Ctrl-Z ends the loop around',
      ['while :; do sleep 100; done\r', suspend, ':\r'],
      `$ while :; do sleep 100; done\n^Z\n${STOPPED}$ :\n$`,
    ],
    [
      'Ctrl-Z goes on with the list',
      ['sleep 100; echo b\r', suspend],
      `$ sleep 100; echo b\n^Z\n${STOPPED}b\n$`,
    ],
    [
      'Ctrl-Z fails a condition',
      ['sleep 100 && echo b\r', suspend],
      '$ sleep 100 && echo b\n^Z\n[1]+  Stopped                 sleep 100\n$',
    ],
    ['Ctrl-\\', ['sleep 100\r', quit, 'echo $?\r'], '$ sleep 100\n^\\Quit (core dumped)\n$ echo $?\n131\n$'],
    [
      'done before the next prompt',
      ['sleep 0.1 &\r', ':\r'],
      '$ sleep 0.1 &\n[1] 2\n$ :\n[1]+  Done                    sleep 0.1\n$',
    ],
    [
      'a status',
      ['(sleep 0.1; exit 3) &\r', ':\r'],
      '$ (sleep 0.1; exit 3) &\n[1] 2\n$ :\n[1]+  Exit 3                  (sleep 0.1; exit 3)\n$',
    ],
    [
      'wait',
      ['sleep 0.1 &\r', 'wait\r'],
      '$ sleep 0.1 &\n[1] 2\n$ wait\n[1]+  Done                    sleep 0.1\n$',
    ],
    ['wait, interrupted', ['sleep 9 &\r', 'wait\r', interrupt], '$ sleep 9 &\n[1] 2\n$ wait\n^C\n$'],
    [
      'kill %1',
      ['sleep 9 &\r', 'kill %1\r', ':\r'],
      '$ sleep 9 &\n[1] 2\n$ kill %1\n[1]+  Terminated              sleep 9\n$ :\n$',
    ],
    // bash repeats the "Stopped" line here.
    [
      'kill of a stopped one',
      ['sleep 100\r', suspend, 'kill %1\r'],
      `$ sleep 100\n^Z\n${STOPPED}$ kill %1\n[1]+  Terminated              sleep 100\n$`,
    ],
    [
      'a core',
      ['sleep 9 &\r', 'kill -QUIT %1\r'],
      '$ sleep 9 &\n[1] 2\n$ kill -QUIT %1\n[1]+  Quit                    (core dumped) sleep 9\n$',
    ],
    [
      'stopped from elsewhere',
      ['sleep 9 &\r', 'kill -STOP %1\r'],
      '$ sleep 9 &\n[1] 2\n$ kill -STOP %1\n[1]+  Stopped                 sleep 9\n$',
    ],
    [
      'reading in the background',
      ['cat &\r', ':\r', 'fg\r', 'abc\r\x04', ':\r'],
      '$ cat &\n[1] 2\n$ :\n[1]+  Stopped                 cat\n$ fg\ncat\nabc\nabc\n$ :\n$',
    ],
    [
      'none',
      ['fg\r', 'bg %3\r', 'kill %4\r'],
      '$ fg\nbash: fg: current: no such job\n$ bg %3\nbash: bg: %3: no such job\n$ kill %4\nbash: kill: %4: no such job\n$',
    ],
  ])('%s', async (_name, keys, screen) => {
    expect(await typed(...keys)).toBe(screen);
  });

  it('lists several, by number, with the current and the previous one marked', async () => {
    const terminal = await openShell();
    await terminal.type('sleep 20 & sleep 30 & sleep 40 &\r');
    await terminal.type('clear\r');
    expect(await terminal.type('jobs -l\r')).toBe(
      '$ jobs -l\n[1]  2 Running                 sleep 20 &\n[2]- 3 Running                 sleep 30 &\n[3]+ 4 Running                 sleep 40 &\n$',
    );
    await terminal.type('clear; fg %?20\r');
    await terminal.type(suspend);
    expect(await terminal.type('jobs\r')).toBe(
      'sleep 20\n^Z\n[1]+  Stopped                 sleep 20\n$ jobs\n[1]+  Stopped                 sleep 20\n[2]   Running                 sleep 30 &\n[3]-  Running                 sleep 40 &\n$',
    );
  });
});

describe('leaving with stopped jobs', () => {
  it.each([
    ['exit\r', '$ exit\nexit\nThere are stopped jobs.\n$ exit\nexit'],
    ['\x04', '$ exit\nThere are stopped jobs.\n$ exit'],
  ])('takes a second attempt: %j', async (leave, screen) => {
    const terminal = await openShell();
    await terminal.type('sleep 100\r');
    await terminal.type(suspend);
    await terminal.type('clear\r');
    await terminal.type(leave);
    expect(terminal.status).toBeUndefined();
    expect(await terminal.type(leave)).toBe(screen);
    expect([terminal.status, terminal.processes]).toEqual([{ code: 0 }, []]);
  });

  it('warns again after another command', async () => {
    const terminal = await openShell();
    for (const keys of ['sleep 100\r', suspend, 'exit\r', ':\r', 'exit\r']) await terminal.type(keys);
    expect(terminal.status).toBeUndefined();
    expect(terminal.screen.match(/There are stopped jobs\./g)).toHaveLength(2);
  });
});
