import type { Process } from '../../../kernel/process.ts';
import { CommandFailure } from '../../support/command.ts';
import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { posixRegExp, type PatternOptions } from '../../../lib/regexp/posix-regexp.ts';
import { quote } from '../../support/quote.ts';
import { nameMatcher } from './name-matcher.ts';
import { and, not, or, type Expression } from './expression.ts';
import type { FindActions } from './actions.ts';
import { StatTests } from './stat-tests.ts';

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

const REGEX_TYPES = [
  'findutils-default', 'ed', 'emacs', 'gnu-awk', 'grep', 'posix-awk', 'awk', 'posix-basic', 'posix-egrep', 'egrep', 'posix-extended',
  'posix-minimal-basic', 'sed',
]; // prettier-ignore

/** What -ls shows. */
const LISTING = '%9i %6k %M %3n %-8u %-8g %8s %Tb %Td %TH:%TM %p\n';

class ExpressionParser {
  readonly limits: FindLimits = { maxDepth: Infinity, minDepth: 0, contentsFirst: false };
  readonly #proc: Process;
  readonly #words: readonly string[];
  readonly #actions: FindActions;
  readonly #statTests: StatTests;
  #at = 0;
  #acts = false;
  /** The last test or action. */
  #predicate = '';
  /** How -regex is written. */
  #regexType = 'findutils-default';

  constructor(proc: Process, words: readonly string[], actions: FindActions) {
    this.#proc = proc;
    this.#words = words;
    this.#actions = actions;
    this.#statTests = new StatTests(proc, (word) => this.#value(word));
  }

  parse(): Expression {
    const expression = this.#at < this.#words.length ? this.#list() : () => true;
    if (this.#at < this.#words.length) this.#fail("you have too many ')'");
    return this.#acts ? expression : and(expression, this.#actions.print('\n'));
  }

  #fail(message: string): never {
    throw new CommandFailure(message);
  }

  /** The value of a list is its last one's. */
  #list(): Expression {
    let left = this.#or();
    while (this.#words[this.#at] === ',') {
      this.#at++;
      const [first, second] = [left, this.#or()];
      left = async (visited) => {
        await first(visited);
        return second(visited);
      };
    }
    return left;
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
      if (word === undefined || [')', ',', '-o', '-or'].includes(word)) return left;
      if (word === '-a' || word === '-and') this.#at++;
      left = and(left, this.#not());
    }
  }

  #not(): Expression {
    const word = this.#words[this.#at];
    if (word === '!' || word === '-not') {
      this.#at++;
      if (this.#at >= this.#words.length) this.#fail(`expected an expression after ${quote(word)}`);
      return not(this.#not());
    }
    if (word !== '(') return this.#primary();
    this.#at++;
    if (this.#words[this.#at] === ')') this.#fail('invalid expression; empty parentheses are not allowed.');
    const inner = this.#list();
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
    const made =
      this.#limit(word) ?? this.#action(word) ?? this.#nameTest(word) ?? this.#statTests.make(word);
    if (!made) return this.#unknown(word);
    this.#predicate = word;
    return made;
  }

  #unknown(word: string): never {
    if (['-o', '-or', '-a', '-and', ','].includes(word))
      this.#fail(
        `invalid expression; you have used a binary operator ${quote(word)} with nothing before it.`,
      );
    if (this.#proc.busybox)
      this.#fail(word.startsWith('-') ? `unrecognized: ${word}` : `unrecognized: ${word}`);
    return word.startsWith('-') ? this.#fail(`unknown predicate \`${word}'`) : this.#misplacedPath(word);
  }

  /** Mostly the shell has put names in place of a pattern. */
  #misplacedPath(word: string): never {
    const guess = `\nfind: possible unquoted pattern after predicate \`${this.#predicate}'?`;
    const likely = this.#predicate !== '' && this.#proc.files.exists(word);
    return this.#fail(`paths must precede expression: \`${word}'${likely ? guess : ''}`);
  }

  #limit(word: string): Expression | undefined {
    if (word === '-maxdepth' || word === '-mindepth') {
      const value = this.#value(word);
      if (!/^\d+$/.test(value))
        this.#fail(`Expected a positive decimal integer argument to ${word}, but got ${quote(value)}`);
      this.limits[word === '-maxdepth' ? 'maxDepth' : 'minDepth'] = Number(value);
    } else if (word === '-regextype') this.#regexType = this.#regexTypeOf(this.#value(word));
    else if (word === '-depth' || word === '-d') this.limits.contentsFirst = true;
    else if (
      word !== '-xdev' &&
      word !== '-mount' &&
      word !== '-follow' &&
      word !== '-noleaf' &&
      word !== '-daystart' &&
      word !== '-warn' &&
      word !== '-nowarn' &&
      word !== '-ignore_readdir_race' &&
      word !== '-true'
    )
      return word === '-false' ? () => false : undefined;
    return () => true;
  }

  #regexTypeOf(name: string): string {
    if (REGEX_TYPES.includes(name)) return name;
    const known = REGEX_TYPES.map((type) => quote(type)).join(', ');
    return this.#fail(`Unknown regular expression type ${quote(name)}; valid types are ${known}.`);
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
      case '-fprint':
        return this.#actions.print('\n', this.#value(word));
      case '-fprint0':
        return this.#actions.print('\0', this.#value(word));
      case '-fprintf': {
        const file = this.#value(word);
        return this.#actions.printf(this.#value(word), file);
      }
      case '-ls':
        return this.#actions.printf(LISTING);
      case '-fls':
        return this.#actions.printf(LISTING, this.#value(word));
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
      case '-okdir':
        return this.#exec(word);
      default:
        return undefined;
    }
  }

  #exec(word: string): Expression {
    const argv: string[] = [];
    const how = { inDirectory: word.endsWith('dir'), asks: word.startsWith('-ok') };
    for (;;) {
      const next = this.#words[this.#at++];
      if (next === undefined)
        return this.#fail(this.#proc.busybox ? `${word} requires ';'` : `missing argument to \`${word}'`);
      if (next === ';' && argv.length > 0) return this.#actions.exec(argv, how);
      if (next === '+' && argv.at(-1) === '{}' && !how.asks)
        return this.#actions.execMany(argv.slice(0, -1), how);
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
}
