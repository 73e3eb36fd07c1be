import { isSysError } from '../../kernel/errno.ts';
import type { Program } from '../../kernel/process.ts';
import { parseSignal, SIGNALS } from '../../kernel/signals.ts';
import { complain } from '../support/command.ts';
import { commOf } from './ps-columns.ts';

const USAGE =
  'Usage: killall [OPTION]... [--] NAME...\n       killall -l, --list\n       killall -V, --version\n';

/** killall: signals processes by their program's name. @see killall(1) of psmisc, busybox procps/kill.c */
export const killall: Program = async (proc) => {
  const words = proc.argv.slice(1);
  let signal = parseSignal('TERM');
  let [quiet, verbose] = [false, false];
  for (; words[0]?.startsWith('-'); words.shift()) {
    const word = words[0];
    if (word === '-l' || word === '--list') {
      await proc.out(`${SIGNALS.map((name) => name.slice(3)).join(' ')}\n`);
      return 0;
    }
    if (word === '-q' || word === '--quiet') quiet = true;
    else if (word === '-v' || word === '--verbose') verbose = true;
    else if (word === '-s' || word === '--signal') signal = parseSignal((words.shift(), words[0] ?? ''));
    else if (!/^-([ewIgr]|-.*)?$/.test(word)) signal = parseSignal(word.slice(1));
    if (signal) continue;
    await complain(proc, proc.busybox ? `bad signal name '${word.slice(1)}'` : `${word.slice(1)}: unknown signal; killall -l lists signals.`);
    return 1;
  }
  if (words.length === 0) {
    await proc.err(proc.busybox ? 'killall: you need to specify whom to kill\n' : USAGE);
    return 1;
  }
  let status = 0;
  for (const name of words) {
    const found = proc.processes().filter((info) => commOf(info) === name && info.pid !== proc.pid);
    if (found.length === 0) {
      if (!quiet && proc.busybox) await complain(proc, `${name}: no process killed`);
      else if (!quiet) await proc.err(`${name}: no process found\n`);
      status = 1;
    }
    for (const info of found) {
      try {
        proc.kill(info.pid, signal ?? 'SIGTERM');
        if (verbose) await proc.err(`Killed ${name}(${info.pid}) with signal 15\n`);
      } catch (error) {
        if (!isSysError(error)) throw error;
        status = 1;
        await complain(proc, proc.busybox ? `can't kill pid ${info.pid}: ${error.message}` : `${name}(${info.pid}): ${error.message}`);
      }
    }
  }
  return status;
}; // prettier-ignore
