import type { Program } from '../../kernel/process.ts';

/**
 * gcc and g++ as they are where the compiler proper is not installed: they tell their version, and that cc1 is missing. Simplified: nothing here runs machine
 * code, so there is none to make. @see gcc(1)
 */
export const compiler: Program = async (proc) => {
  const name = proc.argv[0]?.split('/').at(-1) ?? 'gcc';
  const words = proc.argv.slice(1);
  if (words.includes('--version')) {
    const build = proc.files.exists('/etc/alpine-release') ? 'Alpine 14.2.0' : 'Debian 14.2.0-19';
    await proc.out(
      `${name} (${build}) 14.2.0\nCopyright (C) 2024 Free Software Foundation, Inc.\nThis is free software; see the source for copying conditions.  There is NO\nwarranty; not even for MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.\n\n`,
    );
    return 0;
  }
  const hasInput = words.some((word) => !word.startsWith('-'));
  if (hasInput)
    proc.notice('There is no C compiler in the simulation: the package only has its name and size.');
  const compilerProper = name.includes('+') ? 'cc1plus' : 'cc1';
  const fault = hasInput
    ? `cannot execute '${compilerProper}': posix_spawnp: No such file or directory`
    : 'no input files';
  await proc.err(`${name}: fatal error: ${fault}\ncompilation terminated.\n`);
  return 1;
};
