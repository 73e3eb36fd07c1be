import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, commandName, runCommand, type CommandSpec } from '../support/command.ts';
import { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { compressor, decompressor, GzipError } from './gzip-format.ts';
import { listGzip } from './gzip-list.ts';

const FAILED = 1;
const WARNED = 2;

const SPEC: CommandSpec = {
  short: 'acdfhklLnNqrS:tvV123456789',
  long: {
    stdout: 'c', 'to-stdout': 'c', decompress: 'd', uncompress: 'd', force: 'f', keep: 'k', list: 'l', 'no-name': 'n', name: 'N', quiet: 'q',
    recursive: 'r', suffix: 'S:', test: 't', verbose: 'v', fast: '1', best: '9', rsyncable: 'rsyncable',
  },
  usage: '[OPTION]... [FILE]...',
  busyboxUsage: '[-cfkdt123456789] [FILE]...\n\nCompress FILEs (or stdin)',
  hint: "Try `gzip --help' for more information.",
  complainsAs: 'gzip',
}; // prettier-ignore

/** gzip, gunzip, zcat. @see gzip(1) 1.12 */
export const gzip: Program = (proc) => {
  const name = commandName(proc);
  const given = name === 'gunzip' ? ['-d'] : name === 'zcat' ? ['-dc'] : [];
  const path = name === 'gzip' ? name : `/usr/bin/${name}`;
  const version = name === 'gzip' ? 'gzip 1.12\n' : `${name} (gzip) 1.12\n`;
  return runCommand(proc, { ...SPEC, version, usageName: path }, [...given, ...proc.argv.slice(1)], run);
};

async function run(proc: Process, options: Options): Promise<number> {
  const job = new GzipRun(proc, options);
  if (options.operands.length === 0) await job.stdin();
  else for (const name of options.operands) await job.operand(name);
  return job.status;
}

class GzipRun {
  status = 0;
  readonly #proc: Process;
  readonly #options: Options;
  readonly #suffix: string;
  readonly #expands: boolean;
  #listed = 0;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#suffix = options.value('S') ?? '.gz';
    this.#expands = options.has('d', 't', 'l');
  }

  async #complain(text: string, status: number): Promise<void> {
    const name = this.#proc.busybox ? commandName(this.#proc) : 'gzip';
    await this.#proc.err(`${name}: ${text}\n`);
    this.status = this.status === FAILED ? FAILED : this.#proc.busybox ? FAILED : status;
  }

  async stdin(): Promise<void> {
    if (!this.#expands && this.#proc.stdout.kind === 'tty' && !this.#options.has('f'))
      throw new CommandFailure('compressed data not written to a terminal. Use -f to force compression.\nFor help, type: gzip -h');
    await this.#guarded('stdin', () => this.#transform(this.#proc.stdin, undefined, this.#options.has('t') ? undefined : this.#proc.stdout));
  } // prettier-ignore

  async operand(name: string): Promise<void> {
    if (name === '-') return this.stdin();
    const { files, busybox } = this.#proc;
    const path = this.#expands && !files.lstatIfAny(name) && !name.endsWith(this.#suffix) && !busybox ? name + this.#suffix : name;
    const stat = files.statIfAny(path);
    if (!stat) return this.#complain(`${path}: No such file or directory`, FAILED);
    if (stat.type === 'directory') {
      if (!this.#options.has('r')) return this.#complain(`${path} is a directory -- ignored`, WARNED);
      for (const entry of files.readDir(path)) await this.operand(`${path.replace(/\/$/, '')}/${entry.name}`);
      return;
    }
    const toStdout = this.#options.has('c', 't', 'l');
    const target = this.#target(path);
    if (target === undefined && !toStdout) return this.#badSuffix(path);
    await this.#file(path, toStdout ? undefined : target);
  } // prettier-ignore

  /** The name of the result; undefined if the suffix forbids it. */
  #target(path: string): string | undefined {
    if (!this.#expands) return path.endsWith(this.#suffix) ? undefined : path + this.#suffix;
    if (path.endsWith(this.#suffix)) return path.slice(0, -this.#suffix.length);
    return /\.t[ag]z$/.test(path) ? path.replace(/\.t[ag]z$/, '.tar') : undefined;
  }

  #badSuffix(path: string): Promise<void> {
    if (this.#proc.busybox)
      return this.#complain(this.#expands ? `${path}: unknown suffix - ignored` : `${path} already has ${this.#suffix} suffix`, FAILED);
    if (this.#expands) return this.#complain(`${path}: unknown suffix -- ignored`, WARNED);
    // A warning that costs nothing, and in a tree none at all.
    if (this.#options.has('r', 'q')) return Promise.resolve();
    return this.#complain(`${path} already has ${this.#suffix} suffix -- unchanged`, 0);
  } // prettier-ignore

  async #file(path: string, target: string | undefined): Promise<void> {
    const { files } = this.#proc;
    if (target !== undefined && files.lstatIfAny(target) && !(await this.#mayReplace(target))) return;
    const source = await this.#proc.open(path);
    source.retain();
    const stat = source.stat();
    if (this.#options.has('l')) {
      await listGzip(this.#proc, path, this.#target(path) ?? path, this.#listed++ === 0);
      return source.release();
    }
    const output = target === undefined ? undefined : await this.#proc.open(target, { read: false, write: true, create: true, truncate: true });
    output?.retain();
    const sink = output ?? (this.#options.has('t') ? undefined : this.#proc.stdout);
    const done = await this.#guarded(path, () => this.#transform(source, { path, mtimeMs: stat.mtimeMs }, sink));
    source.release();
    output?.release();
    if (target === undefined) return;
    if (!done) return files.unlink(target);
    const size = files.stat(target).size;
    files.chmod(target, stat.mode);
    files.utimes(target, stat.atimeMs, stat.mtimeMs);
    if (!this.#options.has('k')) files.unlink(path);
    if (this.#options.has('v')) await this.#report(path, target, this.#expands ? [size, stat.size] : [stat.size, size]);
  } // prettier-ignore

  async #report(path: string, target: string, [plain, packed]: readonly [number, number]): Promise<void> {
    const saved = plain === 0 ? 0 : ((plain - packed) * 100) / plain;
    const what = this.#options.has('k') ? 'created' : 'replaced with';
    await this.#proc.err(`${path}:\t${saved.toFixed(1).padStart(5)}% -- ${what} ${target}\n`);
  }

  async #mayReplace(target: string): Promise<boolean> {
    if (this.#options.has('f')) return true;
    if (this.#proc.busybox) await this.#complain(`can't open '${target}': File exists`, FAILED);
    else if (this.#proc.stdin.kind !== 'tty') await this.#complain(`${target} already exists;\tnot overwritten`, WARNED);
    else {
      await this.#proc.err(`gzip: ${target} already exists; do you wish to overwrite (y or n)? `);
      if (/^[yY]/.test((await new LineReader(this.#proc, this.#proc.stdin).next()) ?? '')) return true;
      await this.#proc.err('\tnot overwritten\n');
      this.status ||= WARNED;
    }
    return false;
  } // prettier-ignore

  async #guarded(name: string, act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (isSysError(error) && error.code !== 'EPIPE') await this.#complain(`${name}: ${error.message}`, FAILED);
      else if (!(error instanceof GzipError)) throw error;
      else if (this.#proc.busybox) await this.#complain(error.message === 'not in gzip format' ? 'invalid magic' : error.message.replace('file', 'file'), FAILED);
      else {
        await this.#proc.err(`\ngzip: ${name}: ${error.message}\n`);
        this.status = FAILED;
      }
      return false;
    }
  } // prettier-ignore

  async #transform(
    source: OpenFile,
    header: { path: string; mtimeMs: number } | undefined,
    sink: OpenFile | undefined,
  ): Promise<void> {
    const level = Number(this.#options.last('1', '2', '3', '4', '5', '6', '7', '8', '9') ?? 6);
    const named = header && !this.#options.has('n') ? { name: header.path.split('/').at(-1) ?? '', mtimeMs: header.mtimeMs } : {};
    const transform = this.#expands ? decompressor() : compressor(level, named);
    for (let bytes = await source.read(65536); bytes; bytes = await source.read(65536)) {
      const piece = transform.push(bytes);
      if (piece.length > 0) await sink?.write(piece);
      const turn = this.#proc.tick(1 + ((bytes.length + piece.length) >> 4));
      if (turn) await turn;
    }
    const rest = transform.end();
    if (rest.length > 0) await sink?.write(rest);
  } // prettier-ignore
}
