import { isSysError, type SysError } from '../../kernel/errno.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { typeName } from './type-name.ts';

/** rm: removes files and, with -r, directories. @see POSIX rm */
export const rm: Program = command(
  {
    short: 'dfiIrRv',
    long: {
      force: 'f',
      recursive: 'r',
      dir: 'd',
      verbose: 'v',
      'no-preserve-root': 'no-preserve-root',
      'preserve-root': 'preserve-root?',
      interactive: 'interactive?',
      'one-file-system': 'x',
    },
    usage: '[OPTION]... [FILE]...',
    advice: (proc) => {
      const name = proc.argv.slice(1).find((word) => /^-./.test(word) && proc.files.lstatIfAny(word));
      return name === undefined ? undefined : `Try 'rm ./${name}' to remove the file ${quote(name)}.`;
    },
    busyboxUsage: '[-irf] FILE...\n\nRemove (unlink) FILEs',
  },
  async (proc, options) => {
    if (options.operands.length === 0) {
      if (options.has('f')) return 0;
      throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    }
    if (!(await confirmMany(proc, options))) return 0;
    const remover = new Remover(proc, options);
    for (const path of options.operands) await remover.operand(path);
    return remover.failed ? 1 : 0;
  },
);

/** `-I` asks once, before more than three files or a tree go. */
async function confirmMany(proc: Process, options: Options): Promise<boolean> {
  const when = options.value('interactive');
  if (options.last('i', 'f', 'I') !== 'I' && when !== 'once') return true;
  const { length } = options.operands;
  const recursive = options.has('r', 'R');
  if (!recursive && length <= 3) return true;
  await proc.err(
    `rm: remove ${length} argument${length === 1 ? '' : 's'}${recursive ? ' recursively' : ''}? `,
  );
  return /^[yY]/.test((await new LineReader(proc, proc.stdin).next()) ?? '');
}

class Remover {
  failed = false;
  readonly #proc: Process;
  readonly #options: Options;
  readonly #asks: boolean;
  #answers: LineReader | undefined;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#asks =
      options.last('i', 'f', 'I') === 'i' ||
      (options.has('interactive') && (options.value('interactive') ?? 'always') === 'always');
  }

  async operand(path: string): Promise<void> {
    if (/(^|\/)\.\.?\/*$/.test(path)) {
      return this.#complain(
        this.#proc.busybox
          ? "can't remove '.' or '..'"
          : `refusing to remove '.' or '..' directory: skipping ${quote(path)}`,
      );
    }
    if (
      this.#options.has('r', 'R') &&
      /^\/+$/.test(path) &&
      !this.#options.has('no-preserve-root') &&
      !this.#proc.busybox
    ) {
      await this.#complain("it is dangerous to operate recursively on '/'");
      return this.#complain('use --no-preserve-root to override this failsafe');
    }
    await this.#remove(path);
  }

  async #complain(text: string): Promise<void> {
    await complain(this.#proc, text);
    this.failed = true;
  }

  async #cannot(path: string, error: SysError): Promise<void> {
    if (this.#options.has('f') && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return;
    const { message } = error;
    await this.#complain(
      this.#proc.busybox ? `can't remove '${path}': ${message}` : `cannot remove ${quote(path)}: ${message}`,
    );
  }

  async #remove(path: string): Promise<void> {
    const turn = this.#proc.tick(5);
    if (turn) await turn;
    const { files } = this.#proc;
    try {
      const stat = files.lstat(path);
      if (stat.type !== 'directory') {
        if (this.#asks && !(await this.#confirm(`remove ${typeName(stat)} ${quote(path)}?`))) return;
        files.unlink(path);
        if (this.#options.has('v')) await this.#proc.out(`removed ${quote(path)}\n`);
      } else await this.#directory(path);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      await this.#cannot(path, error);
    }
  }

  async #directory(path: string): Promise<void> {
    const { files, busybox } = this.#proc;
    const recursive = this.#options.has('r', 'R');
    if (!recursive && !this.#options.has('d')) {
      return this.#complain(
        busybox ? `'${path}' is a directory` : `cannot remove ${quote(path)}: Is a directory`,
      );
    }
    if (recursive) {
      const before = this.failed;
      const names = files.readDir(path);
      if (this.#asks && names.length > 0 && !(await this.#confirm(`descend into directory ${quote(path)}?`)))
        return;
      for (const { name } of names) await this.#remove(joinPath(path, name));
      if (this.failed && !before && files.readDir(path).length > 0) return;
    }
    if (this.#asks && !(await this.#confirm(`remove directory ${quote(path)}?`))) return;
    files.rmdir(path);
    if (this.#options.has('v')) await this.#proc.out(`removed directory ${quote(path)}\n`);
  }

  async #confirm(question: string): Promise<boolean> {
    await this.#proc.err(`rm: ${question} `);
    this.#answers ??= new LineReader(this.#proc, this.#proc.stdin);
    return /^[yY]/.test((await this.#answers.next()) ?? '');
  }
}
