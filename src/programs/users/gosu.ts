import type { Program } from '../../kernel/process.ts';
import { findGroup, readGroups, readUsers } from '../support/users.ts';
import { execCommand } from '../support/spawn.ts';

/** gosu: runs a command as another user, in this process. @see github.com/tianon/gosu */
export const gosu: Program = async (proc) => {
  const [, spec, ...command] = proc.argv;
  if (spec === '--version' || spec === '-v') {
    await proc.out('1.19 (go1.24.6 on linux/amd64; gc)\n');
    return 0;
  }
  if (spec === undefined || command.length === 0) {
    await proc.err(
      `Usage: ${proc.argv[0] ?? 'gosu'} user-spec command [args]\n   eg: gosu tianon bash\n       gosu nobody:root bash -c 'whoami && id'\n       gosu 1000:1 id\n`,
    );
    return 1;
  }
  const [name = '', group] = spec.split(':');
  const user = readUsers(proc.files).find((entry) => entry.name === name || String(entry.uid) === name);
  if (!user && !/^\d+$/.test(name)) {
    await proc.err(`error: failed switching to "${spec}": unable to find user ${name}: no matching entries in passwd file\n`); // prettier-ignore
    return 1;
  }
  const gid = group === undefined ? (user?.gid ?? 0) : (findGroup(proc.files, group) ?? 0);
  const groups = readGroups(proc.files).filter(({ members }) => user && members.includes(user.name));
  const env = new Map(proc.env).set('HOME', user?.home ?? '/');
  proc.setUser(user?.uid ?? Number(name), gid, [gid, ...groups.map((entry) => entry.gid)]);
  const result = await execCommand(proc, command, env);
  if (typeof result === 'number') return result;
  await proc.err(`error: exec: "${command[0] ?? ''}": executable file not found in $PATH\n`);
  return 1;
};
