import { pathCalls } from '../../support/wasm/path-calls.ts';
import { SysError } from '../../../kernel/errno.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { TYPE_BITS, type Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import { fromHex, toHex } from './hex.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** Files by descriptor, as os and open() use them. */
export function fileCalls(proc: Process): Record<string, HostCall> {
  const { files } = proc;
  const file = (fd: number): OpenFile => proc.fd(fd);
  return {
    ...pathCalls(proc),
    open: async (path, mode) => {
      const letters = text(mode);
      const [reads, writes] = [/[r+]/.test(letters), /[wax+]/.test(letters)];
      const opened = await proc.open(text(path), {
        read: reads, write: writes, create: /[wax]/.test(letters), truncate: letters.includes('w'), append: letters.includes('a'), exclusive: letters.includes('x'),
      }); // prettier-ignore
      if (opened.kind === 'directory') throw new SysError('EISDIR');
      const fd = freeDescriptor(proc);
      proc.setFd(fd, opened);
      return fd;
    },
    read: async (fd, count) => {
      const bytes = await file(number(fd)).read(Math.max(1, number(count)));
      return bytes ? toHex(bytes) : '';
    },
    write: async (fd, data) => {
      const bytes = fromHex(text(data));
      await file(number(fd)).write(bytes);
      return bytes.length;
    },
    close: (fd) => (proc.closeFd(number(fd)), null),
    seek: (fd, offset, whence) =>
      file(number(fd)).seek(number(offset), (['set', 'current', 'end'] as const)[number(whence)] ?? 'set'),
    truncate: (fd, size) => (file(number(fd)).truncate(number(size)), null),
    isatty: (fd) => (file(number(fd)).tty ? 1 : 0),
    stat: (path) => formatStat(files.stat(text(path))),
    lstat: (path) => formatStat(files.lstat(text(path))),
    fstat: (fd) => formatStat(file(number(fd)).stat()),
    listdir: (path) =>
      files
        .readDir(text(path))
        .map(({ name }) => name)
        .join('\0'),
    access: (path, mode) => (files.access(text(path), number(mode)) ? 1 : 0),
    utime: (path, atime, mtime) => (files.utimes(text(path), number(atime), number(mtime)), null),
    diskSpace: (path) => {
      const { totalBytes, freeBytes } = files.space(text(path));
      return `${totalBytes} ${freeBytes}`;
    },
  };
}

/** The lowest number that is free for a new file. */
export function freeDescriptor(proc: Process): number {
  let fd = 3;
  while (proc.fds.has(fd)) fd++;
  return fd;
}

/** mode ino dev nlink uid gid size atime mtime ctime, times in seconds */
function formatStat(stat: Stat): string {
  const times = [stat.atimeMs, stat.mtimeMs, stat.ctimeMs].map((ms) => ms / 1000);
  return [
    TYPE_BITS[stat.type] | stat.mode, stat.ino, stat.dev, stat.nlink, stat.uid, stat.gid, stat.size, ...times,
  ].join(' '); // prettier-ignore
}
