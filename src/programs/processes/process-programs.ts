import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { kill } from './kill.ts';
import { pgrep, pidof } from './pgrep.ts';
import { chroot, nice, nohup, setsid, stdbuf, watch } from './runners.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';

/** Programs about processes. */
export const PROCESS_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    chroot,
    kill,
    killall: lazyProgram(async () => (await import('./killall.ts')).killall),
    nice,
    nohup,
    pgrep,
    pidof,
    pkill: pgrep,
    ps: lazyProgram(async () => (await import('./ps.ts')).ps),
    pstree: lazyProgram(async () => (await import('./pstree.ts')).pstree),
    setsid,
    stdbuf,
    time,
    timeout,
    top: lazyProgram(async () => (await import('./top.ts')).top),
    watch,
    xargs: lazyProgram(async () => (await import('./xargs.ts')).xargs),
  }),
);
