import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { execCommand } from '../support/spawn.ts';
import { readGroups, readUsers, type UserEntry } from '../support/users.ts';
import { AccountFiles } from './account-files.ts';
import { becomeUser, loginEnvironment } from './become.ts';
import { askSecret, isPassword } from './secret.ts';

const SECURE_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Groups whose members may do everything. Simplified: /etc/sudoers is not read. */
const ADMINS = ['sudo', 'wheel', 'admin'];
const TRIES = 3;

/** sudo: a command as root or another user. @see sudo(8) */
export const sudo: Program = command(
  {
    short: 'u:g:isEnkKvlSHb',
    long: {
      version: 'version',
      user: 'u:',
      group: 'g:',
      login: 'i',
      shell: 's',
      'preserve-env': 'E?',
      'non-interactive': 'n',
      list: 'l',
    },
    usage: '-h | -K | -k | -V\nusage: sudo [-bEHnPS] [-u user] [VAR=value] [-i | -s] [command [arg ...]]',
    inOrder: true,
    version:
      'Sudo version 1.9.16p2\nSudoers policy plugin version 1.9.16p2\nSudoers file grammar version 50\nSudoers I/O plugin version 1.9.16p2\nSudoers audit plugin version 1.9.16p2\n',
  },
  async (proc, options) => {
    if (options.has('k', 'K')) return 0;
    const me = readUsers(proc.files).find((user) => user.uid === proc.realUid);
    const name = options.value('u') ?? 'root';
    const target = readUsers(proc.files).find((user) => user.name === name || `#${user.uid}` === name);
    if (!target)
      throw new CommandFailure(`unknown user ${name}\nsudo: error initializing audit plugin sudoers_audit`);
    const words = [...options.operands];
    if (words.length === 0 && !options.has('i', 's', 'v', 'l')) throw new UsageFailure('');
    if (proc.realUid !== 0) await authenticate(proc, me, options.has('n'));
    if (options.has('v')) return 0;
    if (options.has('l')) return listRights(proc, me?.name ?? String(proc.realUid));
    const shell = options.has('i') ? target.shell : (proc.env.get('SHELL') ?? target.shell);
    const env = environment(proc, me, target, options.has('E'), options.has('i'));
    while (/^[A-Za-z_]\w*=/.test(words[0] ?? '')) {
      const [key = '', ...rest] = (words.shift() ?? '').split('=');
      env.set(key, rest.join('='));
    }
    const run = words.length === 0 ? [shell] : options.has('i', 's') ? [shell, '-c', words.join(' ')] : words;
    becomeUser(proc, target);
    if (options.has('i')) proc.files.chdir(target.home);
    const result = await execCommand(proc, run, env.set('SUDO_COMMAND', run.join(' ')));
    if (typeof result === 'number') return result;
    throw new CommandFailure(
      `${run[0] ?? ''}: ${result.status === 127 ? 'command not found' : result.message}`,
    );
  },
);

async function authenticate(proc: Process, me: UserEntry | undefined, quiet: boolean): Promise<void> {
  const name = me?.name ?? String(proc.realUid);
  const isAdmin = readGroups(proc.files).some(
    (group) => ADMINS.includes(group.name) && group.members.includes(name),
  );
  if (quiet) throw new CommandFailure('a password is required');
  if (!proc.tty)
    throw new CommandFailure(
      'a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper\nsudo: a password is required',
    );
  const field = new AccountFiles(proc.files, proc.now()).password(name);
  for (let left = TRIES; left > 0; left--) {
    const password = await askSecret(proc, `[sudo] password for ${name}: `);
    if (password === undefined) throw new CommandFailure('a password is required');
    if (!isPassword(field, password)) await proc.err('Sorry, try again.\n');
    else if (isAdmin) return;
    else throw new CommandFailure(`${name} is not in the sudoers file.`);
  }
  throw new CommandFailure(`${TRIES} incorrect password attempts`);
}

async function listRights(proc: Process, name: string): Promise<number> {
  await proc.out(`User ${name} may run the following commands on ${proc.hostname}:\n    (ALL : ALL) ALL\n`);
  return 0;
}

function environment(
  proc: Process,
  me: UserEntry | undefined,
  target: UserEntry,
  keeps: boolean,
  isLogin: boolean,
): Map<string, string> {
  const env = keeps ? new Map(proc.env) : loginEnvironment(proc, target, target.shell);
  if (!keeps && !isLogin)
    for (const key of ['LANG', 'DISPLAY']) if (proc.env.has(key)) env.set(key, proc.env.get(key) ?? '');
  return env
    .set('PATH', SECURE_PATH)
    .set('SUDO_USER', me?.name ?? 'root')
    .set('SUDO_UID', String(proc.realUid))
    .set('SUDO_GID', String(me?.gid ?? proc.gid));
}
