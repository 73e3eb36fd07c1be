import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { readUsers, type UserEntry } from '../support/users.ts';
import { AccountFiles } from './account-files.ts';
import { becomeUser, loginEnvironment } from './become.ts';
import { askSecret, isPassword } from './secret.ts';

/** su: a shell, or a command, as another user. @see su(1) of util-linux, busybox loginutils/su.c */
export const su: Program = command(
  {
    short: 'c:s:lmpfg:G:P',
    long: { command: 'c:', shell: 's:', login: 'l', 'preserve-environment': 'p' },
    usage: '[options] [-] [<user> [<argument>...]]',
    busyboxUsage:
      "[-lmp] [-s SH] [-] [USER [FILE ARGS / -c 'CMD' [ARG0 ARGS]]]\n\nRun shell under USER (by default, root)",
  },
  async (proc, options) => {
    if (proc.uid !== 0) throw new CommandFailure('must be suid to work properly');
    const operands = [...options.operands];
    const isLogin = options.has('l') || operands[0] === '-';
    if (operands[0] === '-') operands.shift();
    const name = operands.shift() ?? 'root';
    const user = readUsers(proc.files).find((one) => one.name === name);
    if (!user)
      throw new CommandFailure(
        proc.busybox
          ? `unknown user ${name}`
          : `user ${name} does not exist or the user entry does not contain all the required fields`,
      );
    if (proc.realUid !== 0) await authenticate(proc, user);
    return runShell(proc, user, isLogin, options, operands);
  },
);

async function authenticate(proc: Process, user: UserEntry): Promise<void> {
  const field = new AccountFiles(proc.files, proc.now()).password(user.name);
  const password = await askSecret(proc, 'Password: ');
  if (password === undefined || !isPassword(field, password))
    throw new CommandFailure(proc.busybox ? 'incorrect password' : 'Authentication failure');
}

async function runShell(
  proc: Process,
  user: UserEntry,
  isLogin: boolean,
  options: Options,
  operands: readonly string[],
): Promise<number> {
  const shell = options.value('s') ?? (user.shell || '/bin/sh');
  const text = options.value('c');
  const words = [...(text === undefined ? [] : ['-c', text]), ...operands];
  const env = environment(proc, user, shell, isLogin, options.has('m', 'p'));
  becomeUser(proc, user);
  const base = shell.slice(shell.lastIndexOf('/') + 1);
  if (isLogin) enterHome(proc, user);
  try {
    return await proc.exec(shell, [isLogin ? `-${base}` : base, ...words], env);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(
      proc.busybox
        ? `can't execute '${shell}': ${error.message}`
        : `failed to execute ${shell}: ${error.message}`,
      error.code === 'ENOENT' ? 127 : 126,
    );
  }
}

function environment(
  proc: Process,
  user: UserEntry,
  shell: string,
  isLogin: boolean,
  keeps: boolean,
): ReadonlyMap<string, string> {
  if (isLogin) return loginEnvironment(proc, user, shell);
  if (keeps) return proc.env;
  const env = new Map(proc.env).set('HOME', user.home).set('SHELL', shell);
  return user.uid === 0 ? env : env.set('USER', user.name).set('LOGNAME', user.name);
}

function enterHome(proc: Process, user: UserEntry): void {
  try {
    proc.files.chdir(user.home);
  } catch (error) {
    if (!isSysError(error)) throw error;
    proc.files.chdir('/');
  }
}
