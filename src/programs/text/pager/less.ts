import type { Process } from '../../../kernel/process.ts';
import type { Tty } from '../../../kernel/tty/tty.ts';
import type { KeySource } from '../../support/key-source.ts';
import type { Options } from '../../support/parse-options.ts';
import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { posixRegExp } from '../../../lib/regexp/posix-regexp.ts';
import type { PagedText } from './paged-text.ts';
import { withFlags } from '../../../lib/regexp/bounded-regexp.ts';

const HELP =
  'space f next page  b previous page  j k line  d u half  g G start, end  /pattern ?pattern search  n N again  q quit';

/** Back and forth on a screen of its own, until q. @see less(1) */
export async function less(
  proc: Process,
  screen: Tty,
  keys: KeySource,
  text: PagedText,
  options: Options,
): Promise<void> {
  const viewer = new Less(proc, screen, keys, text, options);
  await text.load(screen.getSize().rows);
  if (options.has('F') && text.ended && text.rows.length < screen.getSize().rows) {
    await proc.out(text.rows.map((row) => `${row}\n`).join(''));
    return;
  }
  const alternate = !options.has('X');
  if (alternate) await proc.out('\x1b[?1049h');
  try {
    await viewer.run();
  } finally {
    await proc.out(alternate ? '\x1b[?1049l' : '\r\x1b[K');
  }
}

class Less {
  readonly #proc: Process;
  readonly #screen: Tty;
  readonly #keys: KeySource;
  readonly #text: PagedText;
  readonly #options: Options;
  #top = 0;
  #count = '';
  #message: string | undefined;
  #pattern: RegExp | undefined;
  #direction: 1 | -1 = 1;

  constructor(proc: Process, screen: Tty, keys: KeySource, text: PagedText, options: Options) {
    this.#proc = proc;
    this.#screen = screen;
    this.#keys = keys;
    this.#text = text;
    this.#options = options;
  }

  get #height(): number {
    return this.#screen.getSize().rows - 1;
  }

  get #last(): number {
    return this.#text.ended ? Math.max(0, this.#text.rows.length - this.#height) : Infinity;
  }

  async run(): Promise<void> {
    for (;;) {
      await this.#text.load(this.#top + this.#height + 1);
      this.#top = Math.min(this.#last, Math.max(0, this.#top));
      await this.#draw();
      const key = await this.#keys.next();
      if (key === undefined || /^[qQ]$/.test(key)) return;
      this.#message = undefined;
      if (/^\d$/.test(key)) this.#count += key;
      else await this.#press(key);
    }
  }

  async #draw(): Promise<void> {
    const rows = Array.from({ length: this.#height }, (_, row) => this.#shown(this.#text.rows[this.#top + row] ?? '~'));
    const end = this.#top >= this.#last ? '\x1b[7m(END)\x1b[27m' : ':';
    const prompt = this.#message === undefined ? end + this.#count : `\x1b[7m${this.#message}\x1b[27m`;
    await this.#proc.out(`\x1b[H${rows.map((line) => `${line}\x1b[K\n`).join('')}${prompt}\x1b[K`);
  } // prettier-ignore

  /** A row with what was searched for marked. */
  #shown(row: string): string {
    if (!this.#pattern || row.includes('\x1b')) return row;
    return row.replace(withFlags(this.#pattern, `${this.#pattern.flags}g`), (match) => (match === '' ? '' : `\x1b[7m${match}\x1b[27m`));
  } // prettier-ignore

  async #press(key: string): Promise<void> {
    const count = this.#count === '' ? undefined : Number(this.#count);
    this.#count = '';
    const half = Math.floor(this.#height / 2);
    if ([' ', 'f', '\x06', '\x1b[6~'].includes(key)) this.#top += count ?? this.#height;
    else if (['b', '\x02', '\x1b[5~'].includes(key)) this.#top -= count ?? this.#height;
    else if (['j', '\r', '\n', 'e', '\x0e', '\x1b[B', '\x1bOB'].includes(key)) this.#top += count ?? 1;
    else if (['k', 'y', '\x10', '\x1b[A', '\x1bOA'].includes(key)) this.#top -= count ?? 1;
    else if (key === 'd' || key === '\x04') this.#top += count ?? half;
    else if (key === 'u' || key === '\x15') this.#top -= count ?? half;
    else if (['g', '<', '\x1b[H', '\x1b[1~'].includes(key)) this.#top = (count ?? 1) - 1;
    else if (['G', '>', 'F', '\x1b[F', '\x1b[4~'].includes(key)) {
      await this.#text.load(Infinity);
      this.#top = count === undefined ? this.#last : count - 1;
    } else if (key === '/' || key === '?') await this.#ask(key);
    else if (key === 'n' || key === 'N') await this.#search(key === 'n' ? this.#direction : this.#direction === 1 ? -1 : 1);
    else if (key === 'h') this.#message = HELP.slice(0, this.#screen.getSize().columns - 1);
  } // prettier-ignore

  /** Reads a pattern on the last row and goes to it. */
  async #ask(mark: '/' | '?'): Promise<void> {
    let typed = '';
    for (;;) {
      await this.#proc.out(`\r\x1b[K${mark}${typed}`);
      const key = await this.#keys.next();
      if (key === undefined || key === '' || key === '\x1b' || key === '\x07') return;
      if (key === '\r' || key === '\n') break;
      if (key === '\x7f' || key === '\b') {
        if (typed === '') return;
        typed = typed.slice(0, -1);
      } else if (key >= ' ') typed += key;
    }
    this.#direction = mark === '/' ? 1 : -1;
    if (typed !== '' && !this.#compile(typed)) return;
    await this.#search(this.#direction);
  }

  #compile(typed: string): boolean {
    const folds = this.#options.has('I') || (this.#options.has('i') && typed === typed.toLowerCase());
    try {
      this.#pattern = posixRegExp(typed, { extended: true, flags: folds ? 'i' : '' });
      return true;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      this.#message = `${error.message}  (press RETURN)`;
      return false;
    }
  }

  async #search(step: 1 | -1): Promise<void> {
    if (!this.#pattern) {
      this.#message = 'No previous regular expression  (press RETURN)';
      return;
    }
    const found = await this.#text.find(this.#pattern, this.#top + step, step);
    if (found === undefined) this.#message = 'Pattern not found  (press RETURN)';
    else this.#top = found;
  }
}
