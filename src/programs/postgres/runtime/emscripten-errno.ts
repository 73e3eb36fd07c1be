import { isSysError, type Errno } from '../../../kernel/errno.ts';

/** Emscripten's numbers of errors, which are WASI's. */
const NUMBERS: Readonly<Partial<Record<Errno, number>>> = {
  EACCES: 2, EBADF: 8, EBUSY: 10, EDQUOT: 19, EEXIST: 20, EINVAL: 28, EIO: 29, EISDIR: 31, ELOOP: 32, EMFILE: 33, ENAMETOOLONG: 37,
  ENOENT: 44, ENOMEM: 48, ENOSPC: 51, ENOTDIR: 54, ENOTEMPTY: 55, EPERM: 63, EROFS: 69, EXDEV: 75,
}; // prettier-ignore
const EIO = 29;

/** Runs a call of the file system; an error of ours leaves as one with Emscripten's number in `code`. */
export function withEmscriptenErrno<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw Object.assign(new Error(error.message), { code: NUMBERS[error.code] ?? EIO });
  }
}
