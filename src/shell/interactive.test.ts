import { describe, expect, it } from 'vitest';
import { KEYS, paste } from '../kernel/testing/test-terminal.ts';
import { openShell, typed } from './testing/open-shell.ts';

describe('history references', () => {
  it.each<[keys: string[], screen: string]>([
    [['echo one two\r', '!!\r'], '$ echo one two\none two\n$ !!\necho one two\none two\n$'],
    [
      ['echo one two\r', 'echo !$ "!^"\r'],
      '$ echo one two\none two\n$ echo !$ "!^"\necho two "one"\ntwo one\n$',
    ],
    [['echo a\r', ':\r', '!ec\r'], '$ echo a\na\n$ :\n$ !ec\necho a\na\n$'],
    [['echo a\r', ':\r', '!1\r'], '$ echo a\na\n$ :\n$ !1\necho a\na\n$'],
    [['echo a\r', '^a^b\r'], '$ echo a\na\n$ ^a^b\necho b\nb\n$'],
    [['!no\r'], '$ !no\nbash: !no: event not found\n$'],
    [["echo '!!' a! [!x] $!\r"], "$ echo '!!' a! [!x] $!\n!! a! [!x]\n$"],
  ])('%j', async (keys, screen) => {
    expect(await typed(...keys)).toBe(screen);
  });

  it('a line that only a reference made is remembered as it ran', async () => {
    expect(await typed('echo a\r', 'echo b !!\r', 'history\r')).toContain(
      '    1  echo a\n    2  echo b echo a\n    3  history\n$',
    );
  });
});

it('history shows the lines in a pipeline too', async () => {
  expect(await typed('echo a\r', 'history | cat\r')).toContain('    1  echo a\n    2  history | cat\n$');
});

describe('commands of several lines', () => {
  it('ask on with PS2 and stand on one line in the history', async () => {
    const terminal = await openShell();
    for (const line of [
      'for i in 1 2; do',
      'echo $i',
      'done',
      'echo "a',
      'b"',
      'echo a \\',
      'b',
      'cat <<E',
      '$((1+1))',
      'E',
    ])
      await terminal.type(`${line}\r`, 50);
    expect(terminal.screen).toBe(
      '$ for i in 1 2; do\n> echo $i\n> done\n1\n2\n$ echo "a\n> b"\na\nb\n$ echo a \\\n> b\na b\n$ cat <<E\n> $((1+1))\n> E\n2\n$',
    );
    await terminal.type('clear\r', 50);
    expect(await terminal.type('history\r')).toBe(
      '$ history\n    1  for i in 1 2; do echo $i; done\n    2  echo "a\nb"\n    3  echo a b\n    4  cat <<E\n$((1+1))\nE\n    5  clear\n    6  history\n$',
    );
  });

  it('are given up with Ctrl-C, and end early with Ctrl-D', async () => {
    expect(await typed('if true\r', KEYS.interrupt)).toBe('$ if true\n> ^C\n$');
    expect(await typed('echo "a\r', '\x04')).toContain('unexpected EOF while looking for matching');
  });

  it('a paste runs command by command after Enter', async () => {
    const terminal = await openShell();
    await terminal.type(paste('echo a\nfor i in 1; do\n  echo $i\ndone\n'));
    await terminal.type('\r');
    expect(terminal.screen).toBe('$ echo a\nfor i in 1; do\n  echo $i\ndone\na\n1\n$');
    expect(await terminal.press(KEYS.up)).toContain('\n$ for i in 1; do echo $i; done');
  });
});

describe('typing ahead', () => {
  it('while a command runs', async () => {
    const terminal = await openShell();
    await terminal.type('sleep 1\r', 100);
    expect(await terminal.type('echo hi\rhalf', 2000)).toBe('$ sleep 1\necho hi\nhalf$ echo hi\nhi\n$ half');
  });

  it('what follows a line is there for its command to read', async () => {
    expect(await typed('cat\rhello\r\x04', 'echo done\r')).toBe('$ cat\nhello\n$ echo done\ndone\n$');
  });
});

// What bash 5.2 does on a pseudo-terminal of Linux: the line editor leaves signals on, and one that is typed empties the queue.
describe('Ctrl-C in one piece with what stands before it', () => {
  it.each(['cat', 'sleep 100', 'true', 'echo a\recho b'])('%j never runs', async (line) => {
    const terminal = await openShell();
    expect(await terminal.type(`${line}\r\x03`)).toBe('$ ^C\n$');
    expect(terminal.processes).toEqual(['bash']);
    expect(await terminal.type('echo $?\r')).toBe('$ ^C\n$ echo $?\n130\n$');
  });

  it('leaves what stands behind it', async () => {
    const terminal = await openShell();
    expect(await terminal.type('echo a\r\x03echo b\r')).toBe('$ ^C\n$ echo b\nb\n$');
  });

  it('runs the trap', async () => {
    const terminal = await openShell({ setUp: "trap 'echo caught' INT" });
    expect(await terminal.type('cat\r\x03')).toBe('$ ^C\ncaught\n$');
  });

  it('is a key for ash, whose line editor switches signals off: cat reads it', async () => {
    const terminal = await openShell({ argv: ['ash'] });
    await terminal.type('cat -v\r\x03');
    expect(terminal.processes).toEqual(['ash', 'cat -v']);
    expect(await terminal.type('x\r')).toBe('$ cat -v\nx\n^Cx');
  });
});

// Whatever the shell does at that moment: read the line, leave the line editor, look the program up, start it, wait for it.
describe('Ctrl-C a few turns after Enter', () => {
  it.each(['cat', 'sleep 100', 'cat | cat', 'sh -c cat', '(cat)', 'x=$(cat)', 'read x'])(
    'is never lost: %s',
    async (line) => {
      const lost: string[] = [];
      for (let turns = 0; turns < 24; turns++) {
        const terminal = await openShell();
        terminal.inputAfterTurns(KEYS.interrupt, turns);
        const screen = await terminal.type(`${line}\r`, 2000);
        const after = await terminal.type('echo $?\r', 100);
        if (
          !/^\$ .*\^C\n\$$/s.test(screen) ||
          !after.endsWith('\n$ echo $?\n130\n$') ||
          terminal.processes.join() !== 'bash'
        )
          lost.push(`${turns}: ${screen} / ${after} / ${terminal.processes.join()}`);
      }
      expect(lost).toEqual([]);
    },
  );
});

describe('Ctrl-C', () => {
  it.each([
    'while :; do :; done',
    'while :; do echo hi >/dev/null; done',
    'while :; do sleep 1; done',
    'while :; do x=$(sleep 9); done',
    'while :; do x=$(echo a | cat); done',
    'while :; do read x; done',
    'until false; do (:); done',
    'f() { g; }; g() { while :; do :; done; }; f',
    'yes | cat >/dev/null',
    'yes >/dev/null',
    'sleep 100; echo no',
    'sleep 100 | sleep 100',
    'read x; echo no',
    'cat',
    'sh -c "while :; do :; done"',
    'sh -c "sleep 100; echo no"',
    'wait $(sleep 100)',
    'for ((;;)); do :; done',
    'time sleep 100',
  ])('gives the prompt back and leaves no process: %s', async (command) => {
    const terminal = await openShell({ columns: 70 });
    await terminal.type(`${command}\r`, 60);
    const screen = (await terminal.type(KEYS.interrupt, 20)).split('\n');
    expect([screen[0], screen[1], screen.at(-1), screen.includes('no')]).toEqual([
      `$ ${command}`,
      '^C',
      '$',
      false,
    ]);
    expect(terminal.processes).toEqual(['bash']);
    expect((await terminal.type('echo $?\r')).split('\n').at(-2)).toBe('130');
  });

  it('shows the prompt at once after a flood', async () => {
    const terminal = await openShell();
    await terminal.type('yes\r', 60);
    expect((await terminal.type(KEYS.interrupt, 20)).split('\n').slice(-2)).toEqual(['^C', '$']);
  });

  it('runs a trap, and ends loops again without it', async () => {
    expect(
      await typed(
        "trap 'echo got' INT\r",
        KEYS.interrupt,
        'trap - INT\r',
        'while :; do :; done\r',
        KEYS.interrupt,
      ),
    ).toBe("$ trap 'echo got' INT\n$ ^C\ngot\n$ trap - INT\n$ while :; do :; done\n^C\n$");
    expect(
      await typed(
        'sh -c \'trap "echo got; exit 3" INT; while :; do :; done\'\r',
        KEYS.interrupt,
        'echo $?\r',
      ),
    ).toContain('^Cgot\n$ echo $?\n3\n$');
  });
});

describe('the end', () => {
  it.each([
    [['bash'], 'exit\r', '$ exit\nexit'],
    [['-bash'], 'exit\r', '$ exit\nlogout'],
    [['bash'], '\x04', '$ exit'],
    [['-bash'], '\x04', '$ logout'],
    [['bash'], 'exit 3\r', '$ exit 3\nexit'],
  ])('%j %j', async (argv, keys, screen) => {
    const terminal = await openShell({ argv });
    expect(await terminal.type(keys)).toBe(screen);
    expect(terminal.status).toEqual({ code: keys.includes('3') ? 3 : 0 });
  });

  it('Ctrl-D typed ahead ends no shell', async () => {
    const terminal = await openShell();
    await terminal.type('sleep 1\r', 100);
    await terminal.type('\x04', 2000);
    expect(terminal.status).toBeUndefined();
  });

  it('a command may be called eof', async () => {
    expect(await typed('eof\r')).toBe('$ eof\nbash: eof: command not found\n$');
  });

  it('a shell in a shell gives the terminal back', async () => {
    expect(
      await typed('PS1="> " bash\r', 'sleep 9\r', KEYS.interrupt, '\x04', 'sleep 9\r', KEYS.interrupt),
    ).toBe('$ PS1="> " bash\n> sleep 9\n^C\n> exit\n$ sleep 9\n^C\n$');
  });
});

describe('the terminal', () => {
  it('knows its size and can be cleared', async () => {
    const terminal = await openShell();
    expect(await terminal.type('stty size\r')).toBe('$ stty size\n24 60\n$');
    expect(await terminal.type('clear\r')).toBe('$');
    expect(await terminal.type('reset\r')).toBe('$');
  });

  it('is as a program left it when that goes on', async () => {
    const terminal = await openShell({ setUp: 'seq 99 >n' });
    for (const keys of ['less n\r', KEYS.suspend, 'echo y\r', 'fg\r']) await terminal.type(keys);
    await terminal.type('q');
    expect([terminal.screen, terminal.processes]).toEqual(['$ less n\n$', ['bash']]);
  });

  it('comes back from top', async () => {
    const terminal = await openShell();
    await terminal.type('top\r');
    await terminal.type(KEYS.interrupt);
    expect([(await terminal.type('echo back\r')).split('\n').slice(-2), terminal.processes]).toEqual([
      ['back', '$'],
      ['bash'],
    ]);
  });

  it('is put right after a program that a signal ended', async () => {
    const terminal = await openShell();
    await terminal.type('sh -c "stty -echo; kill -9 \\$\\$"\r');
    await terminal.type('clear; cat\r');
    expect(await terminal.type('echoed\r')).toBe('echoed\nechoed');
  });
});
