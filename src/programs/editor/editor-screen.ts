import type { Process } from '../../kernel/process.ts';
import { RAW_MODE, type Tty } from '../../kernel/tty/tty.ts';
import { textWidth } from '../../lib/text-width.ts';
import { CommandFailure } from '../support/command.ts';
import { KeySource } from '../support/key-source.ts';
import type { TextBuffer } from './text-buffer.ts';

/** A raw terminal with a screen of its own, drawn whole after each key. */
export class EditorScreen {
  readonly keys: KeySource;
  readonly #proc: Process;
  readonly #tty: Tty;
  #top = 0;

  constructor(proc: Process, tty: Tty) {
    this.#proc = proc;
    this.#tty = tty;
    this.keys = new KeySource(proc.stdin);
  }

  get rows(): number {
    return this.#tty.getSize().rows;
  }

  get columns(): number {
    return this.#tty.getSize().columns;
  }

  /** `head` and `foot` are rows above and below the text; the cursor stands in the text, or behind the foot's first row. */
  async draw(
    buffer: TextBuffer,
    { head = [], foot, beyond = '', inFoot = false }: { head?: readonly string[]; foot: readonly string[]; beyond?: string; inFoot?: boolean },
  ): Promise<void> {
    const height = Math.max(1, this.rows - head.length - foot.length);
    if (buffer.row < this.#top) this.#top = buffer.row;
    if (buffer.row >= this.#top + height) this.#top = buffer.row - height + 1;
    const before = expand(buffer.current.slice(0, buffer.column).join(''));
    const left = Math.max(0, textWidth(before) - this.columns + 1);
    const text = Array.from({ length: height }, (_, index) => {
      const row = this.#top + index;
      return row < buffer.count ? this.#cut(expand(buffer.line(row)), row === buffer.row ? left : 0) : beyond;
    });
    const lines = [...head, ...text, ...foot].map((line) => `${line}\x1b[K`);
    const place = inFoot
      ? [this.rows - foot.length + 1, textWidth((foot[0] ?? '').replace(/\x1b\[[0-9;]*m/g, '')) + 1]
      : [head.length + buffer.row - this.#top + 1, textWidth(before) - left + 1];
    await this.#proc.out(`\x1b[?25l\x1b[H${lines.join('\r\n')}\x1b[${place.join(';')}H\x1b[?25h`);
  } // prettier-ignore

  #cut(line: string, from: number): string {
    const chars = [...line].slice(from);
    while (textWidth(chars.join('')) > this.columns) chars.pop();
    return chars.join('');
  }
}

function expand(line: string): string {
  let text = '';
  for (const char of line)
    text += char === '\t' ? ' '.repeat(8 - (text.length % 8)) : char < ' ' ? '?' : char;
  return text;
}

/** Runs an editor on the terminal and puts it back as it was. @throws CommandFailure where there is no terminal */
export async function onScreen(
  proc: Process,
  use: (screen: EditorScreen) => Promise<number>,
  complaint: string,
): Promise<number> {
  const { tty } = proc.stdin;
  if (!tty || !proc.stdout.tty) throw new CommandFailure(complaint);
  const mode = tty.getMode();
  tty.setMode(RAW_MODE);
  await proc.out('\x1b[?1049h\x1b[2J');
  try {
    return await use(new EditorScreen(proc, tty));
  } finally {
    await proc.out('\x1b[?1049l');
    tty.setMode(mode);
  }
}
