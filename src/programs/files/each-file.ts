import { isSysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

/** Applies `change` to each operand and, with -R, to what is in it. Returns the exit status. */
export async function eachFile(
  proc: Process,
  paths: readonly string[],
  options: Options,
  failure: (path: string) => string,
  change: (path: string, stat: Stat) => void | Promise<void>,
): Promise<number> {
  let status = 0;
  const visit = async (path: string, top: boolean): Promise<void> => {
    const turn = proc.tick(3);
    if (turn) await turn;
    try {
      const link = proc.files.lstat(path);
      if (link.type === 'symlink' && !top) return;
      const stat = link.type === 'symlink' && !options.has('h') ? proc.files.stat(path) : link;
      await change(path, stat);
      if (!options.has('R') || stat.type !== 'directory') return;
      for (const { name } of proc.files.readDir(path)) await visit(joinPath(path, name), false);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      status = 1;
      if (options.has('f')) return;
      const missing = error.code === 'ENOENT' && !proc.busybox;
      await complain(proc, `${missing ? `cannot access ${quote(path)}` : failure(path)}: ${error.message}`);
    }
  };
  for (const path of paths) await visit(path, true);
  return status;
}
