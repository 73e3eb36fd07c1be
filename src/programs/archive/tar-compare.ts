import type { Stat } from '../../kernel/files/inode.ts';
import { sizeOfMember, type TarMember } from '../../lib/tar-format.ts';
import { readWhole } from './read-whole.ts';
import { eachMember } from './tar-members.ts';
import type { TarRun } from './tar-run.ts';

/** `tar d`: in what files differ from the members of their names. @returns the exit status */
export async function compareArchive(job: TarRun): Promise<number> {
  let differs = false;
  const status = await eachMember(job, async (member) => {
    const { proc } = job;
    if (job.options.has('v')) await proc.out(`${member.name}\n`);
    const path = job.path(member.name);
    const stat = proc.files.lstatIfAny(path.replace(/(?<=.)\/$/, ''));
    if (!stat) await proc.err(`tar: ${member.name}: Warning: Cannot stat: No such file or directory\n`);
    const found = stat ? differences(job, member, path, stat) : [];
    for (const difference of found) await proc.out(`${member.name}: ${difference}\n`);
    differs ||= !stat || found.length > 0;
  });
  return status === 0 && differs ? 1 : status;
}

function differences({ proc }: TarRun, member: TarMember, path: string, stat: Stat): string[] {
  if (member.type === 'link') return [];
  if (stat.type !== member.type) return ['File type differs'];
  const found: string[] = [];
  if (member.type === 'symlink')
    return proc.files.readlink(path) === member.target ? [] : ['Symlink differs'];
  if (stat.mode !== member.mode) found.push('Mode differs');
  if (stat.uid !== member.uid) found.push('Uid differs');
  if (stat.gid !== member.gid) found.push('Gid differs');
  if (member.type !== 'file') return found;
  if (Math.floor(stat.mtimeMs / 1000) !== Math.floor(member.mtimeMs / 1000)) found.push('Mod time differs');
  if (stat.size !== sizeOfMember(member)) found.push('Size differs');
  else if (!holds(readWhole(proc, path), member.data)) found.push('Contents differ');
  return found;
}

/** True if a file is this data and then only zeros. */
function holds(file: Uint8Array, data: Uint8Array): boolean {
  return file.every((byte, index) => byte === (data[index] ?? 0));
}
