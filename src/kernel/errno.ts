/** Error texts as glibc's strerror(3) words them, by symbolic name. */
const TEXTS = {
  E2BIG: 'Argument list too long',
  EACCES: 'Permission denied',
  EADDRINUSE: 'Address already in use',
  EADDRNOTAVAIL: 'Cannot assign requested address',
  EAGAIN: 'Resource temporarily unavailable',
  EBADF: 'Bad file descriptor',
  EBUSY: 'Device or resource busy',
  ECHILD: 'No child processes',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EDQUOT: 'Disk quota exceeded',
  EEXIST: 'File exists',
  EOPNOTSUPP: 'Operation not supported',
  EHOSTUNREACH: 'No route to host',
  EINTR: 'Interrupted system call',
  EINVAL: 'Invalid argument',
  EIO: 'Input/output error',
  EISDIR: 'Is a directory',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  ENAMETOOLONG: 'File name too long',
  ENETUNREACH: 'Network is unreachable',
  ENOENT: 'No such file or directory',
  ENOEXEC: 'Exec format error',
  ENOMEM: 'Cannot allocate memory',
  ENOSPC: 'No space left on device',
  ENOSYS: 'Function not implemented',
  ENOTCONN: 'Transport endpoint is not connected',
  ENOTDIR: 'Not a directory',
  ENOTEMPTY: 'Directory not empty',
  ENOTTY: 'Inappropriate ioctl for device',
  ENXIO: 'No such device or address',
  EPERM: 'Operation not permitted',
  EPIPE: 'Broken pipe',
  EROFS: 'Read-only file system',
  ESPIPE: 'Illegal seek',
  ESRCH: 'No such process',
  ETIMEDOUT: 'Connection timed out',
  EXDEV: 'Invalid cross-device link',
} as const;

/** A symbolic error number. */
export type Errno = keyof typeof TEXTS;

/** A system call failed. `message` is strerror's text; the caller adds program name and path as its tool words it. */
export class SysError extends Error {
  readonly code: Errno;
  /** The path the call was about, as given, where there is one. */
  readonly path: string | undefined;

  constructor(code: Errno, path?: string) {
    super(TEXTS[code]);
    this.name = 'SysError';
    this.code = code;
    this.path = path;
  }
}

/** What a call ends with that a signal or an event cuts short: made once, as servers are told of each request by it. */
export const INTERRUPTED = new SysError('EINTR');

/** True if `error` is a SysError, with this code where one is given. */
export function isSysError(error: unknown, code?: Errno): error is SysError {
  return error instanceof SysError && (code === undefined || error.code === code);
}
