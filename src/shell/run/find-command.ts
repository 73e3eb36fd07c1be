import { isSysError, SysError } from '../../kernel/errno.ts';
import type { Interpreter } from './interpreter.ts';

/** Why a command can't run, and the status that leaves. */
export interface NotFound {
  readonly message: string;
  readonly status: number;
}

/** The file a command name stands for, or why there is none. */
export function findCommand(
  shell: Interpreter,
  name: string,
  path: string | undefined,
  forExec = false,
): string | NotFound {
  const { files } = shell.proc;
  const plain = shell.flavour !== 'bash';
  if (name.includes('/')) {
    const stat = files.statIfAny(name);
    if (!stat)
      return { message: `${name}: ${plain ? 'not found' : 'No such file or directory'}`, status: 127 };
    if (stat.type === 'directory')
      return { message: `${name}: ${plain ? 'Permission denied' : 'Is a directory'}`, status: 126 };
    return files.access(name, 1) ? name : { message: `${name}: Permission denied`, status: 126 };
  }
  try {
    return search(shell, name, path);
  } catch (error) {
    if (isSysError(error, 'EACCES')) return { message: `${name}: Permission denied`, status: 126 };
    if (!isSysError(error)) throw error;
    const reason =
      !path && !forExec ? 'No such file or directory' : forExec ? 'not found' : 'command not found';
    return { message: `${name}: ${plain ? 'not found' : reason}`, status: 127 };
  }
}

/** @throws SysError ENOENT, EACCES */
function search(shell: Interpreter, name: string, path = ''): string {
  let denied = false;
  if (name !== '') {
    for (const directory of path.split(':')) {
      const candidate = directory ? `${directory}/${name}` : `./${name}`;
      const stat = shell.proc.files.statIfAny(candidate);
      if (!stat || stat.type === 'directory') continue;
      if (shell.proc.files.access(candidate, 1)) return candidate;
      denied = true;
    }
  }
  throw new SysError(denied ? 'EACCES' : 'ENOENT', name);
}
