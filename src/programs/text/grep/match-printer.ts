import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { Options } from '../../support/parse-options.ts';
import type { LineMatcher } from './matcher.ts';

const RED = '\x1b[01;31m\x1b[K';
const PLAIN = '\x1b[m\x1b[K';
const GREEN = '\x1b[32m\x1b[K';
const MAGENTA = '\x1b[35m\x1b[K';
const CYAN = '\x1b[36m\x1b[K';

/** Writes matching lines with their file name, number, context and colour. */
export class MatchPrinter {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #matcher: LineMatcher;
  readonly #before: number;
  readonly #after: number;
  readonly #color: boolean;
  readonly #end: string;
  #name: string | undefined;
  #number = 0;
  #offset = 0;
  /** Last line that was shown, of this file. */
  #shown = 0;
  #any = false;
  #left = 0;
  #kept: string[] = [];
  #ready = '';

  constructor(proc: Process, options: Options, matcher: LineMatcher) {
    this.#proc = proc;
    this.#options = options;
    this.#matcher = matcher;
    this.#end = options.has('z') ? '\0' : '\n';
    const digits = options.given.filter(([key]) => /^\d$/.test(key)).map(([key, rest]) => key + (rest ?? ''));
    const around = options.value('C') ?? digits.at(-1) ?? 0;
    this.#before = Number(options.value('B') ?? around);
    this.#after = Number(options.value('A') ?? around);
    const when = options.has('color') ? (options.value('color') ?? 'auto') : 'never';
    this.#color = when === 'always' || (when === 'auto' && proc.stdout.kind === 'tty');
  }

  /** Writes what the lines so far show. */
  flush(): void | Promise<void> {
    const text = this.#ready;
    this.#ready = '';
    if (text !== '') return this.#proc.out(text);
  }

  /** Whether context behind the last match is still to be shown. */
  get wantsMore(): boolean {
    return this.#left > 0;
  }

  /** `name` is shown before each line. */
  startFile(name: string | undefined): void {
    this.#name = name;
    this.#number = this.#shown = this.#left = this.#offset = 0;
    this.#kept = [];
  }

  /** Takes a line; what it shows is written by `flush`. */
  line(line: string, hit: boolean): void {
    this.#number++;
    if (hit) this.#hit(line);
    else if (this.#left > 0) {
      this.#left--;
      this.#write(line, this.#number, '-');
    } else if (this.#before > 0) {
      this.#kept.push(line);
      if (this.#kept.length > this.#before) this.#kept.shift();
    }
    if (this.#options.has('b')) this.#offset += byteLength(line) + 1;
  }

  #hit(line: string): void {
    const first = this.#number - this.#kept.length;
    const gap = this.#shown === 0 ? this.#any : first > this.#shown + 1;
    if (this.#before + this.#after > 0 && gap && this.#any) this.#separate();
    for (const [index, kept] of this.#kept.entries()) this.#write(kept, first + index, '-');
    this.#kept = [];
    this.#any = true;
    this.#left = this.#after;
    if (!this.#options.has('o')) return this.#write(line, this.#number, ':', !this.#options.has('v'));
    this.#shown = this.#number;
    if (this.#options.has('v')) return;
    for (const [start, end] of this.#matcher.parts(line)) {
      const text = line.slice(start, end);
      const place = this.#prefix(this.#number, ':', this.#offset + byteLength(line.slice(0, start)));
      this.#ready += `${place}${this.#color ? RED + text + PLAIN : text}${this.#end}`;
    }
  }

  #write(line: string, number: number, mark: ':' | '-', highlight = false): void {
    this.#shown = number;
    if (this.#options.has('o')) return;
    const text = highlight && this.#color ? this.#highlight(line) : line;
    this.#ready += `${this.#prefix(number, mark, this.#offset)}${text}${this.#end}`;
  }

  #separate(): void {
    if (this.#options.has('no-group-separator')) return;
    const text = this.#options.value('group-separator') ?? '--';
    this.#ready += `${this.#color ? `${CYAN}${text}${PLAIN}` : text}\n`;
  }

  #prefix(number: number, mark: string, offset: number): string {
    const sign = this.#color ? `${CYAN}${mark}${PLAIN}` : mark;
    const part = (text: string, color: string): string =>
      (this.#color ? `${color}${text}${PLAIN}` : text) + sign;
    const aligned = (value: number, width: number): string =>
      this.#options.has('T') ? String(value).padStart(width) : String(value);
    const name =
      this.#name === undefined ? '' : this.#options.has('Z') ? `${this.#name}\0` : part(this.#name, MAGENTA);
    const line = this.#options.has('n') ? part(aligned(number, 19), GREEN) : '';
    const at = this.#options.has('b') ? part(aligned(offset, 19), GREEN) : '';
    const prefix = name + line + at;
    return this.#options.has('T') && prefix !== '' ? `${prefix}\t` : prefix;
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

function byteLength(text: string): number {
  return toBytes(text).length;
}
