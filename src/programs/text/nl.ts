import type { Process, Program } from '../../kernel/process.ts';
import { PatternError } from '../../lib/regexp/pattern-error.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { eachLine } from './lines.ts';

/** nl: numbers lines; those that are not empty unless `-b` says which. @see POSIX nl, GNU coreutils */
export const nl: Program = command(
  {
    short: 'b:d:f:h:i:l:n:ps:v:w:',
    long: {
      'body-numbering': 'b:', 'section-delimiter': 'd:', 'footer-numbering': 'f:', 'header-numbering': 'h:', 'line-increment': 'i:',
      'join-blank-lines': 'l:', 'number-format': 'n:', 'no-renumber': 'p', 'number-separator': 's:', 'starting-line-number': 'v:',
      'number-width': 'w:',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[OPTIONS] [FILE]...\n\nWrite FILEs to standard output with line numbers added',
  },
  (proc, options) => {
    const numberer = new Numberer(options);
    return eachLine(proc, options.operands, (line) => numberer.line(proc, line));
  },
); // prettier-ignore

type Section = 'header' | 'body' | 'footer';

/** Writes lines with their numbers; each logical page begins anew. */
class Numberer {
  readonly #options: Options;
  readonly #styles: Readonly<Record<Section, (line: string) => boolean>>;
  readonly #width: number;
  readonly #start: number;
  readonly #step: number;
  readonly #blanks: number;
  readonly #format: string;
  readonly #separator: string;
  readonly #mark: string;
  #section: Section = 'body';
  #number: number;
  #blank = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#styles = {
      header: numbered(options.value('h') ?? 'n', 'header'),
      body: numbered(options.value('b') ?? 't', 'body'),
      footer: numbered(options.value('f') ?? 'n', 'footer'),
    };
    this.#start = integer(options.value('v') ?? '1', 'starting line number');
    this.#step = integer(options.value('i') ?? '1', 'line number increment');
    this.#blanks = integer(options.value('l') ?? '1', 'line number of blank lines', 1);
    this.#width = integer(options.value('w') ?? '6', 'line number field width', 1);
    this.#format = options.value('n') ?? 'rn';
    if (!['ln', 'rn', 'rz'].includes(this.#format))
      throw new UsageFailure(`invalid line numbering format: ${quote(this.#format)}`);
    this.#separator = options.value('s') ?? '\t';
    const mark = options.value('d') ?? '\\:';
    this.#mark = mark.length === 1 ? `${mark}:` : mark;
    this.#number = this.#start;
  }

  line(proc: Process, line: string): void | Promise<void> {
    const section = this.#sectionOf(line);
    if (section !== undefined) {
      this.#section = section;
      if (!this.#options.has('p')) this.#number = this.#start;
      return proc.out('\n');
    }
    if (!this.#counts(line)) return proc.out(`${' '.repeat(this.#width + this.#separator.length)}${line}\n`);
    const number = this.#shown();
    this.#number += this.#step;
    return proc.out(`${number}${this.#separator}${line}\n`);
  }

  #sectionOf(line: string): Section | undefined {
    const marks: readonly Section[] = ['footer', 'body', 'header'];
    return this.#mark === '' ? undefined : marks.find((_, index) => line === this.#mark.repeat(index + 1));
  }

  /** Of empty lines that are to be numbered, only each so many-th in a row is. */
  #counts(line: string): boolean {
    if (!this.#styles[this.#section](line)) return false;
    this.#blank = line === '' ? this.#blank + 1 : 0;
    if (line !== '') return true;
    if (this.#blank < this.#blanks) return false;
    this.#blank = 0;
    return true;
  }

  #shown(): string {
    if (this.#format === 'ln') return String(this.#number).padEnd(this.#width);
    return String(this.#number).padStart(this.#width, this.#format === 'rz' ? '0' : ' ');
  }
}

function numbered(style: string, section: Section): (line: string) => boolean {
  if (style === 'a') return () => true;
  if (style === 't') return (line) => line !== '';
  if (style === 'n') return () => false;
  if (!style.startsWith('p')) throw new UsageFailure(`invalid ${section} numbering style: ${quote(style)}`);
  try {
    const pattern = posixRegExp(style.slice(1));
    return (line) => pattern.test(line);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new CommandFailure(error.message);
  }
}

function integer(text: string, what: string, least = -Infinity): number {
  if (!/^[-+]?\d+$/.test(text)) throw new CommandFailure(`invalid ${what}: ${quote(text)}`);
  if (Number(text) < least)
    throw new CommandFailure(`invalid ${what}: ${quote(text)}: Numerical result out of range`);
  return Number(text);
}
