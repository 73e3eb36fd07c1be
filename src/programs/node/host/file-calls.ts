import { pathCalls } from '../../support/wasm/path-calls.ts';
import { isSysError, SysError } from '../../../kernel/errno.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { TYPE_BITS, type Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import { bytes } from './arguments.ts';

/** Flags of open(2). */
const O_ACCESS = 3;
const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_TRUNC = 0o1000;
const O_APPEND = 0o2000;

/** Files by path and by descriptor, as fs uses them. */
export function fileCalls(proc: Process): Record<string, HostCall> {
  const { files } = proc;
  const file = (fd: number): OpenFile => proc.fd(fd);
  return {
    ...pathCalls(proc),
    open: async (path, flags, mode) => {
      const bits = number(flags);
      const access = bits & O_ACCESS;
      const opened = await proc.open(text(path), {
        read: access !== 1,
        write: access !== 0,
        create: (bits & O_CREAT) !== 0,
        exclusive: (bits & O_EXCL) !== 0,
        truncate: (bits & O_TRUNC) !== 0,
        append: (bits & O_APPEND) !== 0,
        mode: number(mode) & ~proc.umask,
      });
      let fd = 3;
      while (proc.fds.has(fd)) fd++;
      proc.setFd(fd, opened);
      return fd;
    },
    read: async (fd, count, position) => {
      const opened = file(number(fd));
      const before = position === null ? -1 : opened.seek(0, 'current');
      if (position !== null) opened.seek(number(position), 'set');
      const got = await opened.read(Math.max(1, number(count)));
      if (before >= 0) opened.seek(before, 'set');
      return got ?? new Uint8Array(0);
    },
    write: async (fd, buffer, offset, length, position) => {
      const opened = file(number(fd));
      const data = bytes(buffer, offset, length);
      if (position !== null && position !== undefined) opened.seek(number(position), 'set');
      await opened.write(data);
      return data.length;
    },
    writeText: (fd, data) => {
      const written = file(number(fd)).write(toBytes(text(data)));
      return written instanceof Promise ? written.then(() => null) : null;
    },
    readFile: (path) => files.readFile(text(path)),
    writeFile: (path, buffer, offset, length, mode, append) => {
      files.writeFile(text(path), bytes(buffer, offset, length), {
        mode: number(mode) & ~proc.umask,
        append: append === 1,
      });
      return null;
    },
    close: (fd) => (proc.closeFd(checked(proc, number(fd))), null),
    ftruncate: (fd, size) => (file(number(fd)).truncate(number(size)), null),
    truncate: (path, size) => (files.truncate(text(path), number(size)), null),
    isatty: (fd) => (proc.fds.get(number(fd))?.tty ? 1 : 0),
    stat: (path) => formatStat(files.stat(text(path))),
    lstat: (path) => formatStat(files.lstat(text(path))),
    statIfAny: (path) => quietly(() => formatStat(files.stat(text(path)))),
    fstat: (fd) => formatStat(file(number(fd)).stat()),
    readDir: (path) => JSON.stringify(files.readDir(text(path)).map(({ name, type }) => [name, type])),
    access: (path, mode) => {
      files.stat(text(path));
      if (number(mode) !== 0 && !files.access(text(path), number(mode))) throw new SysError('EACCES');
      return null;
    },
    removeAll: (path) => (files.removeAll(text(path)), null),
    utimes: (path, atime, mtime) => (files.utimes(text(path), number(atime), number(mtime)), null),
  };
}

function checked(proc: Process, fd: number): number {
  proc.fd(fd);
  return fd;
}

function quietly(body: () => string): string | null {
  try {
    return body();
  } catch (error) {
    if (isSysError(error)) return null;
    throw error;
  }
}

/** type mode ino dev nlink uid gid size blocks atime mtime ctime, times in milliseconds */
function formatStat(stat: Stat): string {
  return [
    TYPE_BITS[stat.type] | stat.mode, stat.ino, stat.dev, stat.nlink, stat.uid, stat.gid, stat.size, stat.blocks,
    stat.atimeMs, stat.mtimeMs, stat.ctimeMs,
  ].join(' '); // prettier-ignore
}
