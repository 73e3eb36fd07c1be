import type { Program } from '../../kernel/process.ts';

/** nologin: the shell of users who are not to log in. @see nologin(8) */
export const nologin: Program = async (proc) => {
  await proc.out('This account is currently not available.\n');
  return 1;
};
