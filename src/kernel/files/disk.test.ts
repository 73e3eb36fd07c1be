import { describe, expect, it } from 'vitest';
import type { Program } from '../process.ts';
import { bootForTest, runForTest } from '../testing/boot.ts';
import { Disk } from './disk.ts';
import { sparseData, writeData } from './file-data.ts';

const MIB = 1024 * 1024;

describe('a disk', () => {
  it('is full at its size, and gets space back', () => {
    const disk = new Disk({ totalBytes: 1000, takenBytes: 200, storedBytes: 500 });
    disk.take(700, 0);
    expect(disk.space).toEqual({ totalBytes: 1000, usedBytes: 900, freeBytes: 50 });
    expect(() => disk.take(51, 0)).toThrow('No space left on device');
    disk.take(-700, 0);
    expect(disk.space).toEqual({ totalBytes: 1000, usedBytes: 200, freeBytes: 750 });
  });

  it('is full when it may store no more', () => {
    const disk = new Disk({ totalBytes: 1000, takenBytes: 0, storedBytes: 500 });
    disk.take(500, 500);
    expect(disk.space).toEqual({ totalBytes: 1000, usedBytes: 950, freeBytes: 0 });
    expect(() => disk.take(1, 1)).toThrow('No space left on device');
  });
});

it('zeros take no memory', () => {
  const zeros = writeData(sparseData(0), 0, new Uint8Array(MIB), {});
  expect(zeros).toEqual({ size: MIB, pages: [], stored: 0 });
  const one = writeData(zeros, MIB, Uint8Array.of(1), {});
  expect({ size: one.size, stored: one.stored }).toEqual({ size: MIB + 1, stored: 64 });
});

it('files take space until they are removed', async () => {
  const main: Program = async (proc) => {
    const { files } = proc;
    const used = (): number => files.space('/').usedBytes;
    const before = used();
    files.writeFile('/a', new Uint8Array(3 * MIB));
    files.link('/a', '/b');
    const seen = [used() - before];
    files.unlink('/a');
    seen.push(used() - before);
    files.unlink('/b');
    seen.push(used() - before);
    try {
      files.writeFile('/c', '');
      // A hole takes nothing; blocks do.
      files.truncate('/c', 100 * 1024 ** 3);
      seen.push(used() - before);
      (await proc.open('/c', { write: true })).allocate?.(0, 100 * 1024 ** 3, {});
    } catch (error) {
      seen.push((error as Error).message.length);
    }
    await proc.out(JSON.stringify(seen));
    return 0;
  };
  const { stdout } = await runForTest(bootForTest({ main }), '/bin/main', ['main']);
  expect(JSON.parse(stdout)).toEqual([3 * MIB, 3 * MIB, 0, 0, 'No space left on device'.length]);
});
