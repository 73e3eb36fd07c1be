import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { AccountFiles } from './account-files.ts';
import { createHome } from './home.ts';
import { changePassword } from './passwd.ts';

/** adduser of Debian and of busybox. @see adduser(8), busybox loginutils/adduser.c */
export const adduser: Program = command(
  {
    short: 'h:g:s:G:SDHu:k:q',
    long: {
      home: 'h:', gecos: 'g:', comment: 'g:', shell: 's:', ingroup: 'G:', system: 'S', 'disabled-password': 'D', 'disabled-login': 'D', 'no-create-home': 'H',
      uid: 'u:', gid: 'gid:', group: 'group', quiet: 'q',
    },
    usage: '[--uid id] [--firstuid id] [--lastuid id] [--gid id] [--ingroup group] [--add-extra-groups] [--encrypt-home] [--shell shell] [--comment comment] [--home dir] [--no-create-home] user',
    busyboxUsage:
      '[OPTIONS] USER [GROUP]\n\nCreate new user, or add USER to GROUP\n\n\t-h DIR\t\tHome directory\n\t-g GECOS\tGECOS field\n\t-s SHELL\tLogin shell\n\t-G GRP\t\tGroup\n\t-S\t\tCreate a system user\n\t-D\t\tDon\'t assign a password\n\t-H\t\tDon\'t create home directory\n\t-u UID\t\tUser id\n\t-k SKEL\t\tSkeleton directory (/etc/skel)',
  },
  (proc, options) => {
    const [name, group] = options.operands;
    if (name === undefined) throw new UsageFailure(proc.busybox ? '' : 'Only one or two names allowed.');
    if (proc.uid !== 0)
      throw new CommandFailure(proc.busybox ? 'permission denied (are you root?)' : 'Only root may add a user or group to the system.');
    const accounts = new AccountFiles(proc.files, proc.now());
    if (group !== undefined) return joinGroup(proc, accounts, name, group);
    if (accounts.user(name))
      throw new CommandFailure(proc.busybox ? `user '${name}' in use` : `The user \`${name}' already exists.`);
    return proc.busybox ? addOnBusybox(proc, accounts, options, name) : addOnDebian(proc, accounts, options, name);
  },
); // prettier-ignore

async function joinGroup(
  proc: Process,
  accounts: AccountFiles,
  name: string,
  group: string,
): Promise<number> {
  if (!accounts.user(name))
    throw new CommandFailure(proc.busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`);
  if (!accounts.group(group))
    throw new CommandFailure(
      proc.busybox ? `unknown group ${group}` : `The group \`${group}' does not exist.`,
    );
  accounts.setMembers(group, (members) => [...new Set([...members, name])]);
  if (!proc.busybox) await proc.out(`info: Adding user \`${name}' to group \`${group}' ...\n`);
  return 0;
}

async function addOnBusybox(
  proc: Process,
  accounts: AccountFiles,
  options: Options,
  name: string,
): Promise<number> {
  const isSystem = options.has('S');
  const asked = options.value('G');
  const group = asked === undefined ? undefined : accounts.group(asked);
  if (asked !== undefined && !group) throw new CommandFailure(`unknown group ${asked}`);
  const uidText = options.value('u');
  const uid = uidText === undefined ? freeId(accounts, isSystem) : Number(uidText);
  if (accounts.users.some((user) => user.uid === uid)) throw new CommandFailure(`uid '${uid}' in use`);
  const nogroup = isSystem ? (accounts.group('nogroup')?.gid ?? 65533) : uid;
  const gid = group?.gid ?? nogroup;
  if (!group && !isSystem) accounts.addGroup(name, gid);
  const home = options.value('h') ?? `/home/${name}`;
  const comment = options.value('g') ?? 'Linux User,,,';
  const shell = options.value('s') ?? (isSystem ? '/sbin/nologin' : '/bin/sh');
  accounts.addUser({ name, uid, gid, comment, home, shell });
  if (!options.has('H')) createHome(proc, { uid, gid, home }, 0o2755);
  return options.has('D', 'S') ? 0 : changePassword(proc, accounts, name);
}

function freeId(accounts: AccountFiles, isSystem: boolean): number {
  return isSystem ? accounts.freeId(100, 999) : accounts.freeId(1000, 60_000);
}

async function addOnDebian(
  proc: Process,
  accounts: AccountFiles,
  options: Options,
  name: string,
): Promise<number> {
  const isSystem = options.has('S');
  const tell = async (text: string): Promise<void> => {
    if (!options.has('q')) await proc.out(`info: ${text} ...\n`);
  };
  const [low, high] = isSystem ? [100, 999] : [1000, 59_999];
  const id = Number(options.value('u') ?? accounts.freeId(low, high));
  await tell(isSystem ? `Adding system user \`${name}' (UID ${id})` : `Adding user \`${name}'`);
  if (!isSystem && !options.has('u')) await tell(`Selecting UID/GID from range ${low} to ${high}`);
  const asked = options.value('G') ?? options.value('gid');
  const existing = asked === undefined ? undefined : accounts.group(asked);
  if (asked !== undefined && !existing) throw new CommandFailure(`The group \`${asked}' does not exist.`);
  const own = !isSystem || options.has('group');
  const gid = existing?.gid ?? (own ? id : 65_534);
  const groupName = existing?.name ?? (own ? name : 'nogroup');
  if (!existing && own) {
    await tell(`Adding new group \`${name}' (${id})`);
    accounts.addGroup(name, gid);
  }
  await tell(
    isSystem
      ? `Adding new user \`${name}' (UID ${id}) with group \`${groupName}'`
      : `Adding new user \`${name}' (${id}) with group \`${groupName} (${gid})'`,
  );
  const home = options.value('h') ?? (isSystem ? '/nonexistent' : `/home/${name}`);
  const shell = options.value('s') ?? (isSystem ? '/usr/sbin/nologin' : '/bin/bash');
  accounts.addUser({ name, uid: id, gid, comment: options.value('g') ?? '', home, shell });
  if (options.has('H') || home === '/nonexistent') await tell(`Not creating home directory \`${home}'`);
  else {
    await tell(`Creating home directory \`${home}'`);
    createHome(proc, { uid: id, gid, home }, 0o700);
    if (!isSystem) await tell("Copying files from `/etc/skel'");
  }
  return isSystem || options.has('D') ? 0 : changePassword(proc, accounts, name);
}

/** addgroup of Debian and of busybox. @see busybox loginutils/addgroup.c */
export const addgroup: Program = command(
  {
    short: 'g:Sq',
    long: { gid: 'g:', system: 'S', quiet: 'q' },
    usage: '[--gid ID] group\naddgroup user group',
    busyboxUsage: '[-g GID] [-S] [USER] GROUP\n\nAdd a group or add a user to a group',
  },
  async (proc, options) => {
    const { operands } = options;
    const [first, second] = operands;
    if (first === undefined) throw new UsageFailure('');
    if (proc.uid !== 0)
      throw new CommandFailure(
        proc.busybox
          ? 'permission denied (are you root?)'
          : 'Only root may add a user or group to the system.',
      );
    const accounts = new AccountFiles(proc.files, proc.now());
    if (second !== undefined) return joinGroup(proc, accounts, first, second);
    if (accounts.groups.some((group) => group.name === first))
      throw new CommandFailure(
        proc.busybox ? `group '${first}' in use` : `The group \`${first}' already exists.`,
      );
    const gid = Number(options.value('g') ?? freeId(accounts, options.has('S')));
    if (accounts.groups.some((group) => group.gid === gid))
      throw new CommandFailure(proc.busybox ? `gid '${gid}' in use` : `The GID \`${gid}' is already in use.`);
    if (!proc.busybox && !options.has('q')) {
      if (!options.has('g')) await proc.out('info: Selecting GID from range 1000 to 59999 ...\n');
      await proc.out(`info: Adding group \`${first}' (GID ${gid}) ...\n`);
    }
    accounts.addGroup(first, gid);
    return 0;
  },
);

/** deluser and delgroup of Debian and of busybox. */
export const deluser: Program = command(
  {
    short: 'q',
    long: { 'remove-home': 'remove-home', 'remove-all-files': 'remove-home', system: 'S', quiet: 'q' },
    usage: '[--remove-home] user\ndeluser user group',
    busyboxUsage: '[--remove-home] USER\n\nDelete USER from the system',
  },
  async (proc, options) => {
    const [name, groupName] = options.operands;
    if (name === undefined) throw new UsageFailure('');
    if (proc.uid !== 0) throw new CommandFailure('permission denied (are you root?)');
    const accounts = new AccountFiles(proc.files, proc.now());
    const byGroup = /delgroup$/.test(proc.argv[0] ?? '') && groupName === undefined;
    if (byGroup) return deleteGroup(proc, accounts, name);
    const user = accounts.user(name);
    if (!user)
      throw new CommandFailure(
        proc.busybox ? `unknown user ${name}` : `The user \`${name}' does not exist.`,
        2,
      );
    if (groupName !== undefined) {
      accounts.setMembers(groupName, (members) => members.filter((member) => member !== name));
      return 0;
    }
    if (!proc.busybox && !options.has('q')) await proc.out(`info: Removing user \`${name}' ...\n`);
    accounts.removeUser(name);
    if (accounts.group(name)?.gid === user.gid) accounts.removeGroup(name);
    if (options.has('remove-home')) proc.files.removeAll(user.home);
    return 0;
  },
);

async function deleteGroup(proc: Process, accounts: AccountFiles, name: string): Promise<number> {
  const group = accounts.group(name);
  if (!group)
    throw new CommandFailure(
      proc.busybox ? `unknown group ${name}` : `The group \`${name}' does not exist.`,
      3,
    );
  const user = accounts.users.find((one) => one.gid === group.gid);
  if (user)
    throw new CommandFailure(
      proc.busybox
        ? `'${user.name}' still has '${name}' as their primary group!`
        : `The group is the primary group of \`${user.name}'.`,
    );
  if (!proc.busybox) await proc.out(`info: Removing group \`${name}' ...\n`);
  accounts.removeGroup(name);
  return 0;
}
