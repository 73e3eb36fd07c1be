import { isSysError, SysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';

/** A line of /proc/self/mounts. */
export interface Mount {
  readonly source: string;
  readonly path: string;
  readonly type: string;
  readonly options: string;
}

/** What is mounted, as /proc/self/mounts tells it. */
export function readMounts(proc: Process): Mount[] {
  const path = '/proc/self/mounts';
  if (!proc.files.exists(path)) return [];
  return proc.files
    .readText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [source = '', place = '', type = '', options = ''] = line.split(' ');
      return { source, path: place, type, options };
    });
}

/** `size=10m` in bytes. */
function sizeOf(options: readonly string[]): number | undefined {
  const [, digits, unit = ''] =
    /^size=(\d+)([kmg]?)/i.exec(options.find((one) => one.startsWith('size=')) ?? '') ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit.toLowerCase()] ?? 1);
}

async function mountOne(proc: Process, options: Options): Promise<number> {
  const [source = 'none', place = ''] =
    options.operands.length > 1 ? options.operands : ['none', ...options.operands];
  const words = options.values('o').flatMap((list) => list.split(','));
  const isBind = options.has('bind') || words.includes('bind');
  const failed = proc.busybox ? 1 : 32;
  const type = options.value('t') ?? (isBind ? 'bind' : '');
  try {
    if (!proc.isCapable('SYS_ADMIN')) throw new SysError('EPERM', place);
    if (!isBind && type !== 'tmpfs') {
      await complain(
        proc,
        proc.busybox
          ? `mounting ${source} on ${place} failed: No such device`
          : `${place}: unknown filesystem type '${type}'.`,
      );
      return failed;
    }
    const sizeBytes = sizeOf(words);
    const readOnly = words.includes('ro') || options.has('r');
    proc.mount({
      path: place,
      type: isBind ? 'bind' : 'tmpfs',
      source,
      readOnly,
      ...(sizeBytes ? { sizeBytes } : {}),
    });
    return 0;
  } catch (error) {
    if (!isSysError(error)) throw error;
    const denied = error.code === 'EPERM';
    await complain(
      proc,
      proc.busybox
        ? denied
          ? 'permission denied (are you root?)'
          : `mounting ${source} on ${place} failed: ${error.message}`
        : denied
          ? `${place}: ${proc.uid === 0 ? 'permission denied.' : 'must be superuser to use mount.'}\n       dmesg(1) may have more information after failed mount system call.`
          : `${place}: ${error.code === 'ENOENT' ? 'mount point does not exist' : error.message.toLowerCase()}.`,
    );
    return failed;
  }
}

/** umount. @see umount(8) */
export const umount: Program = command(
  { short: 'flrnav', usage: '[-hV]\n umount [options] <source> | <directory>', busyboxUsage: '[-rlfda] FILESYSTEM|DIRECTORY\n\nUnmount a filesystem' },
  async (proc, { operands }) => {
    let status = 0;
    for (const place of operands) {
      try {
        proc.unmount(place);
      } catch (error) {
        if (!isSysError(error)) throw error;
        status = proc.busybox ? 1 : 32;
        const gone = error.code === 'EINVAL';
        const denied = error.code === 'EPERM';
        await complain(
          proc,
          proc.busybox
            ? `can't unmount ${place}: ${error.message}`
            : `${place}: ${gone ? 'not mounted' : denied ? 'must be superuser to unmount' : error.message}.`,
        );
      }
    }
    return status;
  },
); // prettier-ignore

/** mount: lists mounts, and mounts a tmpfs or a directory where that is allowed. */
export const mount: Program = command(
  {
    short: 'at:o:lvrwn',
    long: { bind: 'bind', types: 't:', options: 'o:' },
    usage: '[-lhV]',
    busyboxUsage:
      '[OPTIONS] [-o OPT] DEVICE NODE\n\nMount a filesystem. Filesystem autodetection requires /proc.',
  },
  async (proc, options) => {
    if (options.operands.length > 0) return mountOne(proc, options);
    const type = options.value('t');
    for (const one of readMounts(proc))
      if (type === undefined || one.type === type)
        await proc.out(`${one.source} on ${one.path} type ${one.type} (${one.options})\n`);
    return 0;
  },
);
