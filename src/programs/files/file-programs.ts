import type { Program } from '../../kernel/process.ts';
import { chmod, chown } from './change-attributes.ts';
import { cp } from './cp.ts';
import { find } from './find/find.ts';
import { ln } from './ln.ts';
import { ls } from './ls/ls.ts';
import { mkdir, rmdir } from './make-directories.ts';
import { mv } from './mv.ts';
import { basename, dirname, mktemp, pwd, readlink, realpath } from './path-tools.ts';
import { rm } from './rm.ts';
import { stat } from './stat.ts';
import { touch } from './touch.ts';

/** Programs about files and names. */
export const FILE_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    basename, chgrp: chown, chmod, chown, cp, dirname, find, ln, ls, mkdir, mktemp, mv, pwd, readlink, realpath, rm, rmdir, stat, touch,
  }),
); // prettier-ignore
