import { isSysError, type SysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { complain } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { copyContent, type SparseMode } from './copy-content.ts';
import type { Overwrite } from './overwrite.ts';

/** How files are copied. */
export interface CopyOptions {
  readonly recursive: boolean;
  /** Symlinks stay symlinks. */
  readonly keepLinks: boolean;
  /** Mode, owner and times are kept. */
  readonly preserve: boolean;
  readonly force: boolean;
  /** Asks about what is in the way. */
  readonly overwrite?: Overwrite;
  /** Links instead of copies. */
  readonly link?: 'hard' | 'symbolic';
  readonly verbose: boolean;
  readonly sparse?: SparseMode;
}

/** Copies files and trees, complaining about what fails. */
export class TreeCopier {
  failed = false;
  readonly #proc: Process;
  readonly #options: CopyOptions;
  /** Hard links that were met, by device and inode. */
  readonly #links = new Map<string, string>();
  /** The folder that was made for an operand: to meet it on the way means to copy it into itself. */
  #top: { from: string; to: string; key: string } | undefined;

  constructor(proc: Process, options: CopyOptions) {
    this.#proc = proc;
    this.#options = options;
  }

  async complain(text: string): Promise<void> {
    this.failed = true;
    await complain(this.#proc, text);
  }

  async copy(from: string, to: string, operand = true): Promise<void> {
    const { files, busybox } = this.#proc;
    const turn = this.#proc.tick(10);
    if (turn) await turn;
    let stat: Stat;
    try {
      stat = this.#options.keepLinks ? files.lstat(from) : files.stat(from);
    } catch (error) {
      if (!isSysError(error)) throw error;
      return this.complain(
        busybox ? `can't stat '${from}': ${error.message}` : `cannot stat ${quote(from)}: ${error.message}`,
      );
    }
    if (stat.type === 'directory' && !this.#options.recursive) {
      return this.complain(
        busybox ? `omitting directory '${from}'` : `-r not specified; omitting directory ${quote(from)}`,
      );
    }
    try {
      await this.#copyAs(stat, from, to, operand);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      await this.complain(wordCopyError(busybox, error, from, to));
    }
  }

  async #copyAs(stat: Stat, from: string, to: string, operand: boolean): Promise<void> {
    const { files } = this.#proc;
    const target = files.statIfAny(to);
    if (target && target.ino === stat.ino && target.dev === stat.dev && stat.type !== 'symlink') {
      return this.complain(`${quote(from)} and ${quote(to)} are the same file`);
    }
    if (stat.type === 'directory') return this.#directory(stat, from, to, target, operand);
    if (target?.type === 'directory' && stat.type !== 'symlink') {
      return this.complain(
        `cannot overwrite directory ${quote(to)} with non-directory${operand ? '' : ` ${quote(from)}`}`,
      );
    }
    if (target && this.#options.overwrite && !(await this.#options.overwrite.permits(to, target, stat)))
      return;
    if (this.#options.link) return this.#link(from, to);
    await this.#leaf(stat, from, to);
    if (this.#options.preserve) this.#keepAttributes(stat, to);
    if (this.#options.verbose) await this.#proc.out(`${quote(from)} -> ${quote(to)}\n`);
  }

  #link(from: string, to: string): void {
    const { files } = this.#proc;
    if (this.#options.force && files.lstatIfAny(to)) files.unlink(to);
    if (this.#options.link === 'hard') files.link(from, to);
    else files.symlink(from, to);
  }

  async #leaf(stat: Stat, from: string, to: string): Promise<void> {
    const { files } = this.#proc;
    const key = `${stat.dev}:${stat.ino}`;
    const linked = this.#options.preserve && stat.nlink > 1 ? this.#links.get(key) : undefined;
    if (linked !== undefined || (stat.type !== 'file' && files.lstatIfAny(to)))
      if (files.lstatIfAny(to)) files.unlink(to);
    if (linked !== undefined) return files.link(linked, to);
    if (stat.nlink > 1) this.#links.set(key, to);
    if (stat.type === 'symlink') files.symlink(files.readlink(from), to);
    else if (stat.type === 'file' || !this.#options.recursive) await this.#content(stat, from, to);
    else files.mknod(to, stat.type, stat.mode, stat.rdev);
  }

  async #content(stat: Stat, from: string, to: string): Promise<void> {
    const source = await this.#proc.open(from);
    source.retain();
    try {
      const target = await this.#openTarget(to, stat.mode & 0o777);
      target.retain();
      try {
        await copyContent(this.#proc, source, target, this.#options.sparse ?? 'auto');
      } finally {
        target.release();
      }
    } finally {
      source.release();
    }
  }

  async #openTarget(to: string, mode: number): ReturnType<Process['open']> {
    const how = { read: false, write: true, create: true, truncate: true, mode };
    try {
      return await this.#proc.open(to, how);
    } catch (error) {
      if (!this.#options.force || !isSysError(error, 'EACCES')) throw error;
      this.#proc.files.unlink(to);
      return this.#proc.open(to, how);
    }
  }

  async #directory(
    stat: Stat,
    from: string,
    to: string,
    target: Stat | undefined,
    operand: boolean,
  ): Promise<void> {
    const { files, busybox } = this.#proc;
    const top = this.#top;
    if (top?.key === `${stat.dev}:${stat.ino}`) {
      return this.complain(
        busybox
          ? `recursion detected, omitting directory '${from}'`
          : `cannot copy a directory, ${quote(top.from)}, into itself, ${quote(top.to)}`,
      );
    }
    if (target && target.type !== 'directory') {
      return this.complain(
        busybox
          ? `target '${to}' is not a directory`
          : `cannot overwrite non-directory ${quote(to)} with directory ${quote(from)}`,
      );
    }
    if (!target) {
      files.mkdir(to, stat.mode | 0o700);
      const made = files.stat(to);
      if (operand) this.#top = { from, to, key: `${made.dev}:${made.ino}` };
      if (this.#options.verbose) await this.#proc.out(`${quote(from)} -> ${quote(to)}\n`);
    }
    for (const { name } of files.readDir(from))
      await this.copy(joinPath(from, name), joinPath(to, name), false);
    if (this.#options.preserve) this.#keepAttributes(stat, to);
    else if (!target) files.chmod(to, stat.mode & ~this.#proc.umask);
  }

  #keepAttributes(stat: Stat, path: string): void {
    const { files, uid } = this.#proc;
    if (uid === 0) files.chown(path, stat.uid, stat.gid, { noFollow: true });
    if (stat.type !== 'symlink') files.chmod(path, stat.mode);
    files.utimes(path, stat.atimeMs, stat.mtimeMs, { noFollow: true });
  }
}

function wordCopyError(busybox: boolean, error: SysError, from: string, to: string): string {
  if (error.path === from)
    return busybox
      ? `can't open '${from}': ${error.message}`
      : `cannot open ${quote(from)} for reading: ${error.message}`;
  return busybox
    ? `can't create '${to}': ${error.message}`
    : `cannot create regular file ${quote(to)}: ${to.endsWith('/') && error.code === 'EISDIR' ? 'Not a directory' : error.message}`;
}
