import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { kill } from './kill.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';

const pgrep = lazyProgram(async () => (await import('./pgrep.ts')).pgrep);

const runner = (name: keyof typeof import('./runners.ts')): Program =>
  lazyProgram(async () => (await import('./runners.ts'))[name]);

/** Programs about processes. */
export const PROCESS_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    chroot: runner('chroot'),
    kill,
    killall: lazyProgram(async () => (await import('./killall.ts')).killall),
    nice: runner('nice'),
    nohup: runner('nohup'),
    pgrep,
    pidof: lazyProgram(async () => (await import('./pgrep.ts')).pidof),
    pkill: pgrep,
    ps: lazyProgram(async () => (await import('./ps.ts')).ps),
    pstree: lazyProgram(async () => (await import('./pstree.ts')).pstree),
    setsid: runner('setsid'),
    stdbuf: runner('stdbuf'),
    time,
    timeout,
    top: lazyProgram(async () => (await import('./top.ts')).top),
    watch: runner('watch'),
    xargs: lazyProgram(async () => (await import('./xargs.ts')).xargs),
  }),
);
