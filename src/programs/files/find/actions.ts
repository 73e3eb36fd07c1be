import { isSysError } from '../../../kernel/errno.ts';
import { baseName, dirName } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';
import { complain } from '../../support/command.ts';
import { LineReader } from '../../support/input.ts';
import { unescapeText } from '../../support/escapes.ts';
import { formatMode } from '../../support/mode.ts';
import { quote } from '../../support/quote.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../../support/spawn.ts';
import { strftime } from '../../support/strftime.ts';
import { findGroupName, findUserName } from '../../support/users.ts';
import type { Expression, Visited } from './expression.ts';

/** Words of one `-exec … +` call. */
const MANY = 1000;

/** What find can do with what it finds. */
export class FindActions {
  status = 0;
  /** Set by -quit. */
  stopped = false;
  /** Set by -prune for the directory being looked at. */
  pruned = false;
  readonly #proc: Process;
  #answers: LineReader | undefined;
  readonly #pending: { argv: readonly string[]; paths: string[] }[] = [];

  constructor(proc: Process) {
    this.#proc = proc;
  }

  print(end: string): Expression {
    return async ({ path }) => {
      await this.#proc.out(path + end);
      return true;
    };
  }

  /** -fprint: the file is made even where nothing is found. */
  printTo(file: string, end: string): Expression {
    this.#proc.files.writeFile(file, '');
    return ({ path }) => {
      this.#proc.files.writeFile(file, path + end, { append: true });
      return true;
    };
  }

  printf(format: string): Expression {
    const text = unescapeText(format, 'printf').text;
    return async (visited) => {
      await this.#proc.out(formatVisited(this.#proc, text, visited));
      return true;
    };
  }

  delete(): Expression {
    return async ({ path, stat }) => {
      if (path === '.' || path === '..') return true;
      try {
        if (stat.type === 'directory') this.#proc.files.rmdir(path);
        else this.#proc.files.unlink(path);
        return true;
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(
          this.#proc,
          this.#proc.busybox ? `${path}: ${error.message}` : `cannot delete ${quote(path)}: ${error.message}`,
        );
        this.status = 1;
        return false;
      }
    };
  }

  quit(): Expression {
    return () => {
      this.stopped = true;
      return true;
    };
  }

  prune(): Expression {
    return () => {
      this.pruned = true;
      return true;
    };
  }

  /** -exec and its like: `inFolder` runs it where the file is, `asks` first. */
  exec(argv: readonly string[], { inFolder, asks }: { inFolder: boolean; asks: boolean }): Expression {
    return async ({ path }) => {
      if (asks && !(await this.#agreed(argv[0] ?? '', path))) return false;
      const name = inFolder ? `./${baseName(path)}` : path;
      const cwd = inFolder ? dirName(path) || '.' : undefined;
      return (
        (await this.#run(
          argv.map((word) => word.replaceAll('{}', name)),
          cwd,
        )) === 0
      );
    };
  }

  async #agreed(command: string, path: string): Promise<boolean> {
    await this.#proc.err(`< ${command} ... ${path} > ? `);
    this.#answers ??= new LineReader(this.#proc, this.#proc.stdin);
    return /^[yY]/.test((await this.#answers.next()) ?? '');
  }

  execMany(argv: readonly string[]): Expression {
    const batch = { argv, paths: [] as string[] };
    this.#pending.push(batch);
    return async ({ path }) => {
      batch.paths.push(path);
      if (batch.paths.length >= MANY) await this.#flush(batch);
      return true;
    };
  }

  /** Runs what `-exec … +` has collected. */
  async finish(): Promise<void> {
    for (const batch of this.#pending) await this.#flush(batch);
  }

  async #flush(batch: { argv: readonly string[]; paths: string[] }): Promise<void> {
    const paths = batch.paths.splice(0);
    if (paths.length > 0 && (await this.#run([...batch.argv, ...paths])) !== 0) this.status = 1;
  }

  async #run(argv: readonly string[], cwd?: string): Promise<number> {
    const pid = spawnCommand(
      this.#proc,
      argv,
      cwd === undefined ? {} : { cwd: this.#proc.files.realpath(cwd) },
    );
    if (typeof pid === 'number') return exitStatus(await waitForEnd(this.#proc, pid));
    await complain(
      this.#proc,
      this.#proc.busybox ? `${argv[0] ?? ''}: ${pid.message}` : `${quote(argv[0] ?? '')}: ${pid.message}`,
    );
    return pid.status;
  }
}

function formatVisited(proc: Process, format: string, { path, name, stat, depth, start }: Visited): string {
  const relative = path === start ? '' : path.slice(start.length).replace(/^\//, '');
  const directory = path === start ? (path.includes('/') ? dirName(path) : '.') : dirName(path);
  return format.replace(
    /%(-?\d*)(?:([TAC])([a-zA-Z@+])|([a-zA-Z%]))/g,
    (match, width: string, which?: string, part = '', letter = '') => {
      const ms = { T: stat.mtimeMs, A: stat.atimeMs, C: stat.ctimeMs }[which ?? 'T'] ?? 0;
      const value =
        which === undefined ? one(letter) : part === '@' ? (ms / 1000).toFixed(10) : strftime(`%${part}`, ms);
      if (value === undefined) return match;
      return width.startsWith('-')
        ? value.padEnd(Number(width.slice(1)))
        : value.padStart(Number(width || 0));
    },
  );
  function one(letter: string): string | undefined {
    const values: Record<string, () => string> = {
      p: () => path, f: () => name, P: () => relative, h: () => directory, H: () => start, s: () => String(stat.size), d: () => String(depth),
      m: () => stat.mode.toString(8), M: () => formatMode(stat.type, stat.mode), y: () => formatMode(stat.type, 0).charAt(0).replace('-', 'f'),
      u: () => findUserName(proc.files, stat.uid) ?? String(stat.uid), g: () => findGroupName(proc.files, stat.gid) ?? String(stat.gid),
      U: () => String(stat.uid), G: () => String(stat.gid), i: () => String(stat.ino), n: () => String(stat.nlink), k: () => String(stat.blocks / 2),
      b: () => String(stat.blocks), l: () => (stat.type === 'symlink' ? proc.files.readlink(path) : ''),
      t: () => strftime('%a %b %e %H:%M:%S.%N %Y', stat.mtimeMs), '%': () => '%',
    }; // prettier-ignore
    return values[letter]?.();
  }
}
