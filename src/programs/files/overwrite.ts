import type { Stat } from '../../kernel/files/inode.ts';
import type { Process } from '../../kernel/process.ts';
import { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

/** What cp, mv and ln do about a file that is in the way: ask (`-i`), leave it (`-n`, `-u`) or keep it under another name (`-b`). */
export class Overwrite {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #question: string;
  #answers: LineReader | undefined;

  /** `question` is the word before the name: `overwrite`. */
  constructor(proc: Process, options: Options, question: string) {
    this.#proc = proc;
    this.#options = options;
    this.#question = question;
  }

  /** Whether `to`, which exists, may be replaced. It has been renamed if it is to be kept. */
  async permits(to: string, target: Stat, source: Stat | undefined): Promise<boolean> {
    const options = this.#options;
    const choice = options.last('i', 'n', 'f');
    if (choice === 'n') return false;
    if (options.has('u') && source && target.mtimeMs >= source.mtimeMs) return false;
    if (choice === 'i' && !(await this.#confirm(to))) return false;
    if (target.type !== 'directory' && options.has('b', 'backup', 'S'))
      this.#proc.files.rename(to, this.#backupName(to));
    return true;
  }

  async #confirm(to: string): Promise<boolean> {
    const name = (this.#proc.argv[0] ?? '').split('/').at(-1) ?? '';
    await this.#proc.err(`${name}: ${this.#question} ${quote(to)}? `);
    this.#answers ??= new LineReader(this.#proc, this.#proc.stdin);
    return /^[yY]/.test((await this.#answers.next()) ?? '');
  }

  /** `f~`, or `f.~3~` where numbered backups are asked for. */
  #backupName(path: string): string {
    const control = this.#options.value('backup') ?? this.#proc.env.get('VERSION_CONTROL') ?? 'existing';
    const numbered = (number: number): string => `${path}.~${number}~`;
    const exists = (name: string): boolean => this.#proc.files.lstatIfAny(name) !== undefined;
    let number = 1;
    while (exists(numbered(number))) number++;
    const counts =
      control === 'numbered' ||
      control === 't' ||
      (number > 1 && (control === 'existing' || control === 'nil'));
    return counts ? numbered(number) : path + (this.#options.value('S') ?? '~');
  }
}
