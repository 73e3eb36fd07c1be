import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain } from '../support/command.ts';
import { findUserName } from '../support/users.ts';
import { AccountFiles } from './account-files.ts';
import { askSecret, isPassword, newHash, readLine } from './secret.ts';

/** passwd: changes, locks or removes a password. @see passwd(1) */
export const passwd: Program = command(
  {
    short: 'dluSqa:',
    long: { delete: 'd', lock: 'l', unlock: 'u', status: 'S', quiet: 'q' },
    usage: '[options] [LOGIN]',
    busyboxUsage: "[-a ALG] [-dlu] [USER]\n\nChange USER's password (default: current user)",
  },
  async (proc, options) => {
    const own = findUserName(proc.files, proc.realUid) ?? String(proc.realUid);
    const name = options.operands[0] ?? own;
    const accounts = new AccountFiles(proc.files, proc.now());
    if (!accounts.user(name))
      throw new CommandFailure(proc.busybox ? `unknown user ${name}` : `user '${name}' does not exist`);
    if (proc.realUid !== 0 && (name !== own || options.has('d', 'l', 'u')))
      throw new CommandFailure(
        proc.busybox
          ? "can't change password for " + name
          : `You may not view or modify password information for ${name}.`,
      );
    const field = accounts.password(name) ?? '';
    if (options.has('S')) return showStatus(proc, name, field);
    if (options.has('d')) return store(proc, accounts, name, '');
    if (options.has('l')) return store(proc, accounts, name, field.startsWith('!') ? field : `!${field}`);
    if (options.has('u')) return store(proc, accounts, name, field.replace(/^!/, ''));
    if (proc.realUid !== 0 && !(await knowsCurrent(proc, name, field))) return 10;
    return changePassword(proc, accounts, name);
  },
);

async function showStatus(proc: Process, name: string, field: string): Promise<number> {
  const state = field === '' ? 'NP' : /^[!*]/.test(field) ? 'L' : 'P';
  await proc.out(`${name} ${state} 2026-01-01 0 99999 7 -1\n`);
  return 0;
}

async function store(proc: Process, accounts: AccountFiles, name: string, field: string): Promise<number> {
  accounts.setPassword(name, field);
  await proc.out(
    proc.busybox ? `passwd: password for ${name} changed by root\n` : 'passwd: password changed.\n',
  );
  return 0;
}

async function knowsCurrent(proc: Process, name: string, field: string): Promise<boolean> {
  await proc.out(`Changing password for ${name}.\n`);
  const current = await askSecret(proc, proc.busybox ? 'Old password: ' : 'Current password: ');
  if (current !== undefined && isPassword(field, current)) return true;
  await proc.err(
    proc.busybox
      ? `passwd: incorrect password for ${name}\n`
      : 'passwd: Authentication token manipulation error\npasswd: password unchanged\n',
  );
  return false;
}

/** Asks twice for a new password and stores it. */
export async function changePassword(proc: Process, accounts: AccountFiles, name: string): Promise<number> {
  if (proc.busybox) await proc.out(`Changing password for ${name}\n`);
  const first = await askSecret(proc, 'New password: ');
  const second =
    first === undefined
      ? undefined
      : await askSecret(proc, proc.busybox ? 'Retype password: ' : 'Retype new password: ');
  if (first === undefined || first !== second) {
    await proc.err(
      proc.busybox
        ? `passwd: password for ${name} is unchanged\n`
        : `${first === undefined ? '' : 'Sorry, passwords do not match.\n'}passwd: Authentication token manipulation error\npasswd: password unchanged\n`,
    );
    return proc.busybox ? 1 : 10;
  }
  accounts.setPassword(name, newHash(proc, first));
  await proc.out(
    proc.busybox
      ? `passwd: password for ${name} changed by root\n`
      : 'passwd: password updated successfully\n',
  );
  return 0;
}

/** chpasswd: lines of `user:password` from stdin. */
export const chpasswd: Program = command(
  { short: 'ec:m', long: { encrypted: 'e' }, usage: '[options]', busyboxUsage: '[--md5|--encrypted]\n\nRead user:password from stdin and update /etc/passwd' },
  async (proc, options) => {
    if (proc.uid !== 0) throw new CommandFailure('permission denied (are you root?)');
    const accounts = new AccountFiles(proc.files, proc.now());
    let status = 0;
    for (let line = await readLine(proc); line !== undefined; line = await readLine(proc)) {
      const [name = '', ...rest] = line.split(':');
      const secret = rest.join(':');
      if (accounts.user(name)) accounts.setPassword(name, options.has('e') ? secret : newHash(proc, secret));
      else {
        await complain(proc, proc.busybox ? `unknown user ${name}` : `(user ${name}) pam_chauthtok() failed`);
        status = 1;
      }
    }
    return status;
  },
); // prettier-ignore
