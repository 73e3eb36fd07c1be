import { isSysError } from '../../kernel/errno.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { decompressor, GzipError, isGzip, transformAll } from './gzip-format.ts';
import { CommandFailure } from '../support/command.ts';
import { parseScript } from '../text/sed/parse-script.ts';
import { SedError, type Substitution } from '../text/sed/script.ts';
import { substitute } from '../text/sed/substitute.ts';
import { readAllBytes } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { readWhole } from './read-whole.ts';

/** One call of tar: its words, its complaints and its archive. */
export class TarRun {
  readonly proc: Process;
  readonly options: Options;
  failed = false;
  readonly #transforms: readonly { regExp: RegExp; substitution: Substitution }[];
  readonly #excluded: readonly ((name: string) => boolean)[];

  constructor(proc: Process, options: Options) {
    this.proc = proc;
    this.options = options;
    const listed = options.values('X').flatMap((path) => lines(proc, path));
    const versions = options.has('exclude-vcs') ? ['.git', '.gitignore', '.svn', '.hg'] : [];
    const patterns = [...options.values('exclude'), ...listed, ...versions];
    this.#transforms = options.values('transform').map(parseTransform);
    this.#excluded = patterns.map((pattern) => nameMatcher(pattern, false));
  }

  /** What to archive or extract: the operands and the lists of -T. */
  operands(): string[] {
    return [...this.options.operands, ...this.options.values('T').flatMap((path) => lines(this.proc, path))];
  }

  /** A member's place under the directory of -C. */
  path(name: string): string {
    const directory = this.options.value('C');
    return directory === undefined ? name : joinPath(directory, name);
  }

  /** The name that --transform makes of a member's; with `strips` also without what --strip-components says. */
  renamed(name: string, strips: boolean): string {
    let result = name;
    for (const { regExp, substitution } of this.#transforms) {
      regExp.lastIndex = 0;
      result = substitute(result, regExp, substitution) ?? result;
    }
    if (!strips) return result;
    return result
      .split('/')
      .slice(Number(this.options.value('strip-components') ?? 0))
      .join('/');
  }

  isExcluded(name: string): boolean {
    const plain = name.replace(/\/$/, '');
    return this.#excluded.some(
      (matches) =>
        matches(plain) || plain.split('/').some((_, at, parts) => matches(parts.slice(at).join('/'))),
    );
  }

  async complain(text: string): Promise<void> {
    this.failed = true;
    await this.proc.err(`tar: ${text}\n`);
  }

  async finish(): Promise<number> {
    if (!this.failed) return 0;
    await this.proc.err(
      `tar: ${this.proc.busybox ? 'error exit delayed from previous errors' : 'Exiting with failure status due to previous errors'}\n`,
    );
    return this.proc.busybox ? 1 : 2;
  }

  /** The end of a run that can't go on. */
  async giveUp(text: string): Promise<number> {
    await this.complain(text);
    if (this.proc.busybox) return 1;
    await this.proc.err('tar: Error is not recoverable: exiting now\n');
    return 2;
  }

  async withoutFilter(program: string): Promise<number> {
    if (this.proc.busybox) return this.giveUp(`can't execute '${program}': No such file or directory`);
    await this.proc.err(
      `tar (child): ${program}: Cannot exec: No such file or directory\ntar (child): Error is not recoverable: exiting now\n`,
    );
    return this.giveUp('Child returned status 2');
  }

  noDirectory(path: string): Promise<number> {
    const reason = 'No such file or directory';
    return this.proc.busybox
      ? this.giveUp(`can't change directory to '${path}': ${reason}`)
      : this.cannotOpen(path, reason);
  }

  cannotOpen(path: string, reason: string): Promise<number> {
    return this.giveUp(
      this.proc.busybox ? `can't open '${path}': ${reason}` : `${path}: Cannot open: ${reason}`,
    );
  }

  /** The archive's bytes, unpacked if they are gzip data; a number is the exit status where they can't be read. */
  async readArchive(): Promise<Uint8Array | number> {
    const path = this.options.value('f') ?? '-';
    try {
      const bytes =
        path === '-' ? await readAllBytes(this.proc, this.proc.stdin) : readWhole(this.proc, path);
      const turn = this.proc.tick(1 + (bytes.length >> 6));
      if (turn) await turn;
      if (isGzip(bytes)) return transformAll(decompressor(), bytes);
      if (!this.options.has('z')) return bytes;
      if (this.proc.busybox) return await this.giveUp('invalid magic');
      await this.proc.err('\ngzip: stdin: not in gzip format\n');
      return await this.giveUp('Child returned status 1');
    } catch (error) {
      if (error instanceof GzipError) return this.giveUp(`${error.message}`);
      if (!isSysError(error)) throw error;
      return this.cannotOpen(path, error.message);
    }
  }
}

function lines(proc: Process, path: string): string[] {
  const text = path === '-' ? proc.files.readText('/dev/stdin') : proc.files.readText(path);
  return text.split('\n').filter((line) => line !== '');
}

/** An expression of --transform, which is sed's `s`. @throws CommandFailure */
function parseTransform(text: string): { regExp: RegExp; substitution: Substitution } {
  try {
    const [command, ...more] = parseScript([{ text }], false);
    const regExp = command?.substitution?.regExp;
    if (regExp && command?.substitution && more.length === 0)
      return { regExp, substitution: command.substitution };
  } catch (error) {
    if (!(error instanceof SedError)) throw error;
  }
  throw new CommandFailure('Invalid transform expression', 2);
}
