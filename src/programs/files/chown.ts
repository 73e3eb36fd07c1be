import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, commandName, complain, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { findGroup, findGroupName, findUser, findUserName, readUsers } from '../support/users.ts';
import { eachFile } from './each-file.ts';

/** chown and chgrp, with -R and -h. @see POSIX chown, chgrp */
export const chown: Program = command(
  {
    short: 'cfhHLPRv',
    long: {
      recursive: 'R',
      'no-dereference': 'h',
      dereference: 'dereference',
      verbose: 'v',
      changes: 'c',
      silent: 'f',
      quiet: 'f',
      reference: 'reference:',
      from: 'from:',
    },
    usage: '[OPTION]... [OWNER][:[GROUP]] FILE...',
    busyboxUsage:
      '[-Rhcvf] USER[:[GRP]] FILE...\n\nChange the owner and/or group of FILEs to USER and/or GRP',
  },
  async (proc, options) => {
    const operands = [...options.operands];
    const reference = options.value('reference');
    const text =
      reference === undefined
        ? operands.shift()
        : `${proc.files.stat(reference).uid}:${proc.files.stat(reference).gid}`;
    if (text === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    if (operands.length === 0)
      throw new UsageFailure(proc.busybox ? '' : `missing operand after ${quote(text)}`);
    const group = commandName(proc) === 'chgrp';
    if (!group && !proc.busybox && !text.includes(':') && /^[^.]+\.[^.]+$/.test(text))
      await complain(proc, `warning: '.' should be ':': ${quote(text)}`);
    const [uid, gid] = group ? [undefined, parseGroup(proc, text)] : parseOwner(proc, text);
    const [fromUid, fromGid] = parseOwner(proc, options.value('from') ?? '');
    const failure = (path: string): string =>
      proc.busybox ? path : `changing ${group ? 'group' : 'ownership'} of ${quote(path)}`;
    return eachFile(proc, operands, options, failure, async (path, stat) => {
      if (stat.uid !== (fromUid ?? stat.uid) || stat.gid !== (fromGid ?? stat.gid)) return;
      const [newUid, newGid] = [uid ?? stat.uid, gid ?? stat.gid];
      proc.files.chown(path, newUid, newGid, { noFollow: options.has('h') });
      const changed = newUid !== stat.uid || newGid !== stat.gid;
      if (!options.has('v') && !(options.has('c') && changed)) return;
      const name = (u: number, g: number): string =>
        ownerName(proc, uid === undefined ? undefined : u, gid === undefined ? undefined : g);
      const what = group ? 'group' : 'ownership';
      await proc.out(
        changed
          ? `changed ${what} of ${quote(path)} from ${name(stat.uid, stat.gid)} to ${name(newUid, newGid)}\n`
          : `${what} of ${quote(path)} retained as ${name(newUid, newGid)}\n`,
      );
    });
  },
);

/** `user:group`, or of them what was given. */
function ownerName(proc: Process, uid: number | undefined, gid: number | undefined): string {
  const user = uid === undefined ? '' : (findUserName(proc.files, uid) ?? String(uid));
  const group = gid === undefined ? undefined : (findGroupName(proc.files, gid) ?? String(gid));
  if (group === undefined) return user;
  return user === '' ? group : `${user}:${group}`;
}

function parseOwner(proc: Process, text: string): [uid: number | undefined, gid: number | undefined] {
  const separator = text.includes(':') ? ':' : text.includes('.') ? '.' : undefined;
  const at = separator === undefined ? text.length : text.indexOf(separator);
  const user = text.slice(0, at);
  const group = separator === undefined ? undefined : text.slice(at + 1);
  const uid = user === '' ? undefined : findUser(proc.files, user);
  if (user !== '' && uid === undefined)
    throw new CommandFailure(proc.busybox ? `unknown user ${user}` : `invalid user: ${quote(text)}`);
  if (group === undefined) return [uid, undefined];
  if (group === '')
    return [uid, user === '' ? undefined : readUsers(proc.files).find((one) => one.uid === uid)?.gid];
  return [uid, parseGroup(proc, group, text)];
}

/** `whole` is the operand that the group is a part of. */
function parseGroup(proc: Process, group: string, whole = group): number {
  const gid = findGroup(proc.files, group);
  if (gid === undefined)
    throw new CommandFailure(proc.busybox ? `unknown group ${group}` : `invalid group: ${quote(whole)}`);
  return gid;
}
