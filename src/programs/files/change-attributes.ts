import { isSysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import {
  command,
  CommandFailure,
  commandName,
  complain,
  runCommand,
  UsageFailure,
} from '../support/command.ts';
import { applyMode, formatMode } from '../support/mode.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { findGroup, findUser, readUsers } from '../support/users.ts';

/** Applies `change` to each operand and, with -R, to what is in it. Returns the exit status. */
async function eachFile(
  proc: Process,
  paths: readonly string[],
  options: Options,
  failure: (path: string) => string,
  change: (path: string, stat: Stat) => void | Promise<void>,
): Promise<number> {
  let status = 0;
  const visit = async (path: string, top: boolean): Promise<void> => {
    const turn = proc.tick(3);
    if (turn) await turn;
    try {
      const link = proc.files.lstat(path);
      if (link.type === 'symlink' && !top) return;
      const stat = link.type === 'symlink' && !options.has('h') ? proc.files.stat(path) : link;
      await change(path, stat);
      if (!options.has('R') || stat.type !== 'directory') return;
      for (const { name } of proc.files.readDir(path)) await visit(joinPath(path, name), false);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      status = 1;
      if (options.has('f')) return;
      const missing = error.code === 'ENOENT' && !proc.busybox;
      await complain(proc, `${missing ? `cannot access ${quote(path)}` : failure(path)}: ${error.message}`);
    }
  };
  for (const path of paths) await visit(path, true);
  return status;
}

const CHMOD = {
  short: 'cfvRrwxXstugoa',
  long: { recursive: 'R', verbose: 'v', changes: 'c', silent: 'f', quiet: 'f', reference: 'reference:' },
  usage: '[OPTION]... MODE[,MODE]... FILE...',
  busyboxUsage:
    '[-Rcvf] MODE[,MODE]... FILE...\n\nMODE is octal number (bit pattern sstrwxrwxrwx) or [ugoa]{+|-|=}[rwxXst]',
};

/** chmod: octal and symbolic modes, -R. @see POSIX chmod */
export const chmod: Program = (proc) => {
  // A mode like -x looks like an option.
  const words = proc.argv.slice(1);
  const at = words.findIndex((word) => /^-[rwxXst]+$/.test(word));
  const mode = at >= 0 ? words.splice(at, 1)[0] : undefined;
  return runCommand(proc, CHMOD, words, (_, options) => runChmod(proc, options, mode));
};

async function runChmod(proc: Process, options: Options, given: string | undefined): Promise<number> {
  const operands = [...options.operands];
  const reference = options.value('reference');
  const text =
    given ?? (reference === undefined ? operands.shift() : proc.files.stat(reference).mode.toString(8));
  if (text === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
  if (operands.length === 0)
    throw new UsageFailure(proc.busybox ? '' : `missing operand after ${quote(text)}`);
  if (applyMode(text, 0, false, 0) === undefined) {
    if (proc.busybox) throw new CommandFailure(`invalid mode '${text}'`);
    throw new UsageFailure(`invalid mode: ${quote(text)}`);
  }
  const failure = (path: string): string => (proc.busybox ? path : `changing permissions of ${quote(path)}`);
  return eachFile(proc, operands, options, failure, async (path, stat) => {
    const mode = applyMode(text, stat.mode, stat.type === 'directory', proc.umask) ?? stat.mode;
    proc.files.chmod(path, mode);
    if (!options.has('v') && !(options.has('c') && mode !== stat.mode)) return;
    const shown = (bits: number): string =>
      `${bits.toString(8).padStart(4, '0')} (${formatMode('file', bits).slice(1)})`;
    await proc.out(
      mode === stat.mode
        ? `mode of ${quote(path)} retained as ${shown(mode)}\n`
        : `mode of ${quote(path)} changed from ${shown(stat.mode)} to ${shown(mode)}\n`,
    );
  });
}

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
    const [uid, gid] = parseOwner(proc, group ? `:${text}` : text);
    const failure = (path: string): string =>
      proc.busybox ? path : `changing ${group ? 'group' : 'ownership'} of ${quote(path)}`;
    return eachFile(proc, operands, options, failure, (path, stat) =>
      proc.files.chown(path, uid ?? stat.uid, gid ?? stat.gid, { noFollow: options.has('h') }),
    );
  },
);

function parseOwner(proc: Process, text: string): [uid: number | undefined, gid: number | undefined] {
  const separator = text.includes(':') ? ':' : text.includes('.') ? '.' : undefined;
  const [user = '', group] = separator === undefined ? [text] : text.split(separator);
  const uid = user === '' ? undefined : findUser(proc.files, user);
  if (user !== '' && uid === undefined)
    throw new CommandFailure(proc.busybox ? `unknown user ${user}` : `invalid user: ${quote(text)}`);
  if (group === undefined) return [uid, undefined];
  if (group === '')
    return [uid, user === '' ? undefined : readUsers(proc.files).find((one) => one.uid === uid)?.gid];
  const gid = findGroup(proc.files, group);
  if (gid === undefined)
    throw new CommandFailure(
      proc.busybox ? `unknown group ${group}` : `invalid group: ${quote(user === '' ? group : text)}`,
    );
  return [uid, gid];
}
