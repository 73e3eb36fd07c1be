import { tableOf } from '../../../lib/table.ts';
import type { Stat } from '../../../kernel/files/inode.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { CommandFailure } from '../../support/command.ts';
import { applyMode } from '../../../lib/file-mode.ts';
import { parseTime } from '../../support/parse-time.ts';
import { quote } from '../../support/quote.ts';
import { findGroup, findUser, findUserName, findGroupName } from '../../support/users.ts';
import { parseComparison, type Expression, type Visited } from './expression.ts';

const TYPES: Readonly<Record<string, Stat['type']>> = tableOf({
  f: 'file',
  d: 'directory',
  l: 'symlink',
  p: 'fifo',
  s: 'socket',
  c: 'char',
  b: 'block',
});

/** Tests of what stat(2) tells. @throws CommandFailure in find's words */
export class StatTests {
  readonly #proc: Process;
  readonly #value: (word: string) => string;

  /** `value` gives the word behind a test. */
  constructor(proc: Process, value: (word: string) => string) {
    this.#proc = proc;
    this.#value = value;
  }

  #fail(message: string): never {
    throw new CommandFailure(message);
  }

  #stat(path: string): Stat {
    try {
      return this.#proc.files.stat(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      return this.#fail(`${this.#proc.busybox ? path : quote(path)}: ${error.message}`);
    }
  }

  /** Undefined if the word is no such test. */
  make(word: string): Expression | undefined {
    const { files } = this.#proc;
    switch (word) {
      case '-type':
        return this.#type(this.#value(word));
      case '-empty':
        return ({ path, stat }) =>
          stat.type === 'directory'
            ? files.readDir(path).length === 0
            : stat.type === 'file' && stat.size === 0;
      case '-size':
        return this.#size(this.#value(word));
      case '-newer': {
        const than = this.#stat(this.#value(word)).mtimeMs;
        return ({ stat }) => stat.mtimeMs > than;
      }
      case '-samefile': {
        const same = this.#stat(this.#value(word));
        return ({ stat }) => stat.ino === same.ino && stat.dev === same.dev;
      }
      case '-newermt':
      case '-newerat':
      case '-newerct':
        return this.#newerThan(word, this.#value(word));
      case '-anewer':
      case '-cnewer': {
        const than = this.#stat(this.#value(word)).mtimeMs;
        return ({ stat }) => (word === '-anewer' ? stat.atimeMs : stat.ctimeMs) > than;
      }
      case '-xtype': {
        const fits = this.#type(this.#value(word));
        return (visited) => fits({ ...visited, stat: this.#otherStat(visited) });
      }
      case '-uid':
      case '-gid': {
        const fits = this.#comparison(word, this.#value(word));
        return ({ stat }) => fits(word === '-uid' ? stat.uid : stat.gid);
      }
      case '-perm':
        return this.#perm(this.#value(word));
      case '-user':
      case '-group':
        return this.#owner(word, this.#value(word));
      case '-nouser':
        return ({ stat }) => findUserName(files, stat.uid) === undefined;
      case '-nogroup':
        return ({ stat }) => findGroupName(files, stat.gid) === undefined;
      case '-mtime':
      case '-atime':
      case '-ctime':
      case '-mmin':
      case '-amin':
      case '-cmin':
        return this.#age(word, this.#value(word));
      case '-readable':
        return ({ path }) => files.access(path, 4);
      case '-writable':
        return ({ path }) => files.access(path, 2);
      case '-executable':
        return ({ path }) => files.access(path, 1);
      case '-links':
      case '-inum': {
        const fits = this.#comparison(word, this.#value(word));
        return ({ stat }) => fits(word === '-links' ? stat.nlink : stat.ino);
      }
      default:
        return undefined;
    }
  }

  #comparison(word: string, text: string): (value: number) => boolean {
    return parseComparison(text) ?? this.#fail(`invalid argument \`${text}' to \`${word}'`);
  }

  #newerThan(word: string, text: string): Expression {
    const ms = parseTime(text, this.#proc.now());
    if (ms === undefined)
      return this.#fail(`I cannot figure out how to interpret ${quote(text)} as a date or time`);
    const key = ({ m: 'mtimeMs', a: 'atimeMs', c: 'ctimeMs' } as const)[word.charAt(6) as 'm' | 'a' | 'c'];
    return ({ stat }) => stat[key] > ms;
  }

  /** What a symlink leads to, or with -L the link itself. */
  #otherStat({ path, stat }: Visited): Stat {
    const { files } = this.#proc;
    return (stat.type === 'symlink' ? files.statIfAny(path) : files.lstatIfAny(path)) ?? stat;
  }

  #type(text: string): Expression {
    if (!this.#proc.busybox && /[a-z]{2}/.test(text))
      this.#fail("Must separate multiple arguments to -type using: ','");
    if (!this.#proc.busybox && text.endsWith(','))
      this.#fail("Last file type in list argument to -type is missing, i.e., list is ending on: ','");
    const wanted = text
      .split(',')
      .map(
        (letter) =>
          TYPES[letter] ??
          this.#fail(
            this.#proc.busybox
              ? `invalid argument '${text}' to '-type'`
              : `Unknown argument to -type: ${text}`,
          ),
      );
    return ({ stat }) => wanted.includes(stat.type);
  }

  #size(text: string): Expression {
    const type = /[a-zA-Z]$/.exec(text)?.[0] ?? 'b';
    if (!'bcwkMG'.includes(type)) this.#fail(`invalid -size type \`${type}'`);
    const unit = type;
    const bytes = { b: 512, c: 1, w: 2, k: 1024, M: 1024 ** 2, G: 1024 ** 3 }[unit] ?? 512;
    const fits = this.#comparison('-size', text.replace(/[bcwkMG]$/, ''));
    return ({ stat }) => fits(Math.ceil(stat.size / bytes));
  }

  #perm(text: string): Expression {
    const kind = /^[-/]/.exec(text)?.[0] ?? '';
    const bits = applyMode(text.slice(kind.length), 0, false, 0);
    if (bits === undefined) return this.#fail(`invalid mode ${quote(text)}`);
    if (kind === '-') return ({ stat }) => (stat.mode & bits) === bits;
    return kind === '/'
      ? ({ stat }) => bits === 0 || (stat.mode & bits) !== 0
      : ({ stat }) => stat.mode === bits;
  }

  #owner(word: string, text: string): Expression {
    const { files } = this.#proc;
    const id = word === '-user' ? findUser(files, text) : findGroup(files, text);
    if (id === undefined)
      return this.#fail(
        `${quote(text)} is not the name of ${word === '-user' ? 'a known user' : 'an existing group'}`,
      );
    return word === '-user' ? ({ stat }) => stat.uid === id : ({ stat }) => stat.gid === id;
  }

  #age(word: string, text: string): Expression {
    const fits = this.#comparison(word, text);
    const unit = word.endsWith('min') ? 60_000 : 86_400_000;
    const key = ({ m: 'mtimeMs', a: 'atimeMs', c: 'ctimeMs' } as const)[word.charAt(1) as 'm' | 'a' | 'c'];
    return ({ stat }) => fits(Math.floor((this.#proc.now() - stat[key]) / unit));
  }
}
