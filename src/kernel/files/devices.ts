import type { Random } from '../../lib/random.ts';
import { SysError } from '../errno.ts';
import type { Stat } from './inode.ts';
import type { OpenFile } from './open-file.ts';

/** Character devices by major and minor number. @see linux Documentation/admin-guide/devices.txt */
export const DEVICE_NUMBERS = {
  null: [1, 3],
  zero: [1, 5],
  full: [1, 7],
  random: [1, 8],
  urandom: [1, 9],
  tty: [5, 0],
  console: [5, 1],
  ptmx: [5, 2],
} as const;

/** Like a real read(2) of a device, up to what the page can bear. */
const LONGEST_READ = 32 * 1024 * 1024;

interface Behaviour {
  read(max: number): Uint8Array | null;
  write(bytes: Uint8Array): void;
}

function behaviourOf(major: number, minor: number, random: Random): Behaviour | undefined {
  if (major !== 1) return undefined;
  const sink = (): void => undefined;
  switch (minor) {
    case 3:
      return { read: () => null, write: sink };
    case 5:
      return { read: (max) => new Uint8Array(Math.min(max, LONGEST_READ)), write: sink };
    case 7:
      return {
        read: (max) => new Uint8Array(Math.min(max, LONGEST_READ)),
        write: () => {
          throw new SysError('ENOSPC');
        },
      };
    case 8:
    case 9:
      return { read: (max) => random.bytes(Math.min(max, 1 << 20)), write: sink };
    default:
      return undefined;
  }
}

/** An open memory device, or undefined for a number that has no driver here. */
export function openDevice(
  rdev: readonly [number, number],
  path: string,
  stat: () => Stat,
  random: Random,
): OpenFile | undefined {
  const behaviour = behaviourOf(rdev[0], rdev[1], random);
  if (!behaviour) return undefined;
  return {
    kind: 'device',
    path,
    read: (max) => behaviour.read(max),
    write: (bytes) => behaviour.write(bytes),
    seek: () => 0,
    truncate: () => undefined,
    stat,
    readable: () => true,
    retain: () => undefined,
    release: () => undefined,
  };
}
