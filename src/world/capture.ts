import { SysError } from '../kernel/errno.ts';
import type { OpenFile } from '../kernel/files/open-file.ts';
import { anonymousStat } from '../kernel/pipe.ts';

/** An open file whose writes go to a function: how a script's output is collected. */
export function createCapture(path: string, wrote: (bytes: Uint8Array) => void): OpenFile {
  return {
    kind: 'pipe',
    path,
    read: () => {
      throw new SysError('EBADF');
    },
    write: (bytes) => wrote(bytes),
    seek: () => {
      throw new SysError('ESPIPE');
    },
    truncate: () => undefined,
    stat: () => anonymousStat('fifo', 1),
    readable: () => false,
    retain: () => undefined,
    release: () => undefined,
  };
}

/** An open file with this content to read, then its end. */
export function createInput(path: string, content: Uint8Array): OpenFile {
  let offset = 0;
  return {
    kind: 'pipe',
    path,
    read: (max) => {
      const bytes = content.subarray(offset, offset + max);
      offset += bytes.length;
      return bytes.length ? bytes : null;
    },
    write: () => {
      throw new SysError('EBADF');
    },
    seek: () => {
      throw new SysError('ESPIPE');
    },
    truncate: () => undefined,
    stat: () => anonymousStat('fifo', 2),
    readable: () => true,
    retain: () => undefined,
    release: () => undefined,
  };
}
