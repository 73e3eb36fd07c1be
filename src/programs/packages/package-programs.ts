import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';

const apt = lazyProgram(async () => (await import('./apt.ts')).apt);

/** The package managers of Debian and Alpine. */
export const PACKAGE_PROGRAMS: readonly (readonly [name: string, program: Program])[] = [
  ['apk', lazyProgram(async () => (await import('./apk.ts')).apk)],
  ['apt', apt],
  ['apt-cache', apt],
  ['apt-get', apt],
  ['dpkg', lazyProgram(async () => (await import('./dpkg.ts')).dpkg)],
];
