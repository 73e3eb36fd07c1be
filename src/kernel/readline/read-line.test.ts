import { describe, expect, it } from 'vitest';
import { textWidth } from '../../lib/text-width.ts';
import type { Program } from '../process.ts';
import { bootForTest } from '../testing/boot.ts';
import { KEYS, paste, TestTerminal } from '../testing/test-terminal.ts';
import { createEditorMemory, readLine, type ReadLineOptions } from './read-line.ts';

const HISTORY = ['echo one', 'ls -l /tmp', 'echo two "a b"'];

/** Reads lines until the end of input, printing each. */
const editor =
  (options: Partial<ReadLineOptions> & { before?: string }): Program =>
  async (proc) => {
    proc.onSignal('SIGQUIT', 'ignore');
    const memory = createEditorMemory();
    for (;;) {
      if (options.before) await proc.out(options.before);
      const result = await readLine(proc, {
        prompt: '$ ',
        history: HISTORY,
        memory,
        keepsPastes: true,
        keepsSignals: true,
        ...options,
      });
      if (result === 'eof') return 0;
      await proc.out(`${JSON.stringify(result === 'interrupted' ? null : result.line)}\n`);
    }
  };

async function open(
  options: Partial<ReadLineOptions> & { before?: string } = {},
  columns = 20,
): Promise<TestTerminal> {
  const terminal = new TestTerminal(bootForTest(), editor(options), { size: { columns, rows: 10 } });
  await terminal.type();
  return terminal;
}

/** The line that these keys make, with `|` at the cursor. */
async function edited(...keys: readonly string[]): Promise<string> {
  const terminal = await open({}, 60);
  await terminal.press(...keys);
  const [row, column] = terminal.cursor;
  const line = [...(terminal.screen.split('\n')[row] ?? '').padEnd(column)];
  let at = 0;
  while (textWidth(line.slice(0, at).join('')) < column) at++;
  return `${line.slice(0, at).join('')}|${line.slice(at).join('')}`;
}

describe('editing', () => {
  const { left, right, home, end, backspace } = KEYS;
  it.each<[name: string, keys: string[], line: string]>([
    ['inserts where the cursor is', ['ac', left, 'b'], '$ ab|c'],
    ['stays between the ends', [left, 'a', right, right, 'b'], '$ ab|'],
    ['Home and End', ['bc', home, 'a', end, 'd'], '$ abcd|'],
    ['Ctrl-A, Ctrl-E, Ctrl-B, Ctrl-F', ['bc', '\x01', 'a', '\x05', '\x02', '\x02', '\x06', 'X'], '$ abX|c'],
    ['Backspace and Delete', ['abcd', left, backspace, KEYS.delete], '$ ab|'],
    ['Ctrl-D deletes within a line', ['abc', home, '\x04'], '$ |bc'],
    ['word moves', ['one two-three', KEYS.controlLeft, KEYS.controlLeft, 'X'], '$ one X|two-three'],
    ['word moves onward', ['one two', home, KEYS.controlRight, '\x1bf', 'X'], '$ one twoX|'],
    ['Ctrl-W takes what stands between blanks', ['cp a/b c/d', '\x17'], '$ cp a/b |'],
    ['Alt-Backspace takes a word', ['cp a/b c/d', KEYS.altBackspace], '$ cp a/b c/|'],
    ['Alt-D takes the next word', ['one two', home, '\x1bd'], '$ | two'],
    ['Ctrl-U and Ctrl-Y', ['one two', '\x15', 'x ', '\x19'], '$ x one two|'],
    ['Ctrl-K and Ctrl-Y', ['one two', '\x1bb', '\x0b', home, '\x19'], '$ two|one'],
    ['kills in a row are put back together', ['a b c', '\x17', '\x17', '\x15', '\x19'], '$ a b c|'],
    ['Ctrl-T', ['ab', '\x14', ' cd', left, '\x14'], '$ ba dc|'],
    ['Ctrl-_ undoes typing at once', ['one two', '\x17', KEYS.undo, '!', KEYS.undo, KEYS.undo], '$ |'],
    ['Ctrl-_ brings back what was killed', ['one two', '\x15', KEYS.undo], '$ one two|'],
    ['Esc-. takes the last argument', ['cat ', KEYS.altDot], '$ cat "a b"|'],
    ['Esc-. goes further back', ['cat ', KEYS.altDot, KEYS.altDot, KEYS.altDot], '$ cat one|'],
    ['wide characters', ['한국x', left, left, '語'], '$ 한語|국x'],
    ['emoji', ['🐳🐳', left, '!', backspace, backspace], '$ |🐳'],
    ['marks that combine go with their letter', ['e\u0301f', left, left, 'X'], '$ X|e\u0301f'],
    ['a mark is removed with its letter', ['ae\u0301', backspace], '$ a|'],
    ['control characters of a paste show', [paste('a\x01b')], '$ a^Ab|'],
    ['unknown keys do nothing', ['a', '\x1b[15~', '\x1bOP', '\x00', 'b'], '$ ab|'],
  ])('%s', async (_name, keys, line) => {
    expect(await edited(...keys)).toBe(line);
  });
});

describe('history', () => {
  const { up, down } = KEYS;
  it.each<[name: string, keys: string[], line: string]>([
    ['goes up', [up, up], '$ ls -l /tmp|'],
    ['stops at the oldest', [up, up, up, up], '$ echo one|'],
    ['keeps the line begun', ['dra', up, up, down, down, 'ft'], '$ draft|'],
    ['keeps what was changed on the way', [up, up, 'X', up, down], '$ ls -l /tmpX|'],
    ['first and last', ['x', '\x1b<', '\x1b>'], '$ x|'],
    ['Ctrl-R finds the newest', ['\x12', 'ec'], `(reverse-i-search)\`ec': |echo two "a b"`],
    ['Ctrl-R again finds an older one', ['\x12', 'ec', '\x12'], `(reverse-i-search)\`ec': |echo one`],
    ['Ctrl-R that finds nothing more', ['\x12', 'one', '\x12'], `(failed reverse-i-search)\`one': echo |one`],
    ['Backspace in a search', ['\x12', 'onex', KEYS.backspace], `(reverse-i-search)\`one': echo |one`],
    ['Ctrl-G leaves the line as it was', ['dra', '\x12', 'one', '\x07'], '$ dra|'],
    ['a key for moving takes what was found', ['\x12', 'one', KEYS.end], '$ echo one|'],
    ['goes on from what was found', ['\x12', 'one', KEYS.end, down], '$ ls -l /tmp|'],
    [
      'Ctrl-R Ctrl-R repeats the last search',
      ['\x12', 'one', '\x07', '\x12', '\x12'],
      `(reverse-i-search)\`one': echo |one`,
    ],
  ])('%s', async (_name, keys, line) => {
    expect(await edited(...keys)).toBe(line);
  });

  it('runs what Ctrl-R found, and drops it with Ctrl-C', async () => {
    const terminal = await open({}, 60);
    expect(await terminal.type('\x12one\r')).toBe('$ echo one\n"echo one"\n$');
    expect(await terminal.type('\x12ls\x03')).toBe('$ echo one\n"echo one"\n$ ^C\nnull\n$');
  });

  it('shows a line of several rows as such', async () => {
    const terminal = await open({ history: ['cat <<E\nx\nE'] });
    await terminal.type(KEYS.up);
    expect([terminal.screen, terminal.cursor]).toEqual(['$ cat <<E\nx\nE', [2, 1]]);
    await terminal.type(KEYS.down);
    expect([terminal.screen, terminal.cursor]).toEqual(['$', [0, 2]]);
  });
});

describe('rows', () => {
  it('wraps at the right margin, and at it exactly', async () => {
    const terminal = await open();
    await terminal.press('123456789012345678');
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 123456789012345678', [1, 0]]);
    await terminal.press('9');
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 123456789012345678\n9', [1, 1]]);
    await terminal.press(KEYS.home, 'X');
    expect([terminal.screen, terminal.cursor]).toEqual(['$ X12345678901234567\n89', [0, 3]]);
    expect(await terminal.press('\x0b')).toBe('$ X');
  });

  it('leaves no empty row after a line that just fills its row', async () => {
    const terminal = await open();
    expect(await terminal.type('123456789012345678\r')).toBe('$ 123456789012345678\n"123456789012345678"\n$');
  });

  it('puts a wide character that does not fit on the next row', async () => {
    const terminal = await open();
    await terminal.press('12345678901234567한', KEYS.left);
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 12345678901234567\n한', [0, 19]]);
    await terminal.press(KEYS.end, 'x');
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 12345678901234567\n한x', [1, 3]]);
  });

  it('draws anew in another size', async () => {
    const terminal = await open();
    await terminal.press('1234567890123456789012345', KEYS.left);
    await terminal.resize(12, 10);
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 1234567890\n123456789012\n345', [2, 2]]);
    await terminal.resize(40, 10);
    expect([terminal.screen, terminal.cursor]).toEqual(['$ 1234567890123456789012345', [0, 26]]);
    expect(await terminal.press('X')).toBe('$ 123456789012345678901234X5');
  });

  it.each([
    ['abc', 'abc$ x'],
    ['12345678901234567890', '12345678901234567890\n$ x'],
    ['1234567890123456789012', '12345678901234567890\n12$ x'],
    ['\x1b]0;a title\x07\x1b[31mab\x1b[0m', 'ab$ x'],
    ['12345\rab', 'ab$ x'],
    ['\x1b[5;4Hab', '\n\n\n\n   ab$ x'],
    ['한\t|', '한      |$ x'],
  ])('begins after output without a newline: %j', async (before, screen) => {
    const terminal = await open({ before });
    await terminal.press('x', KEYS.left, KEYS.right);
    expect(terminal.screen).toBe(screen);
  });

  it('gives prompts of several rows and without width their place', async () => {
    const prompt = '\x01\x1b]0;title\x07\x02first\n\x01\x1b[1m\x02>\x01\x1b[0m\x02 ';
    const terminal = await open({ prompt });
    await terminal.press('ab', KEYS.left);
    expect([terminal.screen, terminal.cursor]).toEqual(['first\n> ab', [1, 3]]);
    await terminal.press('\x0c');
    expect([terminal.screen, terminal.cursor]).toEqual(['first\n> ab', [1, 3]]);
  });

  it('Ctrl-L clears the screen and keeps the line', async () => {
    const terminal = await open();
    await terminal.type('one\r');
    await terminal.press('two', KEYS.left, '\x0c');
    expect([terminal.screen, terminal.cursor]).toEqual(['$ two', [0, 4]]);
  });
});

describe('what comes at once', () => {
  it('a paste of several lines waits for Enter', async () => {
    const terminal = await open();
    expect(await terminal.type(paste('one\r\ntwo'))).toBe('$ one\ntwo');
    expect(await terminal.type('\r')).toBe('$ one\ntwo\n"one\\ntwo"\n$');
  });

  it('a long paste that comes in pieces', async () => {
    const terminal = await open();
    const keys = paste('x'.repeat(9000));
    for (let at = 0; at < keys.length; at += 1000) await terminal.type(keys.slice(at, at + 1000), 20);
    await terminal.type('y\x15ok\r');
    expect(terminal.screen.split('\n').slice(-2)).toEqual(['"ok"', '$']);
  });

  it('a paste counts as typed where the shell does not ask for marks', async () => {
    const terminal = await open({ keepsPastes: false });
    expect(await terminal.type('one\rtwo')).toBe('$ one\n"one"\n$ two');
  });

  it('bytes of one character in two pieces', async () => {
    const terminal = await open();
    terminal.input(Uint8Array.of(0xf0, 0x9f));
    terminal.input(Uint8Array.of(0x90, 0xb3));
    expect(await terminal.type('!')).toBe('$ 🐳!');
  });
});

describe('the end', () => {
  it('Ctrl-C gives the line up, Ctrl-D ends an empty one', async () => {
    const terminal = await open();
    expect(await terminal.press('abc', '\x03')).toBe('$ abc^C\nnull\n$');
    await terminal.type('\x04');
    expect(terminal.status).toEqual({ code: 0 });
  });
});

describe('keys that are signals', () => {
  it('take with them what was typed before and not read', async () => {
    const terminal = await open();
    expect(await terminal.type('one\rtwo\x03three')).toBe('$ ^C\nnull\n$ three');
    expect(await terminal.type('\r')).toBe('$ ^C\nnull\n$ three\n"three"\n$');
    // Nobody minds this one, but what stood before it is gone too.
    expect(await terminal.type('four\x1cfive')).toBe('$ ^C\nnull\n$ three\n"three"\n$ five');
  });

  it('are keys in their turn where the program wants it so', async () => {
    const terminal = await open({ keepsSignals: false });
    expect(await terminal.type('one\rtwo\x03three')).toBe('$ one\n"one"\n$ two^C\nnull\n$ three');
  });

  it('end a search and leave a paste', async () => {
    const terminal = await open({}, 60);
    expect(await terminal.press('\x12ls', '\x03', 'x')).toBe('$ ^C\nnull\n$ x');
    expect(await terminal.type(paste('a\x03b'))).toBe('$ ^C\nnull\n$ x^C\nnull\n$ b');
  });
});

describe('completion', () => {
  const names =
    (...labels: string[]): ReadLineOptions['complete'] =>
    (line, cursor) => {
      const word = /\S*$/.exec(line.slice(0, cursor))?.[0] ?? '';
      const fitting = labels.filter((label) => label.startsWith(word));
      return {
        replace: word.length,
        candidates: fitting.map((label) => ({ text: label, label, end: label.endsWith('/') ? '' : ' ' })),
      };
    };

  it('completes the only one, with what ends it', async () => {
    const terminal = await open({ complete: names('alpha', 'beta/') });
    expect(await terminal.press('al\t', 'be\t', 'x')).toBe('$ alpha beta/x');
  });

  it('completes what all have in common, and lists at the second press', async () => {
    const terminal = await open({ complete: names('web-1', 'web-22', 'wed') }, 24);
    expect(await terminal.press('w\t')).toBe('$ we');
    expect(await terminal.press('b\t', '\t')).toBe('$ web-\nweb-1   web-22\n$ web-');
    expect(await terminal.press('2\t')).toBe('$ web-\nweb-1   web-22\n$ web-22');
  });

  it('lists below a line that the cursor is within', async () => {
    const terminal = await open({ complete: names('aa', 'ab') });
    await terminal.press('a 12345678901234567890', KEYS.home, KEYS.right, '\t', '\t');
    expect([terminal.screen, terminal.cursor]).toEqual([
      '$ a 1234567890123456\n7890\naa  ab\n$ a 1234567890123456\n7890',
      [3, 3],
    ]);
  });

  it('asks before it lists very many', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    const terminal = await open({ complete: names(...many) }, 60);
    await terminal.press('n\t', '\t', '\t');
    expect(await terminal.press('\t', 'n')).toBe('$ n\nDisplay all 101 possibilities? (y or n)\n$ n');
    await terminal.press('\t', '\t', 'y');
    expect(terminal.text).toContain('n000  n011');
  });

  it('does nothing where there is no completer, or nothing fits', async () => {
    expect(await (await open()).press('a', '\t', '\t', 'b')).toBe('$ ab');
    expect(await (await open({ complete: names('x') })).press('a', '\t', '\t', 'b')).toBe('$ ab');
  });
});
