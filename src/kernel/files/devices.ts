import type { Random } from '../../lib/random.ts';
import { SysError } from '../errno.ts';
import type { Place } from './file-view.ts';
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

/** An open memory device. A class: every container has one. */
abstract class MemoryDevice implements OpenFile {
  readonly kind = 'device';
  readonly path: string;
  readonly #place: Place;

  constructor(path: string, place: Place) {
    this.path = path;
    this.#place = place;
  }

  abstract read(max: number): Uint8Array | null;

  write(): void {}

  seek(): number {
    return 0;
  }

  truncate(): void {}

  stat(): Stat {
    return this.#place.fs.stat(this.#place.ino);
  }

  readable(): boolean {
    return true;
  }

  retain(): void {}

  release(): void {}
}

class NullDevice extends MemoryDevice {
  read(): null {
    return null;
  }
}

class ZeroDevice extends MemoryDevice {
  read(max: number): Uint8Array {
    return new Uint8Array(Math.min(max, LONGEST_READ));
  }
}

class FullDevice extends ZeroDevice {
  override write(): never {
    throw new SysError('ENOSPC');
  }
}

class RandomDevice extends MemoryDevice {
  readonly #random: Random;

  constructor(path: string, place: Place, random: Random) {
    super(path, place);
    this.#random = random;
  }

  read(max: number): Uint8Array {
    return this.#random.bytes(Math.min(max, 1 << 20));
  }
}

/** An open memory device, or undefined for a number that has no driver here. */
export function openDevice(
  [major, minor]: readonly [number, number],
  path: string,
  place: Place,
  random: Random,
): OpenFile | undefined {
  if (major !== 1) return undefined;
  switch (minor) {
    case 3:
      return new NullDevice(path, place);
    case 5:
      return new ZeroDevice(path, place);
    case 7:
      return new FullDevice(path, place);
    case 8:
    case 9:
      return new RandomDevice(path, place, random);
    default:
      return undefined;
  }
}
