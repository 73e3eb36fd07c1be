import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { basename, dirname } from './base-name.ts';
import { ls } from './ls/ls.ts';
import { mkdir, rmdir } from './make-directories.ts';
import { pwd } from './pwd.ts';

const chown = lazyProgram(async () => (await import('./chown.ts')).chown);
const gzip = lazyProgram(async () => (await import('../archive/gzip.ts')).gzip);

/** Programs about files and names, archives too. */
export const FILE_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    basename,
    chgrp: chown,
    chmod: lazyProgram(async () => (await import('./chmod.ts')).chmod),
    chown,
    cp: lazyProgram(async () => (await import('./cp.ts')).cp),
    dd: lazyProgram(async () => (await import('./dd.ts')).dd),
    dirname,
    file: lazyProgram(async () => (await import('./file/file.ts')).file),
    gunzip: gzip,
    gzip,
    find: lazyProgram(async () => (await import('./find/find.ts')).find),
    install: lazyProgram(async () => (await import('./install.ts')).install),
    link: lazyProgram(async () => (await import('./nodes.ts')).link),
    ln: lazyProgram(async () => (await import('./ln.ts')).ln),
    ls,
    mkdir,
    mkfifo: lazyProgram(async () => (await import('./nodes.ts')).mkfifo),
    mknod: lazyProgram(async () => (await import('./nodes.ts')).mknod),
    mktemp: lazyProgram(async () => (await import('./mktemp.ts')).mktemp),
    mv: lazyProgram(async () => (await import('./mv.ts')).mv),
    pwd,
    readlink: lazyProgram(async () => (await import('./real-path.ts')).readlink),
    realpath: lazyProgram(async () => (await import('./real-path.ts')).realpath),
    rm: lazyProgram(async () => (await import('./rm.ts')).rm),
    rmdir,
    stat: lazyProgram(async () => (await import('./stat.ts')).stat),
    tar: lazyProgram(async () => (await import('../archive/tar.ts')).tar),
    touch: lazyProgram(async () => (await import('./touch.ts')).touch),
    tree: lazyProgram(async () => (await import('./tree.ts')).tree),
    fallocate: lazyProgram(async () => (await import('./fallocate.ts')).fallocate),
    truncate: lazyProgram(async () => (await import('./truncate.ts')).truncate),
    unlink: lazyProgram(async () => (await import('./nodes.ts')).unlink),
    unzip: lazyProgram(async () => (await import('../archive/unzip.ts')).unzip),
    zcat: gzip,
    zgrep: lazyProgram(async () => (await import('../archive/zgrep.ts')).zgrep),
    zip: lazyProgram(async () => (await import('../archive/zip.ts')).zip),
  }),
);
