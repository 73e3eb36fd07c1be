import { withoutEnd } from '../../../lib/trim-end.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { dirName } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';
import { CommandFailure, complain } from '../../support/command.ts';
import { LineReader } from '../../support/input.ts';
import { quote } from '../../support/quote.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../../support/spawn.ts';
import type { Expression, Visited } from './expression.ts';
import { formatVisited, parseFormat } from './format.ts';

/** Words of one `-exec … +` call. */
const MANY = 1000;

/** How a command is run for a file. */
export interface ExecHow {
  readonly inDirectory: boolean;
  readonly asks: boolean;
}

/** Files for one `-exec … +`. */
interface Batch {
  readonly argv: readonly string[];
  cwd: string | undefined;
  paths: string[];
}

/** The file's path as the command is told it, and the directory to run it in. */
function placeOf({ path }: Visited, { inDirectory }: ExecHow): { path: string; cwd: string | undefined } {
  if (!inDirectory) return { path, cwd: undefined };
  const bare = withoutEnd(path, '/') || path.charAt(0);
  if (bare === '/') return { path, cwd: '/' };
  const last = bare.slice(bare.lastIndexOf('/') + 1) + path.slice(bare.length, bare.length + 1);
  return { path: `./${last}`, cwd: bare.includes('/') ? dirName(bare) : undefined };
}

/** What find can do with what it finds. */
export class FindActions {
  status = 0;
  /** Set by -quit. */
  stopped = false;
  /** Set by -prune for the directory being looked at. */
  pruned = false;
  readonly #proc: Process;
  /** What was odd about the expression, to be told before the search. */
  readonly warnings: string[] = [];
  readonly #pending: Batch[] = [];
  #answers: LineReader | undefined;

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** Writes the path to stdout or, if there is one, to a file, which is emptied now. @throws CommandFailure */
  print(end: string, file?: string): Expression {
    const write = this.#sink(file);
    return async ({ path }) => {
      await write(path + end);
      return true;
    };
  }

  /** The same in a format. @throws CommandFailure */
  printf(format: string, file?: string): Expression {
    const write = this.#sink(file);
    const { pieces, warnings } = parseFormat(format);
    this.warnings.push(...warnings);
    return async (visited) => {
      await write(formatVisited(this.#proc, pieces, visited));
      return true;
    };
  }

  #sink(path: string | undefined): (text: string) => void | Promise<void> {
    const { files } = this.#proc;
    if (path === undefined || path === '/dev/stdout') return (text) => this.#proc.out(text);
    if (path === '/dev/stderr') return (text) => this.#proc.err(text);
    try {
      files.writeFile(path, '');
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(`${quote(path)}: ${error.message}`);
    }
    return (text) => files.writeFile(path, text, { append: true });
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

  /** `-exec … ;`, in the file's directory (-execdir), after a question (-ok). */
  exec(argv: readonly string[], how: ExecHow): Expression {
    return async (visited) => {
      const { path, cwd } = placeOf(visited, how);
      const words = argv.map((word) => word.replaceAll('{}', path));
      if (how.asks && !(await this.#agrees(words, visited))) return false;
      return (await this.#run(words, cwd)) === 0;
    };
  }

  /** `-exec … +`. */
  execMany(argv: readonly string[], how: ExecHow): Expression {
    const batch: Batch = { argv, cwd: undefined, paths: [] };
    this.#pending.push(batch);
    return async (visited) => {
      const { path, cwd } = placeOf(visited, how);
      if (batch.paths.length >= MANY || cwd !== batch.cwd) await this.#flush(batch);
      batch.cwd = cwd;
      batch.paths.push(path);
      return true;
    };
  }

  async #agrees(words: readonly string[], { path }: Visited): Promise<boolean> {
    const question = this.#proc.busybox ? `${words.join(' ')} ?` : `< ${words[0] ?? ''} ... ${path} > ? `;
    await this.#proc.err(question);
    this.#answers ??= new LineReader(this.#proc, this.#proc.stdin);
    return /^[yY]/.test((await this.#answers.next()) ?? '');
  }

  /** Runs what `-exec … +` has collected. */
  async finish(): Promise<void> {
    for (const batch of this.#pending) await this.#flush(batch);
  }

  async #flush(batch: Batch): Promise<void> {
    const paths = batch.paths.splice(0);
    if (paths.length > 0 && (await this.#run([...batch.argv, ...paths], batch.cwd)) !== 0) this.status = 1;
  }

  async #run(argv: readonly string[], cwd: string | undefined): Promise<number> {
    const pid = spawnCommand(this.#proc, argv, cwd === undefined ? {} : { cwd });
    if (typeof pid === 'number') return exitStatus(await waitForEnd(this.#proc, pid));
    await complain(
      this.#proc,
      this.#proc.busybox ? `${argv[0] ?? ''}: ${pid.message}` : `${quote(argv[0] ?? '')}: ${pid.message}`,
    );
    return pid.status;
  }
}
