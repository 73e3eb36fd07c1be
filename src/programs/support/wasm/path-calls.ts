import type { Process } from '../../../kernel/process.ts';
import { number, text } from './host-arguments.ts';

/** A call that gives a text or nothing. */
type PathCall = (...args: readonly unknown[]) => string | null;

/** What every language asks of paths and has the machine do as it is. Errors are thrown as SysError. */
export function pathCalls(proc: Process): Record<string, PathCall> {
  const { files } = proc;
  return {
    mkdir: (path, mode) => (files.mkdir(text(path), number(mode) & ~proc.umask), null),
    rmdir: (path) => (files.rmdir(text(path)), null),
    unlink: (path) => (files.unlink(text(path)), null),
    rename: (from, to) => (files.rename(text(from), text(to)), null),
    link: (from, to) => (files.link(text(from), text(to)), null),
    symlink: (target, path) => (files.symlink(text(target), text(path)), null),
    readlink: (path) => files.readlink(text(path)),
    realpath: (path) => files.realpath(text(path)),
    chmod: (path, mode) => (files.chmod(text(path), number(mode)), null),
    chown: (path, uid, gid) => (files.chown(text(path), number(uid), number(gid)), null),
    getcwd: () => files.cwd,
    chdir: (path) => (files.chdir(text(path)), null),
  };
}
