import { flagTitle, FlagValues, type Flag } from './flag.ts';
import { readValue } from './read-value.ts';

/** A command line that can't be understood; `message` is pflag's. */
export class FlagError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlagError';
  }
}

export interface ParsedLine {
  readonly flags: FlagValues;
  readonly args: readonly string[];
  /** How help was asked for; what follows was not read. */
  readonly help: 'long' | 'short' | undefined;
}

/** Reads flags and arguments; without `interspersed` the first argument ends the flags. @throws FlagError. @see spf13/pflag flag.go */
export function parseFlags(
  flags: readonly Flag[],
  words: readonly string[],
  interspersed: boolean,
): ParsedLine {
  const reader = new Reader(flags, words, interspersed);
  return reader.read();
}

class Reader {
  readonly #flags: readonly Flag[];
  readonly #queue: string[];
  readonly #interspersed: boolean;
  readonly #values = new Map<string, string[]>();
  readonly #args: string[] = [];
  #help: ParsedLine['help'];

  constructor(flags: readonly Flag[], words: readonly string[], interspersed: boolean) {
    this.#flags = flags;
    this.#queue = [...words];
    this.#interspersed = interspersed;
  }

  read(): ParsedLine {
    while (this.#queue.length > 0) {
      const word = this.#queue.shift() as string;
      if (word === '--') {
        this.#args.push(...this.#queue.splice(0));
      } else if (word.startsWith('--')) this.#long(word);
      else if (word.startsWith('-') && word !== '-') this.#shorts(word);
      else {
        this.#args.push(word);
        if (!this.#interspersed) this.#args.push(...this.#queue.splice(0));
      }
      if (this.#help) break;
    }
    return { flags: new FlagValues(this.#values, this.#flags), args: this.#args, help: this.#help };
  }

  #long(word: string): void {
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    if (name === '' || name.startsWith('-') || name.startsWith('='))
      throw new FlagError(`bad flag syntax: ${word}`);
    const flag = this.#flags.find((candidate) => candidate.name === name);
    if (name === 'help') {
      this.#help = 'long';
      return;
    }
    if (!flag) {
      throw new FlagError(`unknown flag: --${name}`);
    }
    if (equals >= 0) return this.#set(flag, word.slice(equals + 1));
    if (flag.type === 'bool') return this.#set(flag, 'true');
    const value = this.#queue.shift();
    if (value === undefined) throw new FlagError(`flag needs an argument: --${name}`);
    this.#set(flag, value);
  }

  #shorts(word: string): void {
    const letters = word.slice(1);
    for (let index = 0; index < letters.length; index++) {
      const letter = letters[index] as string;
      const flag = this.#flags.find((candidate) => candidate.short === letter);
      if (!flag) {
        if (letter === 'h') {
          this.#help = 'short';
          return;
        }
        throw new FlagError(`unknown shorthand flag: '${letter}' in -${letters.slice(index)}`);
      }
      const rest = letters.slice(index + 1);
      if (rest.startsWith('=')) return this.#set(flag, rest.slice(1));
      if (flag.type === 'bool') this.#set(flag, 'true');
      else {
        const value = rest || this.#queue.shift();
        if (value === undefined)
          throw new FlagError(`flag needs an argument: '${letter}' in -${letters.slice(index)}`);
        return this.#set(flag, value);
      }
    }
  }

  #set(flag: Flag, value: string): void {
    let stored: string[];
    try {
      stored = readValue(flag, value);
    } catch (error) {
      throw new FlagError(
        `invalid argument ${JSON.stringify(value)} for "${flagTitle(flag)}" flag: ${(error as Error).message}`,
      );
    }
    this.#values.set(flag.name, [...(this.#values.get(flag.name) ?? []), ...stored]);
  }
}
