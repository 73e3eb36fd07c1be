import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { chmod, chown } from './change-attributes.ts';
import { cp } from './cp.ts';
import { install } from './install.ts';
import { ln } from './ln.ts';
import { ls } from './ls/ls.ts';
import { mkdir, rmdir } from './make-directories.ts';
import { mv } from './mv.ts';
import { basename, dirname, mktemp, pwd, readlink, realpath } from './path-tools.ts';
import { rm } from './rm.ts';
import { stat } from './stat.ts';
import { touch } from './touch.ts';
import { tree } from './tree.ts';

/** Programs about files and names. */
export const FILE_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    basename, chgrp: chown, chmod, chown, cp, dd: lazyProgram(async () => (await import('./dd.ts')).dd), dirname, find: lazyProgram(async () => (await import('./find/find.ts')).find), install, ln, ls, mkdir, mktemp, mv, pwd, readlink, realpath, rm, rmdir, stat, tar: lazyProgram(async () => (await import('../archive/tar.ts')).tar), touch, tree,
  }),
); // prettier-ignore
