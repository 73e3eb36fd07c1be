import { isSysError, type SysError } from '../../../kernel/errno.ts';
import { joinPath } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { compileGlob } from '../../../lib/glob.ts';
import { command, complain } from '../../support/command.ts';
import type { Options } from '../../support/parse-options.ts';
import { quote } from '../../support/quote.ts';
import { arrangeAcross, arrangeColumns } from './columns.ts';
import { decorationOf, longName, shortName, type Decoration } from './decorate.ts';
import { lsEntry, sortEntries, type LsEntry } from './entry.ts';
import { checkListingOptions } from './check-options.ts';
import { blocksOf, longRows } from './long-format.ts';
import { scaledSize } from './scaled-size.ts';

/** ls: lists directories. @see POSIX ls, GNU coreutils 9.7, BusyBox 1.37 */
export const ls: Program = command(
  {
    short: 'aAbBcCdDfFgGhHiI:klLmnNopqQrRsStT:uUvw:xXZ1',
    long: {
      all: 'a', 'almost-all': 'A', directory: 'd', classify: 'F', 'human-readable': 'h', inode: 'i', 'numeric-uid-gid': 'n', reverse: 'r',
      recursive: 'R', size: 's', color: 'color?', 'full-time': 'full-time', 'time-style': 'time-style:', 'group-directories-first': 'group-directories-first',
      dereference: 'L', 'no-group': 'G', literal: 'N', sort: 'sort:', width: 'w:', format: 'format:', 'file-type': 'file-type', 'indicator-style': 'indicator-style:', hide: 'hide:', ignore: 'I:', 'ignore-backups': 'B',
      'quote-name': 'Q', escape: 'b', 'quoting-style': 'quoting-style:', 'hide-control-chars': 'q', 'show-control-chars': 'show-control-chars',
      si: 'si', 'block-size': 'block-size:', kibibytes: 'k', time: 'time:', 'numeric-ids': 'n', zero: 'zero', hyperlink: 'hyperlink?',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-1AaCxdLHRFplinshrSXvctu] [-w WIDTH] [FILE]...\n\nList directory contents',
    usageStatus: 2,
  },
  (proc, options) => {
    if (!proc.busybox) checkListingOptions(options);
    return new Listing(proc, options).run();
  },
); // prettier-ignore

/** The last of the options about columns, `--format` too. */
function columnsOf(options: Options): string | undefined {
  const word = { across: 'x', horizontal: 'x', commas: 'm', 'single-column': '1', vertical: 'C' }[
    options.value('format') ?? ''
  ];
  return options.last('1', 'C', 'x', 'm') ?? word;
}

class Listing {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #decoration: Decoration;
  readonly #long: boolean;
  #status = 0;
  #blocks = 0;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#decoration = decorationOf(proc, options);
    this.#long =
      (options.has('l', 'g', 'o', 'n', 'full-time') ||
        /^(long|verbose)$/.test(options.value('format') ?? '')) &&
      options.last('l', 'g', 'o', 'n', 'full-time', 'C') !== 'C';
  }

  async run(): Promise<number> {
    const { operands } = this.#options;
    const others: LsEntry[] = [];
    const directories: LsEntry[] = [];
    for (const name of operands.length ? operands : ['.']) {
      const entry = await this.#find(name);
      if (!entry) continue;
      (this.#isListed(entry) ? directories : others).push(entry);
    }
    const sortedOthers = sortEntries(others, this.#options);
    await this.#show(sortedOthers, false);
    const titles = operands.length > 1 || this.#options.has('R');
    let blocks = others.length;
    for (const { name } of sortEntries(directories, this.#options))
      blocks = await this.#directory(name, titles, blocks);
    return this.#status;
  }

  async #find(name: string): Promise<LsEntry | undefined> {
    const noFollow = this.#options.has('d', 'F') || this.#long;
    try {
      const follow =
        this.#options.has('L', 'H') || (!noFollow && this.#proc.files.statIfAny(name)?.type === 'directory');
      return lsEntry(this.#proc.files, name, name, follow);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.#complain('cannot access', name, error, 2);
      return undefined;
    }
  }

  #isListed({ stat, targetStat }: LsEntry): boolean {
    if (this.#options.has('d')) return false;
    const follow = !this.#long && !this.#options.has('F');
    return stat.type === 'directory' || (follow && targetStat?.type === 'directory');
  }

  async #complain(what: string, name: string, error: SysError, status: number): Promise<void> {
    await complain(
      this.#proc,
      this.#proc.busybox ? `${name}: ${error.message}` : `${what} ${quote(name)}: ${error.message}`,
    );
    this.#status = Math.max(this.#status, this.#proc.busybox ? 1 : status);
  }

  /** Returns how many blocks of output came before the next one. */
  async #directory(path: string, title: boolean, before: number): Promise<number> {
    const turn = this.#proc.tick(20);
    if (turn) await turn;
    let entries: LsEntry[];
    try {
      entries = sortEntries(this.#entries(path), this.#options);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.#complain(
        error.code === 'EACCES' ? 'cannot open directory' : 'reading directory',
        path,
        error,
        this.#blocks ? 1 : 2,
      );
      return before;
    }
    if (before > 0) await this.#proc.out('\n');
    if (title) await this.#proc.out(`${path}:\n`);
    await this.#show(entries, true);
    let count = before + 1;
    this.#blocks = count;
    if (!this.#options.has('R')) return count;
    for (const entry of entries) {
      if (entry.stat.type !== 'directory' || entry.name === '.' || entry.name === '..') continue;
      count = await this.#directory(joinPath(path, entry.name), true, count);
    }
    return count;
  }

  #entries(path: string): LsEntry[] {
    const { files } = this.#proc;
    const all = this.#options.has('a', 'f');
    const names = files.readDir(path).map(({ name }) => name);
    const shown = names.filter((name) => this.#isShown(name, all));
    return [...(all ? ['.', '..'] : []), ...shown].flatMap((name) => {
      try {
        return [lsEntry(files, joinPath(path, name), name, this.#options.has('L'))];
      } catch (error) {
        if (!isSysError(error, 'ENOENT') && !isSysError(error, 'ELOOP')) throw error;
        // A link that leads nowhere is still a name.
        return files.lstatIfAny(joinPath(path, name))
          ? [lsEntry(files, joinPath(path, name), name, false)]
          : [];
      }
    });
  }

  #isShown(name: string, all: boolean): boolean {
    const options = this.#options;
    const matches = (key: string): boolean =>
      options.values(key).some((glob) => compileGlob(glob).test(name));
    if (matches('I') && !this.#proc.busybox) return false;
    if (options.has('B') && name.endsWith('~')) return false;
    if (all || options.has('A')) return true;
    return !name.startsWith('.') && !matches('hide');
  }

  async #show(entries: readonly LsEntry[], total: boolean): Promise<void> {
    const options = this.#options;
    if (total && (this.#long || options.has('s'))) {
      const sum = entries.reduce((count, entry) => count + blocksOf(entry), 0);
      await this.#proc.out(
        `total ${options.has('h', 'si', 'block-size') ? scaledSize(sum * 1024, options) : sum}\n`,
      );
    }
    if (this.#long) {
      for (const row of longRows(this.#proc, entries, options, (entry) => longName(entry, this.#decoration)))
        await this.#proc.out(`${row}\n`);
      return;
    }
    const inodes = Math.max(0, ...entries.map(({ stat }) => String(stat.ino).length));
    const blocks = Math.max(0, ...entries.map((entry) => String(blocksOf(entry)).length));
    const cells = entries.map((entry) => {
      const { text, plain } = shortName(entry, this.#decoration);
      const prefix =
        (options.has('i') ? `${String(entry.stat.ino).padStart(inodes)} ` : '') +
        (options.has('s') ? `${String(blocksOf(entry)).padStart(blocks)} ` : '');
      return { text: prefix + text, plain: prefix + plain };
    });
    const columns = columnsOf(options);
    if (columns === 'm')
      return void (await this.#proc.out(cells.length ? `${cells.map(({ text }) => text).join(', ')}\n` : ''));
    const many =
      columns === 'C' || columns === 'x' || (columns === undefined && this.#proc.stdout.kind === 'tty');
    const width = Number(
      options.value('w') ?? this.#proc.stdout.tty?.getSize().columns ?? this.#proc.env.get('COLUMNS') ?? 80,
    );
    if (columns === 'x' && !this.#proc.busybox)
      return void (await this.#proc.out(
        arrangeAcross(cells, width || 80)
          .map((row) => `${row}\n`)
          .join(''),
      ));
    const rows = many ? arrangeColumns(cells, width || 80) : cells.map(({ text }) => text);
    if (rows.length > 0) await this.#proc.out(rows.map((row) => `${row}\n`).join(''));
  }
}
