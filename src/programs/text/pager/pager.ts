import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { RAW_MODE, type Tty } from '../../../kernel/tty/tty.ts';
import { toText } from '../../../lib/bytes.ts';
import { command, commandName, CommandFailure } from '../../support/command.ts';
import { eachInput, readAllText } from '../../support/input.ts';

/** less and more: text a screen at a time; into anything but a terminal they copy. Simplified: no search. @see less(1), more(1) */
export const pager: Program = command(
  { short: 'deEfFinNRsSXcMmI', usage: '[options] [file...]', busyboxUsage: '[FILE]...' },
  async (proc, options) => {
    const { operands } = options;
    const name = commandName(proc);
    if (operands.length === 0 && proc.stdin.tty)
      throw new CommandFailure('Missing filename ("less --help" for help)');
    let text = '';
    const good = await eachInput(proc, operands, async (file) => {
      const part = await readAllText(proc, file);
      text += part;
      if (!proc.stdout.tty) await proc.out(part);
    });
    const screen = proc.stdout.tty;
    const keys = proc.stdin.tty ? proc.stdin : proc.stderr;
    if (screen && keys.tty && text !== '') {
      const lines = text.replace(/\n$/, '').split('\n');
      const mode = keys.tty.getMode();
      keys.tty.setMode({ ...RAW_MODE, signals: true, mapNewline: true });
      try {
        await (name === 'more' ? more(proc, screen, keys, lines) : less(proc, screen, keys, lines));
      } finally {
        keys.tty.setMode(mode);
      }
    }
    return good ? 0 : 1;
  },
);

async function readKey(keys: OpenFile): Promise<string> {
  const bytes = await keys.read(16);
  return bytes ? toText(bytes) : 'q';
}

/** Forward only; over at the last line. */
async function more(proc: Process, screen: Tty, keys: OpenFile, lines: readonly string[]): Promise<void> {
  let at = 0;
  for (let count = screen.getSize().rows - 1; ;) {
    await proc.out(
      lines
        .slice(at, at + count)
        .map((line) => `${line}\n`)
        .join(''),
    );
    at += count;
    if (at >= lines.length) return;
    await proc.out(`\x1b[7m--More--(${Math.floor((at * 100) / lines.length)}%)\x1b[27m`);
    const key = await readKey(keys);
    await proc.out('\r\x1b[K');
    if (/^[qQ]/.test(key)) return;
    count = /^[\r\nj]/.test(key) ? 1 : screen.getSize().rows - 1;
  }
}

/** Back and forth on a screen of its own, until q. */
async function less(proc: Process, screen: Tty, keys: OpenFile, lines: readonly string[]): Promise<void> {
  let top = 0;
  await proc.out('\x1b[?1049h');
  try {
    for (;;) {
      const height = screen.getSize().rows - 1;
      const last = Math.max(0, lines.length - height);
      const rows = Array.from({ length: height }, (_, row) => lines[top + row] ?? '~');
      await proc.out(
        `\x1b[H${rows.map((line) => `${line}\x1b[K\n`).join('')}${top >= last ? '\x1b[7m(END)\x1b[27m' : ':'}\x1b[K`,
      );
      const key = await readKey(keys);
      if (/^[qQ]/.test(key)) return;
      top = Math.min(last, Math.max(0, moved(key, top, height, last)));
    }
  } finally {
    await proc.out('\x1b[?1049l');
  }
}

function moved(key: string, top: number, height: number, last: number): number {
  if ([' ', 'f', '\x1b[6~'].includes(key)) return top + height;
  if (['b', '\x1b[5~'].includes(key)) return top - height;
  if (['j', '\r', '\n', 'e', '\x1b[B', '\x1bOB'].includes(key)) return top + 1;
  if (['k', 'y', '\x1b[A', '\x1bOA'].includes(key)) return top - 1;
  if (key === 'd') return top + Math.floor(height / 2);
  if (key === 'u') return top - Math.floor(height / 2);
  if (['g', '<'].includes(key)) return 0;
  return ['G', '>'].includes(key) ? last : top;
}
