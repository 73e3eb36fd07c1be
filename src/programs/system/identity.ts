import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { findGroupName, findUser, findUserName, readGroups, readUsers } from '../support/users.ts';

interface Identity {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** Supplementary groups of the running process as /proc tells them. */
function ownGroups(proc: Process): number[] {
  const path = '/proc/self/status';
  const line = proc.files.exists(path) ? /^Groups:\t(.*)$/m.exec(proc.files.readText(path))?.[1] : undefined;
  return (line ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
}

function identityOf(proc: Process, name: string | undefined): Identity {
  if (name === undefined)
    return { uid: proc.uid, gid: proc.gid, groups: [...new Set([proc.gid, ...ownGroups(proc)])] };
  const uid = findUser(proc.files, name);
  const user = readUsers(proc.files).find((one) => one.uid === uid);
  if (!user) throw new CommandFailure(proc.busybox ? `unknown user ${name}` : `${quote(name)}: no such user`);
  const more = readGroups(proc.files)
    .filter((group) => group.members.includes(user.name))
    .map((group) => group.gid);
  return { uid: user.uid, gid: user.gid, groups: [...new Set([user.gid, ...more])] };
}

/** id. @see POSIX id */
export const id: Program = command(
  {
    short: 'uGgnrza',
    long: { user: 'u', group: 'g', groups: 'G', name: 'n', real: 'r', zero: 'z' },
    usage: '[OPTION]... [USER]...',
    busyboxUsage: '[-ugGnr] [USER]\n\nPrint information about USER or the current user',
  },
  async (proc, options) => {
    const who = identityOf(proc, options.operands[0]);
    const user = (uid: number): string | undefined => findUserName(proc.files, uid);
    const group = (gid: number): string | undefined => findGroupName(proc.files, gid);
    const show = (value: number, name: (value: number) => string | undefined): string =>
      options.has('n') ? (name(value) ?? String(value)) : String(value);
    const what = options.last('u', 'g', 'G');
    const both = (value: number, name: string | undefined): string =>
      name === undefined ? String(value) : `${value}(${name})`;
    if (what === 'u') await proc.out(`${show(who.uid, user)}\n`);
    else if (what === 'g') await proc.out(`${show(who.gid, group)}\n`);
    else if (what === 'G') await proc.out(`${who.groups.map((gid) => show(gid, group)).join(' ')}\n`);
    else {
      const groups = who.groups.map((gid) => both(gid, group(gid))).join(',');
      await proc.out(
        `uid=${both(who.uid, user(who.uid))} gid=${both(who.gid, group(who.gid))} groups=${groups}\n`,
      );
    }
    return 0;
  },
);

/** whoami: the user's name. */
export const whoami: Program = command(
  {
    short: '',
    usage: '[OPTION]...',
    busyboxUsage: '\n\nPrint the username associated with the current effective user id',
  },
  async (proc) => {
    const name = findUserName(proc.files, proc.uid);
    if (name === undefined)
      throw new CommandFailure(
        proc.busybox ? `unknown uid ${proc.uid}` : `cannot find name for user ID ${proc.uid}`,
      );
    await proc.out(`${name}\n`);
    return 0;
  },
);

/** groups: names of the user's groups. */
export const groups: Program = command(
  { short: '', usage: '[OPTION]... [USERNAME]...', busyboxUsage: '[USER]\n\nPrint the groups USER is in' },
  async (proc, { operands }) => {
    const [name] = operands;
    const names = identityOf(proc, name)
      .groups.map((gid) => findGroupName(proc.files, gid) ?? String(gid))
      .join(' ');
    await proc.out(name === undefined || proc.busybox ? `${names}\n` : `${name} : ${names}\n`);
    return 0;
  },
);
