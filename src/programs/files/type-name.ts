import type { Stat } from '../../kernel/files/inode.ts';

/** What `stat` and `rm -i` call a file. */
export function typeName({ type, size }: Stat): string {
  if (type === 'file') return size === 0 ? 'regular empty file' : 'regular file';
  return {
    directory: 'directory',
    symlink: 'symbolic link',
    fifo: 'fifo',
    socket: 'socket',
    char: 'character special file',
    block: 'block special file',
  }[type];
}
