import { isSysError } from '../../kernel/errno.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';

/** What is at a path to begin with: its text, and whether it is new. A string says why it can't be edited. */
export function readForEdit(proc: Process, path: string): { text: string; isNew: boolean } | string {
  try {
    const stat = proc.files.statIfAny(path);
    if (!stat) return { text: '', isNew: true };
    if (stat.type === 'directory') return 'is a directory';
    return { text: proc.files.readText(path), isNew: false };
  } catch (error) {
    if (!isSysError(error)) throw error;
    return error.message;
  }
}

/** Writes it; why that failed, or undefined. */
export function writeEdited(proc: Process, path: string, text: string): string | undefined {
  try {
    proc.files.writeFile(path, text);
    return undefined;
  } catch (error) {
    if (!isSysError(error)) throw error;
    return error.message;
  }
}

/** Lets the terminal's owner edit the file, where it offers an editor, and waits until that is closed. */
export async function editOutside(proc: Process, path: string): Promise<boolean> {
  const open = proc.stdin.tty?.openEditor;
  if (!open) return false;
  await proc.hold(open(normalizePath(path, proc.files.cwd)));
  return true;
}
