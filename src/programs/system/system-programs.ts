import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { echo } from './echo.ts';
import { env, printenv, which } from './environment.ts';
import { groups, id, whoami } from './identity.ts';
import { printf } from './printf.ts';
import { seq, yes } from './sequence.ts';
import { clear, falseProgram, hostname, nproc, sleep, sync, trueProgram } from './simple.ts';
import { stty, tty } from './terminal-tools.ts';
import { test } from './test.ts';

const machine = (name: keyof typeof import('./machine.ts')): Program =>
  lazyProgram(async () => (await import('./machine.ts'))[name]);

/** Programs about the system, and the smallest ones. */
export const SYSTEM_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    '[': test, arch: machine('arch'), clear, date: lazyProgram(async () => (await import('./date.ts')).date), df: lazyProgram(async () => (await import('./df.ts')).df), du: lazyProgram(async () => (await import('./du.ts')).du), echo, env, expr: lazyProgram(async () => (await import('./expr.ts')).expr), false: falseProgram, free: machine('free'), groups, hostname, id, lscpu: lazyProgram(async () => (await import('./lscpu.ts')).lscpu), mount: lazyProgram(async () => (await import('./mount.ts')).mount), nproc, printenv, printf, reset: clear, seq,
    getopt: lazyProgram(async () => (await import('./getopt.ts')).getopt), mountpoint: lazyProgram(async () => (await import('./mountpoint.ts')).mountpoint),
    cal: lazyProgram(async () => (await import('./cal.ts')).cal), findmnt: lazyProgram(async () => (await import('./findmnt.ts')).findmnt),
    sysctl: lazyProgram(async () => (await import('./sysctl.ts')).sysctl), sleep, stty, sync, test, tput: lazyProgram(async () => (await import('./tput.ts')).tput), true: trueProgram, tty, umount: lazyProgram(async () => (await import('./mount.ts')).umount), uname: machine('uname'), uptime: machine('uptime'), which, whoami, yes,
  }),
); // prettier-ignore
