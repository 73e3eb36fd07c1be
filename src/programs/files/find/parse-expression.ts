import type { Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import { CommandFailure } from '../../support/command.ts';
import { applyMode } from '../../support/mode.ts';
import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { posixRegExp, type PatternOptions } from '../../../lib/regexp/posix-regexp.ts';
import { parseTime } from '../../support/parse-time.ts';
import { quote } from '../../support/quote.ts';
import { findGroup, findUser, findUserName, findGroupName } from '../../support/users.ts';
import { nameMatcher } from './name-matcher.ts';
import { and, not, or, parseComparison, type Expression, type Visited } from './expression.ts';
import type { FindActions } from './actions.ts';

/** Options of the whole search that stand between the tests. */
export interface FindLimits {
  maxDepth: number;
  minDepth: number;
  /** What is in a directory before the directory itself. */
  contentsFirst: boolean;
}

/** What the words behind the starting points say. */
export interface FindPlan {
  readonly expression: Expression;
  readonly limits: FindLimits;
}

/** @throws CommandFailure in find's words @see POSIX find */
export function parseExpression(proc: Process, words: readonly string[], actions: FindActions): FindPlan {
  const parser = new ExpressionParser(proc, words, actions);
  const expression = parser.parse();
  return { expression, limits: parser.limits };
}

const TYPES: Readonly<Record<string, Stat['type']>> = {
  f: 'file',
  d: 'directory',
  l: 'symlink',
  p: 'fifo',
  s: 'socket',
  c: 'char',
  b: 'block',
};

class ExpressionParser {
  readonly limits: FindLimits = { maxDepth: Infinity, minDepth: 0, contentsFirst: false };
  readonly #proc: Process;
  readonly #words: readonly string[];
  readonly #actions: FindActions;
  #at = 0;
  #acts = false;
  /** How -regex is written. */
  #regexType = 'emacs';

  constructor(proc: Process, words: readonly string[], actions: FindActions) {
    this.#proc = proc;
    this.#words = words;
    this.#actions = actions;
  }

  parse(): Expression {
    const expression = this.#at < this.#words.length ? this.#or() : () => true;
    const extra = this.#words[this.#at];
    if (extra !== undefined)
      this.#fail(extra === ')' ? "you have too many ')'" : `paths must precede expression: \`${extra}'`);
    return this.#acts ? expression : and(expression, this.#actions.print('\n'));
  }

  #fail(message: string): never {
    throw new CommandFailure(message);
  }

  #or(): Expression {
    let left = this.#and();
    while (['-o', '-or'].includes(this.#words[this.#at] ?? '')) {
      this.#at++;
      if (this.#words[this.#at] === undefined) this.#fail("expected an expression after '-o'");
      left = or(left, this.#and());
    }
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    for (;;) {
      const word = this.#words[this.#at];
      if (word === undefined || word === ')' || word === '-o' || word === '-or') return left;
      if (word === '-a' || word === '-and') this.#at++;
      left = and(left, this.#not());
    }
  }

  #not(): Expression {
    const word = this.#words[this.#at];
    if (word === '!' || word === '-not') {
      this.#at++;
      return not(this.#not());
    }
    if (word !== '(') return this.#primary();
    this.#at++;
    const inner = this.#or();
    if (this.#words[this.#at++] !== ')')
      this.#fail("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
    return inner;
  }

  #value(word: string): string {
    const value = this.#words[this.#at++];
    if (value === undefined)
      this.#fail(
        this.#proc.busybox ? `option requires an argument: ${word}` : `missing argument to \`${word}'`,
      );
    return value;
  }

  #primary(): Expression {
    const word = this.#words[this.#at++];
    if (word === undefined) return this.#fail('expected an expression');
    return (
      this.#limit(word) ??
      this.#action(word) ??
      this.#nameTest(word) ??
      this.#statTest(word) ??
      this.#unknown(word)
    );
  }

  #unknown(word: string): never {
    if (this.#proc.busybox)
      this.#fail(word.startsWith('-') ? `unrecognized: ${word}` : `unrecognized: ${word}`);
    return this.#fail(
      word.startsWith('-') ? `unknown predicate \`${word}'` : `paths must precede expression: \`${word}'`,
    );
  }

  #limit(word: string): Expression | undefined {
    if (word === '-maxdepth' || word === '-mindepth') {
      const value = this.#value(word);
      if (!/^\d+$/.test(value))
        this.#fail(`Expected a positive decimal integer argument to ${word}, but got ${quote(value)}`);
      this.limits[word === '-maxdepth' ? 'maxDepth' : 'minDepth'] = Number(value);
    } else if (word === '-regextype') this.#regexType = this.#value(word);
    else if (word === '-depth' || word === '-d') this.limits.contentsFirst = true;
    else if (
      word !== '-xdev' &&
      word !== '-mount' &&
      word !== '-follow' &&
      word !== '-noleaf' &&
      word !== '-true'
    )
      return word === '-false' ? () => false : undefined;
    return () => true;
  }

  #action(word: string): Expression | undefined {
    const made = this.#makeAction(word);
    if (made && word !== '-prune') this.#acts = true;
    return made;
  }

  #makeAction(word: string): Expression | undefined {
    switch (word) {
      case '-print':
        return this.#actions.print('\n');
      case '-print0':
        return this.#actions.print('\0');
      case '-printf':
        return this.#actions.printf(this.#value(word));
      case '-ls':
        return this.#actions.printf('%9i %6k %M %3n %-8u %-8g %8s %Tb %Td %TH:%TM %p\n');
      case '-delete':
        this.limits.contentsFirst = true;
        return this.#actions.delete();
      case '-quit':
        return this.#actions.quit();
      case '-prune':
        return this.#actions.prune();
      case '-exec':
      case '-execdir':
      case '-ok':
        return this.#exec(word);
      default:
        return undefined;
    }
  }

  #exec(word: string): Expression {
    const argv: string[] = [];
    for (;;) {
      const next = this.#words[this.#at++];
      if (next === undefined)
        return this.#fail(this.#proc.busybox ? `${word} requires ';'` : `missing argument to \`${word}'`);
      if (next === ';') return this.#actions.exec(argv);
      if (next === '+' && argv.at(-1) === '{}') return this.#actions.execMany(argv.slice(0, -1));
      argv.push(next);
    }
  }

  #regExp(pattern: string, whole: string, options: PatternOptions): RegExp {
    try {
      return posixRegExp(whole, options);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw new CommandFailure(`failed to compile regular expression '${pattern}': ${error.message}`);
    }
  }

  #nameTest(word: string): Expression | undefined {
    const insensitive = word.startsWith('-i');
    switch (word) {
      case '-name':
      case '-iname': {
        const matches = nameMatcher(this.#value(word), insensitive);
        return ({ name }) => matches(name);
      }
      case '-path':
      case '-wholename':
      case '-ipath': {
        const matches = nameMatcher(this.#value(word), insensitive);
        return ({ path }) => matches(path);
      }
      case '-regex':
      case '-iregex': {
        const extended = /^(posix-(?:extended|egrep)|egrep|posix-awk|awk|gnu-awk)$/.test(this.#regexType);
        const inner = this.#value(word);
        const whole = extended ? `^(${inner})$` : `^\\(${inner}\\)$`;
        const regExp = this.#regExp(inner, whole, { extended, flags: insensitive ? 'i' : '' });
        return ({ path }) => regExp.test(path);
      }
      case '-lname': {
        const matches = nameMatcher(this.#value(word), false);
        return ({ path, stat }) => stat.type === 'symlink' && matches(this.#proc.files.readlink(path));
      }
      default:
        return undefined;
    }
  }

  #statTest(word: string): Expression | undefined {
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
        const than = files.stat(this.#value(word)).mtimeMs;
        return ({ stat }) => stat.mtimeMs > than;
      }
      case '-samefile': {
        const same = files.stat(this.#value(word));
        return ({ stat }) => stat.ino === same.ino && stat.dev === same.dev;
      }
      case '-newermt':
      case '-newerat':
      case '-newerct':
        return this.#newerThan(word, this.#value(word));
      case '-anewer':
      case '-cnewer': {
        const than = files.stat(this.#value(word)).mtimeMs;
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
    if (id === undefined) return this.#fail(`${quote(text)} is not the name of a known ${word.slice(1)}`);
    return word === '-user' ? ({ stat }) => stat.uid === id : ({ stat }) => stat.gid === id;
  }

  #age(word: string, text: string): Expression {
    const fits = this.#comparison(word, text);
    const unit = word.endsWith('min') ? 60_000 : 86_400_000;
    const key = ({ m: 'mtimeMs', a: 'atimeMs', c: 'ctimeMs' } as const)[word.charAt(1) as 'm' | 'a' | 'c'];
    return ({ stat }) => fits(Math.floor((this.#proc.now() - stat[key]) / unit));
  }
}
