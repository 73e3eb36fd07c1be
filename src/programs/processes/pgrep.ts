import { parseSignal } from '../../kernel/signals.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, ProcessInfo, Program } from '../../kernel/process.ts';
import { CommandFailure, commandName, complain, runCommand, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { findUser } from '../support/users.ts';
import { argsOf, commOf } from './ps-columns.ts';

const SPEC = {
  short: 'lafxvnocu:U:P:d:t:g:s:e',
  long: {
    'list-name': 'l',
    'list-full': 'a',
    full: 'f',
    exact: 'x',
    inverse: 'v',
    newest: 'n',
    oldest: 'o',
    count: 'c',
    euid: 'u:',
    parent: 'P:',
    delimiter: 'd:',
    signal: 'signal:',
    echo: 'e',
  },
  usage: '[options] <pattern>',
  busyboxUsage: '[-flanovx] [-s SID|-P PPID|PATTERN]\n\nDisplay process(es) selected by regex PATTERN',
  usageStatus: 2,
  version: 'pgrep from procps-ng 4.0.4\n',
};

/** pgrep and pkill: processes by name. @see pgrep(1) */
export const pgrep: Program = (proc) => {
  const kills = commandName(proc) === 'pkill';
  const words = proc.argv.slice(1);
  const at = kills ? words.findIndex((word) => /^-([A-Z][A-Z0-9]+|\d+)$/.test(word)) : -1;
  const signalText = at >= 0 ? (words.splice(at, 1)[0] ?? '').slice(1) : undefined;
  return runCommand(proc, SPEC, words, async (_, options) => {
    const found = select(proc, options);
    if (!kills) return list(proc, options, found);
    const signal = parseSignal(signalText ?? options.value('signal') ?? 'TERM');
    if (!signal) throw new CommandFailure(`bad signal name '${signalText ?? ''}'`, 2);
    for (const info of found) {
      try {
        proc.kill(info.pid, signal);
        if (options.has('e')) await proc.out(`${commOf(info)} killed (pid ${info.pid})\n`);
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(proc, `killing pid ${info.pid} failed: ${error.message}`);
      }
    }
    return found.length > 0 ? 0 : 1;
  });
};

function select(proc: Process, options: Options): ProcessInfo[] {
  const [pattern] = options.operands;
  if (pattern === undefined && !options.has('u', 'P', 'U'))
    throw new UsageFailure(proc.busybox ? '' : 'no matching criteria specified');
  const regExp = posixRegExp(options.has('x') ? `^(${pattern ?? ''})$` : (pattern ?? ''), { extended: true });
  const uids = options
    .value('u')
    ?.split(',')
    .map((name) => findUser(proc.files, name));
  const parents = options.value('P')?.split(',').map(Number);
  const found = proc.processes().filter((info) => {
    if (info.pid === proc.pid) return false;
    const matches =
      regExp.test(options.has('f') ? argsOf(info) : commOf(info)) &&
      (!uids || uids.includes(info.uid)) &&
      (!parents || parents.includes(info.ppid));
    return matches !== options.has('v');
  });
  const sorted = [...found].sort((a, b) => a.pid - b.pid);
  if (options.has('n')) return sorted.slice(-1);
  return options.has('o') ? sorted.slice(0, 1) : sorted;
}

async function list(proc: Process, options: Options, found: readonly ProcessInfo[]): Promise<number> {
  if (options.has('c')) await proc.out(`${found.length}\n`);
  else {
    const show = (info: ProcessInfo): string =>
      options.has('a')
        ? `${info.pid} ${argsOf(info)}`
        : options.has('l')
          ? `${info.pid} ${commOf(info)}`
          : String(info.pid);
    const delimiter = options.value('d') ?? '\n';
    if (found.length > 0) await proc.out(`${found.map(show).join(delimiter)}\n`);
  }
  return found.length > 0 ? 0 : 1;
}

/** pidof: process ids of a program, newest first. */
export const pidof: Program = async (proc) => {
  const names = proc.argv.slice(1).filter((word) => !word.startsWith('-'));
  const found = proc
    .processes()
    .filter((info) => names.includes(commOf(info)) || names.includes(info.argv[0] ?? ''));
  const pids = found
    .map(({ pid }) => pid)
    .filter((pid) => pid !== proc.pid)
    .sort((a, b) => b - a);
  if (pids.length > 0) await proc.out(`${pids.join(' ')}\n`);
  return pids.length > 0 ? 0 : 1;
};
