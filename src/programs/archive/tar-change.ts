import { isSysError } from '../../kernel/errno.ts';
import { readTar, writeTar, type TarMember } from '../../lib/tar-format.ts';
import { eachMember } from './tar-extract.ts';
import type { TarRun } from './tar-run.ts';

/** `tar d`: says what differs between the archive and the files. @returns the exit status: 1 where something does */
export async function compareArchive(job: TarRun): Promise<number> {
  let differs = false;
  const status = await eachMember(job, async (member) => {
    if (job.options.has('v')) await job.proc.out(`${member.name}\n`);
    for (const difference of differences(job, member)) {
      differs = true;
      await job.proc.out(`${member.name}: ${difference}\n`);
    }
  });
  return status || Number(differs);
}

/** In tar's order and words. @see GNU tar compare.c */
function differences(job: TarRun, member: TarMember): string[] {
  const { files } = job.proc;
  const path = job.path(member.name.replace(/\/$/, ''));
  const stat = files.lstatIfAny(path);
  if (!stat) return ['Warning: Cannot stat: No such file or directory'];
  if (stat.type !== (member.type === 'link' ? 'file' : member.type)) return ['File type differs'];
  const found: string[] = [];
  if ((stat.mode & 0o7777) !== (member.mode & 0o7777)) found.push('Mode differs');
  if (stat.uid !== member.uid) found.push('Uid differs');
  if (stat.gid !== member.gid) found.push('Gid differs');
  if (member.type === 'symlink' && files.readlink(path) !== member.target) found.push('Symlink differs');
  if (member.type !== 'file') return found;
  if (Math.floor(stat.mtimeMs / 1000) !== Math.floor(member.mtimeMs / 1000)) found.push('Mod time differs');
  if (stat.size !== member.data.length) found.push('Size differs');
  else if (files.readFile(path).some((byte, index) => byte !== member.data[index]))
    found.push('Contents differ');
  return found;
}

/** `tar --delete`: writes the archive again without the members that the operands name. @returns the exit status */
export async function deleteMembers(job: TarRun): Promise<number> {
  const gone = new Set<string>();
  const path = job.options.value('f');
  const status = await eachMember(job, (member) => {
    gone.add(member.name);
    return Promise.resolve();
  });
  const bytes = await job.readArchive();
  if (typeof bytes === 'number' || path === undefined || job.operands().length === 0) return status;
  try {
    job.proc.files.writeFile(path, writeTar(readTar(bytes).filter(({ name }) => !gone.has(name))));
  } catch (error) {
    if (!isSysError(error)) throw error;
    return job.cannotOpen(path, error.message);
  }
  return status;
}
