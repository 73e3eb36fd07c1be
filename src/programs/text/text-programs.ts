import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { cat } from './cat.ts';
import { cmp } from './cmp.ts';
import { cut } from './cut.ts';
import { base64, checksum, hexdump, od } from './encoders.ts';
import { grep } from './grep/grep.ts';
import { head } from './head.ts';
import { comm, expand, fold, nl, paste, rev, tac } from './line-tools.ts';
import { sort } from './sort.ts';
import { split } from './split.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';

/** Programs about text. */
export const TEXT_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    awk: lazyProgram(async () => (await import('../awk/awk.ts')).awk),
    less: lazyProgram(async () => (await import('./pager.ts')).pager),
    more: lazyProgram(async () => (await import('./pager.ts')).pager),
    base64,
    cmp,
    diff: lazyProgram(async () => (await import('./diff/diff.ts')).diff),
    split,
    hexdump,
    md5sum: checksum,
    od,
    sha1sum: checksum,
    sha256sum: checksum,
    sha512sum: checksum,
    cat,
    comm,
    cut,
    egrep: grep,
    expand,
    fgrep: grep,
    fold,
    grep,
    head,
    nl,
    paste,
    rev,
    sed: lazyProgram(async () => (await import('./sed/sed.ts')).sed),
    sort,
    tac,
    tail,
    tee,
    tr,
    uniq,
    wc,
  }),
);
