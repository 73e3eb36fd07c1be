import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { cat } from './cat.ts';

const grep = lazyProgram(async () => (await import('./grep/grep.ts')).grep);
const pager = lazyProgram(async () => (await import('./pager/pager.ts')).pager);
const vi = lazyProgram(async () => (await import('../editor/vi.ts')).vi);
const checksum = lazyProgram(async () => (await import('./checksum.ts')).checksum);
const hexdump = lazyProgram(async () => (await import('./hexdump.ts')).hexdump);

/** Programs about text. */
export const TEXT_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    awk: lazyProgram(async () => (await import('../awk/awk.ts')).awk),
    b2sum: checksum,
    base32: lazyProgram(async () => (await import('./base32.ts')).base32),
    base64: lazyProgram(async () => (await import('./base64.ts')).base64),
    cat,
    cksum: lazyProgram(async () => (await import('./cksum.ts')).cksum),
    cmp: lazyProgram(async () => (await import('./cmp.ts')).cmp),
    column: lazyProgram(async () => (await import('./column.ts')).column),
    comm: lazyProgram(async () => (await import('./comm.ts')).comm),
    cut: lazyProgram(async () => (await import('./cut.ts')).cut),
    diff: lazyProgram(async () => (await import('./diff/diff.ts')).diff),
    egrep: grep,
    envsubst: lazyProgram(async () => (await import('./envsubst.ts')).envsubst),
    expand: lazyProgram(async () => (await import('./expand.ts')).expand),
    factor: lazyProgram(async () => (await import('./factor.ts')).factor),
    fgrep: grep,
    fmt: lazyProgram(async () => (await import('./fmt.ts')).fmt),
    fold: lazyProgram(async () => (await import('./fold.ts')).fold),
    grep,
    hd: hexdump,
    head: lazyProgram(async () => (await import('./head.ts')).head),
    hexdump,
    join: lazyProgram(async () => (await import('./join.ts')).join),
    jq: lazyProgram(async () => (await import('../jq/jq.ts')).jq),
    less: pager,
    md5sum: checksum,
    more: pager,
    nano: lazyProgram(async () => (await import('../editor/nano.ts')).nano),
    nl: lazyProgram(async () => (await import('./nl.ts')).nl),
    numfmt: lazyProgram(async () => (await import('./numfmt.ts')).numfmt),
    od: lazyProgram(async () => (await import('./od.ts')).od),
    paste: lazyProgram(async () => (await import('./paste.ts')).paste),
    rev: lazyProgram(async () => (await import('./rev.ts')).rev),
    sed: lazyProgram(async () => (await import('./sed/sed.ts')).sed),
    sha1sum: checksum,
    sha224sum: checksum,
    sha256sum: checksum,
    sha384sum: checksum,
    sha512sum: checksum,
    shuf: lazyProgram(async () => (await import('./shuf.ts')).shuf),
    sort: lazyProgram(async () => (await import('./sort.ts')).sort),
    split: lazyProgram(async () => (await import('./split.ts')).split),
    strings: lazyProgram(async () => (await import('./strings.ts')).strings),
    sum: lazyProgram(async () => (await import('./cksum.ts')).sum),
    tac: lazyProgram(async () => (await import('./tac.ts')).tac),
    tail: lazyProgram(async () => (await import('./tail.ts')).tail),
    tee: lazyProgram(async () => (await import('./tee.ts')).tee),
    tr: lazyProgram(async () => (await import('./tr.ts')).tr),
    tsort: lazyProgram(async () => (await import('./tsort.ts')).tsort),
    unexpand: lazyProgram(async () => (await import('./expand.ts')).unexpand),
    uniq: lazyProgram(async () => (await import('./uniq.ts')).uniq),
    vi,
    vim: vi,
    wc: lazyProgram(async () => (await import('./wc.ts')).wc),
    xxd: lazyProgram(async () => (await import('./xxd.ts')).xxd),
  }),
);
