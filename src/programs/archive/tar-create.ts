import { isSysError } from '../../kernel/errno.ts';
import { NO_BYTES } from '../../lib/bytes.ts';
import { findGroupName, findUserName } from '../support/users.ts';
import { writeTar, type TarMember } from './tar-format.ts';
import type { TarRun } from './tar-run.ts';

/** `tar c`: the operands, with all that is below them, as an archive. @returns the exit status */
export async function createArchive(job: TarRun): Promise<number> {
  const { proc, options } = job;
  if (options.operands.length === 0) {
    await proc.err(
      proc.busybox
        ? 'tar: empty archive\n'
        : "tar: Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.\n",
    );
    return proc.busybox ? 1 : 2;
  }
  const gatherer = new Gatherer(job);
  for (const operand of options.operands) await gatherer.add(operand);
  const archive = writeTar(gatherer.members);
  const path = options.value('f') ?? '-';
  try {
    if (path === '-') await proc.out(archive);
    else proc.files.writeFile(path, archive);
  } catch (error) {
    if (!isSysError(error) || error.code === 'EPIPE') throw error;
    return job.cannotOpen(path, error.message);
  }
  return job.finish();
}

class Gatherer {
  readonly members: TarMember[] = [];
  readonly #job: TarRun;
  /** Files with more than one name, by device and inode. */
  readonly #links = new Map<string, string>();
  #warned = false;

  constructor(job: TarRun) {
    this.#job = job;
  }

  async add(path: string): Promise<void> {
    const { proc, options } = this.#job;
    if (this.#job.isExcluded(path)) return;
    const turn = proc.tick(10);
    if (turn) await turn;
    try {
      const member = await this.#member(path);
      if (!member) return;
      this.members.push(member);
      // The list goes to stderr where the archive goes to stdout.
      if (options.has('v'))
        await ((options.value('f') ?? '-') === '-'
          ? proc.err(`${member.name}\n`)
          : proc.out(`${member.name}\n`));
      if (member.type !== 'directory') return;
      for (const { name } of proc.files.readDir(this.#job.path(path)))
        await this.add(`${path.replace(/\/$/, '')}/${name}`);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      const what = error.code === 'EACCES' ? 'Cannot open' : 'Cannot stat';
      await this.#job.complain(
        proc.busybox ? `${path}: ${error.message}` : `${path}: ${what}: ${error.message}`,
      );
    }
  }

  async #member(path: string): Promise<TarMember | undefined> {
    const { proc, options } = this.#job;
    const { files } = proc;
    const name = (await this.#relative(path)).replace(/\/*$/, '') || '.';
    const place = this.#job.path(path);
    const stat = options.has('h') ? files.stat(place) : files.lstat(place);
    const { type } = stat;
    if (type !== 'file' && type !== 'directory' && type !== 'symlink') return undefined;
    const key = `${stat.dev}:${stat.ino}`;
    const first = type === 'file' && stat.nlink > 1 ? this.#links.get(key) : undefined;
    this.#links.set(key, name);
    const common = {
      mode: stat.mode,
      uid: stat.uid,
      gid: stat.gid,
      user: findUserName(files, stat.uid) ?? '',
      group: findGroupName(files, stat.gid) ?? '',
      mtimeMs: stat.mtimeMs,
    };
    if (first !== undefined) return { ...common, name, type: 'link', target: first, data: NO_BYTES };
    if (type === 'directory') return { ...common, name: `${name}/`, type, target: '', data: NO_BYTES };
    if (type === 'symlink') return { ...common, name, type, target: files.readlink(place), data: NO_BYTES };
    return { ...common, name, type, target: '', data: files.readFile(place) };
  }

  async #relative(path: string): Promise<string> {
    if (!path.startsWith('/') || this.#job.options.has('P')) return path;
    if (!this.#warned)
      await this.#job.proc.err(
        `tar: ${this.#job.proc.busybox ? "removing leading '/' from member names" : "Removing leading `/' from member names"}\n`,
      );
    this.#warned = true;
    return path.replace(/^\/+/, '');
  }
}
