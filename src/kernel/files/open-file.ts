import type { Tty } from '../tty/tty.ts';
import type { Socket } from '../net/socket.ts';
import type { Stat } from './inode.ts';

/** How `allocate` treats a range. */
export interface AllocateOptions {
  /** The file does not grow. */
  readonly keepSize?: boolean;
  /** A hole instead of blocks. */
  readonly punch?: boolean;
}

/**
 * An open file description: what a file descriptor refers to and what dup and fork share.
 * Results come synchronously where nothing has to be waited for: callers write `await` always.
 */
export interface OpenFile {
  readonly kind: 'file' | 'directory' | 'pipe' | 'tty' | 'socket' | 'device';
  /** The path it was opened by, absolute; `pipe:[7]` and the like for nameless ones. */
  readonly path: string;
  /** Up to `max` bytes (at least one), or null at the end of file. @throws SysError EBADF, EISDIR, EINTR, EIO */
  read(max: number): Uint8Array | null | Promise<Uint8Array | null>;
  /** Writes all of it, waiting where the other side is slow. @throws SysError EBADF, EPIPE (after SIGPIPE), ENOSPC, EINTR */
  write(bytes: Uint8Array): void | Promise<void>;
  /** @throws SysError ESPIPE where there is no position. */
  seek(offset: number, whence: 'set' | 'current' | 'end'): number;
  truncate(size: number): void;
  /** Blocks for a range, or a hole instead of it. Absent where there are none. @throws SysError ENOSPC, EBADF @see fallocate(2) */
  allocate?(offset: number, length: number, how: AllocateOptions): void;
  /** Where data begins from `offset` on, and where the hole behind it does; undefined where only a hole is left. @see lseek(2), SEEK_DATA */
  nextData?(offset: number): { readonly from: number; readonly to: number } | undefined;
  stat(): Stat;
  /** True when `read` would return at once. */
  readable(): boolean;
  /** Of a pipe: calls back once when that becomes so, or the end has come. */
  whenReadable?(callback: () => void): void;
  /** Set when it is a terminal. */
  readonly tty?: Tty;
  /** Set when it is a connected stream socket. */
  readonly socket?: Socket;
  /** One more descriptor refers to it. */
  retain(): void;
  /** One less; the last one closes it. */
  release(): void;
}
