import type { Process, Program } from '../../kernel/process.ts';
import { command, commandName, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { AccountFiles } from './account-files.ts';
import { createHome } from './home.ts';

const VALID_NAME = /^[a-z_][a-z0-9_-]*\$?$/;
const [IN_USE, NO_GROUP, BAD_NAME, ID_TAKEN, NO_USER] = [9, 6, 3, 4, 6];

/** The files, for root alone. @throws CommandFailure */
function openAccounts(proc: Process, path: string): AccountFiles {
  if (proc.isCapable('DAC_OVERRIDE')) return new AccountFiles(proc.files, proc.now());
  const name = commandName(proc);
  throw new CommandFailure(`Permission denied.\n${name}: cannot lock ${path}; try again later.`);
}

const USER_OPTIONS = {
  short: 'mMs:u:g:G:d:c:rUNop:e:f:k:l:aLU',
  long: {
    'create-home': 'm', 'no-create-home': 'M', shell: 's:', uid: 'u:', gid: 'g:', groups: 'G:', 'home-dir': 'd:', home: 'd:', comment: 'c:', system: 'r',
    'user-group': 'U', 'no-user-group': 'N', 'non-unique': 'o', password: 'p:', append: 'a', login: 'l:', lock: 'L', unlock: 'U',
  },
  usage: '[options] LOGIN',
  usageStatus: 2,
}; // prettier-ignore

/** useradd. @see useradd(8) of shadow-utils */
export const useradd: Program = command(USER_OPTIONS, async (proc, options) => {
  const [name] = options.operands;
  if (name === undefined) throw new UsageFailure('');
  const accounts = openAccounts(proc, '/etc/passwd');
  if (!VALID_NAME.test(name)) throw new CommandFailure(`invalid user name '${name}'`, BAD_NAME);
  if (accounts.user(name)) throw new CommandFailure(`user '${name}' already exists`, IN_USE);
  const isSystem = options.has('r');
  const uid = chosenId(accounts, options.value('u'), isSystem, 'UID');
  if (!options.has('o') && accounts.users.some((user) => user.uid === uid))
    throw new CommandFailure(`UID ${uid} is not unique`, ID_TAKEN);
  const extra = groupList(accounts, options);
  const gid = primaryGroup(accounts, options, name, uid);
  const home = options.value('d') ?? `/home/${name}`;
  accounts.addUser({ name, uid, gid, comment: options.value('c') ?? '', home, shell: options.value('s') ?? '/bin/sh' });
  for (const group of extra) accounts.setMembers(group, (members) => [...new Set([...members, name])]);
  const hash = options.value('p');
  if (hash !== undefined) accounts.setPassword(name, hash);
  if (options.has('m') && !createHome(proc, { uid, gid, home }, 0o755)) await complain(proc, `warning: the home directory ${home} already exists.\n${commandName(proc)}: Not copying any file from skel directory into it.`);
  return 0;
}); // prettier-ignore

function chosenId(accounts: AccountFiles, text: string | undefined, isSystem: boolean, what: string): number {
  if (text === undefined) return isSystem ? accounts.freeSystemId(999, 100) : accounts.freeId(1000, 60_000);
  if (!/^\d+$/.test(text))
    throw new CommandFailure(`invalid ${what === 'UID' ? 'user' : 'group'} ID '${text}'`, BAD_NAME);
  return Number(text);
}

function groupList(accounts: AccountFiles, options: Options): string[] {
  const names = (options.value('G') ?? '').split(',').filter((name) => name !== '');
  return names.map((name) => {
    const group = accounts.group(name);
    if (!group) throw new CommandFailure(`group '${name}' does not exist`, NO_GROUP);
    return group.name;
  });
}

function primaryGroup(accounts: AccountFiles, options: Options, name: string, uid: number): number {
  const asked = options.value('g');
  if (asked !== undefined) {
    const group = accounts.group(asked);
    if (!group) throw new CommandFailure(`group '${asked}' does not exist`, NO_GROUP);
    return group.gid;
  }
  if (options.has('N')) return 100;
  if (accounts.group(name))
    throw new CommandFailure(
      `group ${name} exists - if you want to add this user to that group, use -g.`,
      IN_USE,
    );
  const taken = accounts.groups.some((group) => group.gid === uid);
  const gid = taken ? accounts.freeId(1000, 60_000) : uid;
  accounts.addGroup(name, gid);
  return gid;
}

/** usermod. @see usermod(8) */
export const usermod: Program = command(USER_OPTIONS, (proc, options) => {
  const [name] = options.operands;
  if (name === undefined) throw new UsageFailure('');
  const accounts = openAccounts(proc, '/etc/passwd');
  if (!accounts.user(name)) throw new CommandFailure(`user '${name}' does not exist`, NO_USER);
  const extra = groupList(accounts, options);
  const asked = options.value('g');
  const gid = asked === undefined ? undefined : accounts.group(asked)?.gid;
  if (asked !== undefined && gid === undefined)
    throw new CommandFailure(`group '${asked}' does not exist`, NO_GROUP);
  if (options.has('G') && !options.has('a'))
    for (const group of accounts.groups)
      accounts.setMembers(group.name, (members) => members.filter((member) => member !== name));
  for (const group of extra) accounts.setMembers(group, (members) => [...new Set([...members, name])]);
  const uid = options.value('u');
  const [home, shell, comment, login] = ['d', 's', 'c', 'l'].map((key) => options.value(key));
  accounts.changeUser(name, {
    ...(uid === undefined ? {} : { uid: Number(uid) }),
    ...(gid === undefined ? {} : { gid }),
    ...(home === undefined ? {} : { home }),
    ...(shell === undefined ? {} : { shell }),
    ...(comment === undefined ? {} : { comment }),
    ...(login === undefined ? {} : { name: login }),
  });
  return 0;
});

/** userdel. @see userdel(8) */
export const userdel: Program = command(
  { short: 'rf', long: { remove: 'r', force: 'f' }, usage: '[options] LOGIN', usageStatus: 2 },
  async (proc, options) => {
    const [name] = options.operands;
    if (name === undefined) throw new UsageFailure('');
    const accounts = openAccounts(proc, '/etc/passwd');
    const user = accounts.user(name);
    if (!user) throw new CommandFailure(`user '${name}' does not exist`, NO_USER);
    const busy = proc.processes().find((info) => info.uid === user.uid);
    if (busy && !options.has('f'))
      throw new CommandFailure(`user ${name} is currently used by process ${busy.pid}`, 8);
    accounts.removeUser(name);
    const own = accounts.group(name);
    if (own?.gid === user.gid && own.members.length === 0) accounts.removeGroup(name);
    if (!options.has('r')) return 0;
    await complain(proc, `${name} mail spool (/var/mail/${name}) not found`);
    proc.files.removeAll(user.home);
    return 0;
  },
);

const GROUP_OPTIONS = {
  short: 'g:rofn:',
  long: { gid: 'g:', system: 'r', 'non-unique': 'o', force: 'f', 'new-name': 'n:' },
  usage: '[options] GROUP',
  usageStatus: 2,
};

/** groupadd. @see groupadd(8) */
export const groupadd: Program = command(GROUP_OPTIONS, (proc, options) => {
  const [name] = options.operands;
  if (name === undefined) throw new UsageFailure('');
  const accounts = openAccounts(proc, '/etc/group');
  if (!VALID_NAME.test(name)) throw new CommandFailure(`'${name}' is not a valid group name`, BAD_NAME);
  if (accounts.groups.some((group) => group.name === name)) {
    if (options.has('f')) return 0;
    throw new CommandFailure(`group '${name}' already exists`, IN_USE);
  }
  const gid = chosenId(accounts, options.value('g'), options.has('r'), 'GID');
  if (!options.has('o') && accounts.groups.some((group) => group.gid === gid))
    throw new CommandFailure(`GID '${gid}' already exists`, ID_TAKEN);
  accounts.addGroup(name, gid);
  return 0;
});

/** groupdel. @see groupdel(8) */
export const groupdel: Program = command(GROUP_OPTIONS, (proc, options) => {
  const [name] = options.operands;
  if (name === undefined) throw new UsageFailure('');
  const accounts = openAccounts(proc, '/etc/group');
  const group = accounts.group(name);
  if (!group) throw new CommandFailure(`group '${name}' does not exist`, NO_GROUP);
  const user = accounts.users.find((one) => one.gid === group.gid);
  if (user) throw new CommandFailure(`cannot remove the primary group of user '${user.name}'`, 8);
  accounts.removeGroup(group.name);
  return 0;
});
