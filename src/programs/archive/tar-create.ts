import { isSysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import { NO_BYTES } from '../../lib/bytes.ts';
import { findGroup, findGroupName, findUser, findUserName } from '../support/users.ts';
import { parseTime } from '../support/parse-time.ts';
import { compressor, transformAll } from './gzip-format.ts';
import { readTar, writeTar, type TarMember } from '../../lib/tar-format.ts';
import type { TarRun } from './tar-run.ts';
import { readWhole } from './read-whole.ts';

/** `tar c`, `tar r`, `tar u`: the operands, with all that is below them, as an archive. @returns the exit status */
export async function createArchive(job: TarRun, mode: 'c' | 'r' | 'u'): Promise<number> {
  const { proc, options } = job;
  const operands = job.operands();
  if (operands.length === 0 && !options.has('T')) {
    await proc.err(
      proc.busybox
        ? 'tar: empty archive\n'
        : "tar: Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.\n",
    );
    return proc.busybox ? 1 : 2;
  }
  const gatherer = new Gatherer(job);
  const path = options.value('f') ?? '-';
  if (mode !== 'c' && proc.files.exists(path)) {
    const before = await job.readArchive();
    if (typeof before === 'number') return before;
    gatherer.members.push(...readTar(before));
    if (mode === 'u') gatherer.onlyNewer();
  }
  for (const operand of operands) await gatherer.add(operand);
  proc.allocate(gatherer.members.reduce((sum, { data }) => sum + data.length, 0));
  const archive = writeTar(gatherer.members);
  const packed = options.has('z') || (options.has('a') && /\.(t?gz|taz)$/.test(path));
  const content = packed ? transformAll(compressor(6), archive) : archive;
  const turn = proc.tick(1 + Math.floor(archive.length / 16));
  if (turn) await turn;
  try {
    if (path === '-') await proc.out(content);
    else proc.files.writeFile(path, content);
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
  readonly #known = new Map<string, number>();
  readonly #warned = new Set<string>();

  constructor(job: TarRun) {
    this.#job = job;
  }

  /** From now on takes only what is newer than the members so far. */
  onlyNewer(): void {
    for (const { name, mtimeMs } of this.members) this.#known.set(name, mtimeMs);
  }

  async add(path: string): Promise<void> {
    const { proc, options } = this.#job;
    if (this.#job.isExcluded(path)) return;
    const turn = proc.tick(10);
    if (turn) await turn;
    try {
      const member = await this.#member(path);
      if (!member) return;
      if (!this.#isNewer(member)) return await this.#below(path, member);
      this.members.push({ ...member, name: this.#job.renamed(member.name, false) });
      // The list goes to stderr where the archive goes to stdout.
      if (options.has('v'))
        await ((options.value('f') ?? '-') === '-'
          ? proc.err(`${member.name}\n`)
          : proc.out(`${member.name}\n`));
      await this.#below(path, member);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      const what = error.code === 'EACCES' ? 'Cannot open' : 'Cannot stat';
      await this.#job.complain(
        proc.busybox ? `${path}: ${error.message}` : `${path}: ${what}: ${error.message}`,
      );
    }
  }

  async #below(path: string, member: TarMember): Promise<void> {
    if (member.type !== 'directory' || this.#job.options.has('no-recursion')) return;
    for (const { name } of this.#job.proc.files.readDir(this.#job.path(path)))
      await this.add(`${path.replace(/\/$/, '')}/${name}`);
  }

  #isNewer({ name, type, mtimeMs }: TarMember): boolean {
    const known = this.#known.get(name);
    return (
      known === undefined || (type !== 'directory' && Math.floor(mtimeMs / 1000) > Math.floor(known / 1000))
    );
  }

  async #member(path: string): Promise<TarMember | undefined> {
    const { proc, options } = this.#job;
    const { files } = proc;
    const name = (await this.#relative(path)).replace(/\/*$/, '') || '.';
    const place = this.#job.path(path);
    const stat = options.has('h') ? files.stat(place) : files.lstat(place);
    const { type } = stat;
    if (type === 'socket') return undefined;
    const key = `${stat.dev}:${stat.ino}`;
    const first = type === 'file' && stat.nlink > 1 ? this.#links.get(key) : undefined;
    this.#links.set(key, name);
    const common = { mode: stat.mode, ...this.#owner(stat), mtimeMs: this.#mtime(stat.mtimeMs) };
    if (first !== undefined) {
      await this.#relative(path, 'hard link targets');
      return { ...common, name, type: 'link', target: first, data: NO_BYTES };
    }
    if (type === 'directory') return { ...common, name: `${name}/`, type, target: '', data: NO_BYTES };
    if (type === 'symlink') return { ...common, name, type, target: files.readlink(place), data: NO_BYTES };
    if (type !== 'file') return { ...common, name, type, target: '', data: NO_BYTES, device: stat.rdev };
    if (stat.nlink > 1) await this.#relative(path, 'hard link targets');
    return { ...common, name, type, target: '', data: readWhole(proc, place) };
  }

  /** Who owns it, as the file or `--owner` and `--group` say. */
  #owner({ uid, gid }: Stat): Pick<TarMember, 'uid' | 'gid' | 'user' | 'group'> {
    const { proc, options } = this.#job;
    const { files } = proc;
    const owner = options.value('owner');
    const group = options.value('group');
    const ids = {
      uid: owner === undefined ? uid : (findUser(files, owner) ?? 0),
      gid: group === undefined ? gid : (findGroup(files, group) ?? 0),
    };
    if (options.has('numeric-owner')) return { ...ids, user: '', group: '' };
    return { ...ids, user: findUserName(files, ids.uid) ?? '', group: findGroupName(files, ids.gid) ?? '' };
  }

  #mtime(ms: number): number {
    const given = this.#job.options.value('mtime');
    return given === undefined ? ms : (parseTime(given, this.#job.proc.now()) ?? ms);
  }

  async #relative(path: string, what = 'member names'): Promise<string> {
    if (!path.startsWith('/') || this.#job.options.has('P')) return path;
    const { proc } = this.#job;
    const name = path.replace(/^\/+/, '');
    if (this.#warned.has(what) || (proc.busybox && what !== 'member names')) return name;
    this.#warned.add(what);
    const cut = path.slice(0, path.length - name.length);
    await proc.err(
      `tar: ${proc.busybox ? `removing leading '${cut}'` : `Removing leading \`${cut}'`} from ${what}\n`,
    );
    return name;
  }
}
