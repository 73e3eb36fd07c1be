import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';

const apt = lazyProgram(async () => (await import('./apt.ts')).apt);

const compiler = lazyProgram(async () => (await import('./compiler.ts')).compiler);

/** The package managers of Debian and Alpine, and the compilers that they install. */
export const PACKAGE_PROGRAMS: readonly (readonly [name: string, program: Program])[] = [
  ['apk', lazyProgram(async () => (await import('./apk.ts')).apk)],
  ['apt', apt],
  ['apt-cache', apt],
  ['apt-get', apt],
  ['g++', compiler],
  ['gcc', compiler],
  ['dpkg', lazyProgram(async () => (await import('./dpkg.ts')).dpkg)],
];
