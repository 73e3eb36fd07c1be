import type { Process } from '../../../kernel/process.ts';
import type { Options } from '../../support/parse-options.ts';
import type { LineMatcher } from './matcher.ts';

const RED = '\x1b[01;31m\x1b[K';
const PLAIN = '\x1b[m\x1b[K';

/** Writes matching lines with their file name, number, context and colour. */
export class MatchPrinter {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #matcher: LineMatcher;
  readonly #before: number;
  readonly #after: number;
  readonly #color: boolean;
  #name: string | undefined;
  #number = 0;
  #offset = 0;
  /** Last line that was shown, of this file. */
  #shown = 0;
  #any = false;
  #left = 0;
  #kept: string[] = [];

  constructor(proc: Process, options: Options, matcher: LineMatcher) {
    this.#proc = proc;
    this.#options = options;
    this.#matcher = matcher;
    this.#before = Number(options.value('B') ?? options.value('C') ?? 0);
    this.#after = Number(options.value('A') ?? options.value('C') ?? 0);
    const when = options.has('color') ? (options.value('color') ?? 'auto') : 'never';
    this.#color = when === 'always' || (when === 'auto' && proc.stdout.kind === 'tty');
  }

  /** `name` is shown before each line. */
  startFile(name: string | undefined): void {
    this.#name = name;
    this.#number = this.#shown = this.#left = this.#offset = 0;
    this.#kept = [];
  }

  async line(line: string, hit: boolean): Promise<void> {
    this.#number++;
    if (hit) await this.#hit(line);
    else if (this.#left > 0) {
      this.#left--;
      await this.#write(line, this.#number, '-');
    } else if (this.#before > 0) {
      this.#kept.push(line);
      if (this.#kept.length > this.#before) this.#kept.shift();
    }
    this.#offset += line.length + 1;
  }

  async #hit(line: string): Promise<void> {
    const first = this.#number - this.#kept.length;
    const gap = this.#shown === 0 ? this.#any : first > this.#shown + 1;
    if (this.#before + this.#after > 0 && gap && this.#any) await this.#proc.out('--\n');
    for (const [index, kept] of this.#kept.entries()) await this.#write(kept, first + index, '-');
    this.#kept = [];
    this.#any = true;
    this.#left = this.#after;
    if (!this.#options.has('o')) return this.#write(line, this.#number, ':', !this.#options.has('v'));
    this.#shown = this.#number;
    if (this.#options.has('v')) return;
    for (const [start, end] of this.#matcher.parts(line)) {
      const text = line.slice(start, end);
      await this.#proc.out(
        `${this.#prefix(this.#number, ':', this.#offset + start)}${this.#color ? RED + text + PLAIN : text}\n`,
      );
    }
  }

  async #write(line: string, number: number, mark: ':' | '-', highlight = false): Promise<void> {
    this.#shown = number;
    if (this.#options.has('o')) return;
    const text = highlight && this.#color ? this.#highlight(line) : line;
    await this.#proc.out(`${this.#prefix(number, mark, this.#offset)}${text}\n`);
  }

  #prefix(number: number, mark: string, offset: number): string {
    const name = this.#name === undefined ? '' : this.#name + mark;
    return `${name}${this.#options.has('n') ? `${number}${mark}` : ''}${this.#options.has('b') ? `${offset}${mark}` : ''}`;
  }

  #highlight(line: string): string {
    let text = '';
    let at = 0;
    for (const [start, end] of this.#matcher.parts(line)) {
      text += line.slice(at, start) + RED + line.slice(start, end) + PLAIN;
      at = end;
    }
    return text + line.slice(at);
  }
}
