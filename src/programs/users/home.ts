import type { Process } from '../../kernel/process.ts';
import type { UserEntry } from '../support/users.ts';

/** Makes a user's home with what /etc/skel has. False where something is there already. */
export function createHome(
  proc: Process,
  user: Pick<UserEntry, 'uid' | 'gid' | 'home'>,
  mode: number,
): boolean {
  const { files } = proc;
  if (files.exists(user.home)) return false;
  files.mkdirAll(user.home, 0o755);
  if (files.exists('/etc/skel')) copySkeleton(proc, '/etc/skel', user.home, user);
  files.chown(user.home, user.uid, user.gid);
  files.chmod(user.home, mode);
  return true;
}

function copySkeleton(
  { files }: Process,
  from: string,
  to: string,
  owner: { uid: number; gid: number },
): void {
  for (const { name, type } of files.readDir(from)) {
    if (type !== 'file') continue;
    files.writeFile(`${to}/${name}`, files.readFile(`${from}/${name}`));
    files.chown(`${to}/${name}`, owner.uid, owner.gid);
  }
}
