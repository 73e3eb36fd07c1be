import type { Program } from '../../kernel/process.ts';
import { cat } from './cat.ts';
import { cut } from './cut.ts';
import { base64, checksum, hexdump, od } from './encoders.ts';
import { grep } from './grep/grep.ts';
import { head } from './head.ts';
import { comm, expand, fold, nl, paste, rev, tac } from './line-tools.ts';
import { sed } from './sed/sed.ts';
import { sort } from './sort.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';

/** Programs about text. */
export const TEXT_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({ base64, hexdump, md5sum: checksum, od, sha1sum: checksum, sha256sum: checksum, sha512sum: checksum, cat, comm, cut, egrep: grep, expand, fgrep: grep, fold, grep, head, nl, paste, rev, sed, sort, tac, tail, tee, tr, uniq, wc }),
);
