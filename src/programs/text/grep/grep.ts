import { isSysError } from '../../../kernel/errno.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { joinPath } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { compileGlob } from '../../../lib/glob.ts';
import { command, CommandFailure, commandName, complain, UsageFailure } from '../../support/command.ts';
import { LineReader } from '../../support/input.ts';
import type { Options } from '../../support/parse-options.ts';
import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { createMatcher, syntaxOf, type LineMatcher } from './matcher.ts';
import { MatchPrinter } from './match-printer.ts';

/** grep, egrep, fgrep: lines that match. @see POSIX grep, GNU grep 3.11 */
export const grep: Program = command(
  {
    short: '0::1::2::3::4::5::6::7::8::9::A:B:C:D:d:EFGHILPRTUVabce:f:hilm:noqrsuvwxyzZ',
    long: {
      'after-context': 'A:', 'before-context': 'B:', context: 'C:', 'extended-regexp': 'E', 'fixed-strings': 'F', 'basic-regexp': 'G',
      'perl-regexp': 'P', 'with-filename': 'H', 'files-without-match': 'L', recursive: 'r', 'dereference-recursive': 'R', count: 'c',
      regexp: 'e:', file: 'f:', 'no-filename': 'h', 'ignore-case': 'i', 'files-with-matches': 'l', 'max-count': 'm:', 'line-number': 'n',
      'only-matching': 'o', quiet: 'q', silent: 'q', 'no-messages': 's', 'invert-match': 'v', 'word-regexp': 'w', 'line-regexp': 'x',
      color: 'color?', colour: 'color?', include: 'include:', exclude: 'exclude:', 'exclude-dir': 'exclude-dir:', text: 'a',
      'line-buffered': 'line-buffered', 'byte-offset': 'b', label: 'label:', 'initial-tab': 'T', 'null-data': 'z', null: 'Z',
      'binary-files': 'binary-files:', directories: 'd:', devices: 'D:', 'group-separator': 'group-separator:', 'no-group-separator': 'no-group-separator', binary: 'U',
    },
    usage: '[OPTION]... PATTERNS [FILE]...',
    busyboxUsage: '[-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... | -f FILE... } [FILE]...\n\nSearch for PATTERN in FILEs (or stdin)',
    usageStatus: 2,
    usageLine: 'before-hint',
    version: 'grep (GNU grep) 3.11\n',
  },
  async (proc, options) => {
    const operands = [...options.operands];
    checkNumbers(proc, options);
    const patterns = patternsOf(proc, options, operands);
    const search = new Search(proc, options, await matcherOf(proc, patterns, options));
    const recursive = options.has('r', 'R');
    const names = operands.length ? operands : [recursive && !proc.busybox ? '.' : recursive ? '.' : '-'];
    search.showNames = options.last('H', 'h') === 'H' || (options.last('H', 'h') === undefined && (names.length > 1 || (recursive && names.some((name) => proc.files.statIfAny(name)?.type === 'directory'))));
    for (const name of names) {
      if (await search.operand(name, operands.length === 0)) break;
    }
    return search.status();
  },
); // prettier-ignore

function patternsOf(proc: Process, options: Options, operands: string[]): string[] {
  const texts = [...options.values('e'), ...options.values('f').flatMap((path) => patternFile(proc, path))];
  if (!options.has('e', 'f')) {
    const first = operands.shift();
    if (first === undefined) throw new UsageFailure('');
    texts.push(first);
  }
  return texts.flatMap((text) => text.split('\n'));
}

function patternFile(proc: Process, path: string): string[] {
  try {
    const text = proc.files.readText(path);
    return text === '' ? [] : [text.replace(/\n$/, '')];
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(`${path}: ${error.message}`, 2);
  }
}

function checkNumbers(proc: Process, options: Options): void {
  const bad = (key: string): string | undefined => options.values(key).find((text) => !/^\d+$/.test(text));
  const context = bad('A') ?? bad('B') ?? bad('C');
  if (context !== undefined)
    throw new CommandFailure(
      proc.busybox ? `invalid number '${context}'` : `${context}: invalid context length argument`,
      2,
    );
  const count = options.values('m').find((text) => !/^-?\d+$/.test(text));
  if (count !== undefined)
    throw new CommandFailure(proc.busybox ? `invalid number '${count}'` : 'invalid max count', 2);
}

async function matcherOf(proc: Process, patterns: readonly string[], options: Options): Promise<LineMatcher> {
  const warnings: string[] = [];
  const warn = proc.busybox ? undefined : (message: string) => void warnings.push(message);
  try {
    const matcher = createMatcher(patterns, syntaxOf(commandName(proc), options), options, warn);
    for (const warning of warnings) await complain(proc, `warning: ${warning}`);
    return matcher;
  } catch (error) {
    if (error instanceof PatternError) throw new CommandFailure(wordPatternError(proc, patterns, error), 2);
    if (error instanceof SyntaxError) throw new CommandFailure('Invalid regular expression', 2);
    throw error;
  }
}

function wordPatternError(proc: Process, patterns: readonly string[], { message }: PatternError): string {
  if (proc.busybox) return `bad regex '${patterns[0] ?? ''}': ${message}`;
  const empty = message.startsWith('Unmatched [') && patterns.some((pattern) => /\[\^?$/.test(pattern));
  return empty ? 'Invalid regular expression' : message;
}

class Search {
  showNames = false;
  readonly #proc: Process;
  readonly #options: Options;
  readonly #matcher: LineMatcher;
  readonly #printer: MatchPrinter;
  #found = false;
  #failed = false;

  constructor(proc: Process, options: Options, matcher: LineMatcher) {
    this.#proc = proc;
    this.#options = options;
    this.#matcher = matcher;
    this.#printer = new MatchPrinter(proc, options, matcher);
  }

  status(): number {
    if (this.#found && this.#options.has('q')) return 0;
    return this.#failed ? 2 : this.#found ? 0 : 1;
  }

  /** True when there is no need to go on. */
  async operand(name: string, implied = false): Promise<boolean> {
    const { files } = this.#proc;
    const stat = name === '-' ? undefined : files.statIfAny(name);
    if (stat?.type !== 'directory') return this.#file(name);
    const how = this.#options.value('d');
    if (this.#options.has('r', 'R') || how === 'recurse') return this.#directory(name, implied);
    if (how === 'skip') return false;
    if (!this.#options.has('s')) await complain(this.#proc, `${name}: Is a directory`);
    this.#failed = true;
    if (!this.#proc.busybox) await this.#summary(name, 0);
    return false;
  }

  async #directory(path: string, implied: boolean): Promise<boolean> {
    for (const entry of this.#proc.files.readDir(path)) {
      const name = implied && path === '.' ? entry.name : joinPath(path, entry.name);
      if (entry.type === 'symlink' && !this.#options.has('R')) continue;
      const directory = this.#proc.files.statIfAny(name)?.type === 'directory';
      if (!this.#wanted(entry.name, directory)) continue;
      if (directory ? await this.#directory(name, false) : await this.#file(name)) return true;
    }
    return false;
  }

  #wanted(name: string, directory: boolean): boolean {
    const matches = (key: string): boolean =>
      this.#options.values(key).some((glob) => compileGlob(glob).test(name));
    if (directory) return !matches('exclude-dir');
    return !matches('exclude') && (!this.#options.has('include') || matches('include'));
  }

  async #file(name: string): Promise<boolean> {
    try {
      const file = name === '-' ? this.#proc.stdin : await this.#proc.open(name);
      if (name !== '-') file.retain();
      const count = await this.#lines(
        file,
        name === '-' ? (this.#options.value('label') ?? '(standard input)') : name,
      );
      if (name !== '-') file.release();
      this.#found ||= count > 0;
      return count > 0 && this.#options.has('q');
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      if (!this.#options.has('s')) await complain(this.#proc, `${name}: ${error.message}`);
      this.#failed = true;
      return false;
    }
  }

  async #lines(file: OpenFile, name: string): Promise<number> {
    const options = this.#options;
    const limit =
      options.value('m') === undefined || Number(options.value('m')) < 0
        ? Infinity
        : Number(options.value('m'));
    const onlyNames = options.has('l', 'L');
    const silent = options.has('q', 'c') || onlyNames;
    const reader = new LineReader(this.#proc, file, options.has('z') ? '\0' : '\n');
    const printer = this.#printer;
    printer.startFile(this.showNames ? name : undefined);
    let [count, binary, over] = [0, false, limit <= 0];
    while (!over) {
      const lines = await reader.batch();
      if (!lines) break;
      for (const line of lines) {
        binary ||= this.#isBinary(line);
        if (binary && this.#skipsBinary()) return 0;
        const hit = this.#matcher.matches(line) !== options.has('v');
        // Behind the last match that is wanted only its context is.
        over = count >= limit && (hit || silent || binary || !printer.wantsMore);
        if (over) break;
        if (hit) count++;
        over = hit && (options.has('q') || onlyNames || (binary && !silent));
        if (over) break;
        if (!silent && !binary) printer.line(line, hit);
      }
      await printer.flush();
      over ||= count >= limit && !printer.wantsMore;
    }
    if (binary && count > 0 && !silent) await complain(this.#proc, `${name}: binary file matches`);
    await this.#summary(name, count);
    return count;
  }

  async #summary(name: string, count: number): Promise<void> {
    const options = this.#options;
    if (options.has('q')) return;
    if (options.has('c')) await this.#proc.out(`${this.showNames ? `${name}:` : ''}${count}\n`);
    const end = options.has('Z') ? '\0' : '\n';
    if (options.has('l') && count > 0) await this.#proc.out(name + end);
    if (options.has('L') && count === 0) await this.#proc.out(name + end);
  }

  /** A line with a NUL or with bytes that are no text makes its file a binary one. */
  #isBinary(line: string): boolean {
    if (this.#proc.busybox || this.#options.has('a') || this.#options.value('binary-files') === 'text')
      return false;
    return (line.includes('\0') && !this.#options.has('z')) || /[\udc80-\udcff]/u.test(line);
  }

  #skipsBinary(): boolean {
    return this.#options.has('I') || this.#options.value('binary-files') === 'without-match';
  }
}
