import type { Process } from '../../kernel/process.ts';
import { readGroups, type UserEntry } from '../support/users.ts';

/** The process is this user's from now on, with the groups that /etc/group gives. @throws SysError EPERM */
export function becomeUser(proc: Process, user: UserEntry): void {
  const more = readGroups(proc.files).filter((group) => group.members.includes(user.name));
  const groups = [...new Set([user.gid, ...more.map(({ gid }) => gid)])];
  proc.setUser(user.uid, user.gid, groups);
}

const ROOT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const USER_PATH = '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games';

/** What a login of this user starts with. @see login.defs(5) */
export function loginEnvironment(proc: Process, user: UserEntry, shell: string): Map<string, string> {
  const term = proc.env.get('TERM');
  return new Map([
    ['HOME', user.home],
    ['SHELL', shell],
    ['USER', user.name],
    ['LOGNAME', user.name],
    ['PATH', user.uid === 0 || proc.busybox ? ROOT_PATH : USER_PATH],
    ...(term === undefined ? [] : ([['TERM', term]] as const)),
  ]);
}
