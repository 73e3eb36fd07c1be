import { writeTar, type TarMember } from '../../lib/tar-format.ts';
import { archiveMembers, MemberChoice } from './tar-members.ts';
import type { TarRun } from './tar-run.ts';

/** `tar --delete`: the archive without the members that the operands name. @returns the exit status */
export async function deleteMembers(job: TarRun): Promise<number> {
  const members = await archiveMembers(job);
  if (typeof members === 'number') return members;
  const choice = new MemberChoice(job);
  const named = job.operands().length > 0;
  const kept: TarMember[] = members.filter(({ name }) => !(named && choice.takes(name.replace(/\/$/, ''))));
  const path = job.options.value('f') ?? '-';
  if (path === '-') await job.proc.out(writeTar(kept));
  else job.proc.files.writeFile(path, writeTar(kept));
  await choice.complain();
  return job.finish();
}
