import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import { formatMode } from '../support/mode.ts';
import { strftime } from '../support/strftime.ts';
import { sizeOfMember, type TarMember } from '../../lib/tar-format.ts';
import { eachMember } from './tar-members.ts';
import type { TarRun } from './tar-run.ts';

/** `tar t`: the names, with -v as ls -l shows them. @returns the exit status */
export function listArchive(job: TarRun): Promise<number> {
  const long = job.options.has('v');
  let width = 19;
  return eachMember(job, async (member) => {
    const name = job.options.has('show-transformed-names') ? job.renamed(member.name, true) : member.name;
    if (name === '') return;
    if (!long) return void (await job.proc.out(`${name}\n`));
    const owner = `${member.user || member.uid}/${member.group || member.gid}`;
    const size = String(sizeOfMember(member));
    width = Math.max(width, owner.length + 1 + size.length);
    const link =
      member.type === 'symlink'
        ? ` -> ${member.target}`
        : member.type === 'link'
          ? ` link to ${member.target}`
          : '';
    const mode =
      member.type === 'link'
        ? `h${formatMode('file', member.mode).slice(1)}`
        : formatMode(member.type, member.mode);
    const time = strftime(job.proc.busybox ? '%Y-%m-%d %H:%M:%S' : '%Y-%m-%d %H:%M', member.mtimeMs);
    await job.proc.out(
      `${mode} ${owner} ${size.padStart(job.proc.busybox ? 9 : width - owner.length - 1)} ${time} ${name}${link}\n`,
    );
  });
}

/** `tar x`: the members, or those that the operands name, as files. @returns the exit status */
export async function extractArchive(job: TarRun): Promise<number> {
  const into = job.options.value('C');
  if (into !== undefined && !job.proc.files.statIfAny(into)) return job.noDirectory(into);
  const directories: [string, TarMember][] = [];
  const status = await eachMember(job, async (member) => {
    const name = job.renamed(member.name, true);
    if (name === '') return;
    if (name.split('/').includes('..')) return job.complain(`${member.name}: Member name contains '..'`);
    const path = job.path(job.options.has('P') ? name : name.replace(/^\/+/, ''));
    if (job.options.has('v'))
      await (job.options.has('O') ? job.proc.err(`${member.name}\n`) : job.proc.out(`${member.name}\n`));
    try {
      if (job.options.has('O')) await printContent(job, member);
      else extract(job, member, path);
      if (member.type === 'directory') directories.push([path, member]);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      await job.complain(
        job.proc.busybox
          ? `can't open '${name}': ${error.message}`
          : `${name}: Cannot open: ${error.message}`,
      );
    }
  });
  // Directories get their mode and time when nothing is put into them any more.
  if (!job.options.has('O'))
    for (const [path, member] of directories.reverse()) setAttributes(job, path, member);
  return status;
}

function extract(job: TarRun, member: TarMember, path: string): void {
  const { files } = job.proc;
  if (member.type === 'directory') return files.mkdirAll(path);
  files.mkdirAll(dirName(path));
  const old = files.lstatIfAny(path);
  if (old && job.options.has('k')) return;
  if (old && old.type !== 'directory') files.unlink(path);
  if (member.type === 'symlink') {
    files.symlink(member.target, path);
    return files.utimes(path, member.mtimeMs, member.mtimeMs, { noFollow: true });
  }
  if (member.type === 'link') return files.link(job.path(member.target), path);
  if (member.type === 'file') {
    files.writeFile(path, member.data);
    if (member.size !== undefined) files.truncate(path, sizeOfMember(member));
  } else files.mknod(path, member.type, member.mode, member.device);
  setAttributes(job, path, member);
}

async function printContent({ proc }: TarRun, member: TarMember): Promise<void> {
  await proc.out(member.data);
  const zeros = new Uint8Array(65536);
  for (let left = sizeOfMember(member) - member.data.length; left > 0; left -= zeros.length)
    await proc.out(zeros.subarray(0, left));
}

function setAttributes(job: TarRun, path: string, member: TarMember): void {
  const { proc, options } = job;
  // Only root may give files away, and only root keeps modes without -p.
  if (proc.uid === 0 && !options.has('no-same-owner')) proc.files.chown(path, member.uid, member.gid);
  proc.files.chmod(path, proc.uid === 0 || options.has('p') ? member.mode : member.mode & ~proc.umask);
  if (!options.has('m')) proc.files.utimes(path, member.mtimeMs, member.mtimeMs);
}
