import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateData, EMPTY_DATA, punchData, readData, truncateData, writeData } from './file-data.ts';
import { addExtent, allocatedBytes, nextData, nextHole, resizeExtents, type Extents } from './extents.ts';

const MIB = 1 << 20;

describe('blocks of a file', () => {
  it('are there for all that was written, zeros too', () => {
    const zeros = writeData(EMPTY_DATA, 0, new Uint8Array(MIB), {});
    expect(zeros).toEqual({ size: MIB, pages: [], stored: 0 });
    expect(allocatedBytes(zeros.size, zeros.extents)).toBe(MIB);
  });

  it('are missing where a file was only grown or written behind its end', () => {
    const grown = truncateData(EMPTY_DATA, 10 * 1024 * MIB, {});
    expect(allocatedBytes(grown.size, grown.extents)).toBe(0);
    const written = writeData(grown, 5000, Uint8Array.of(1), {});
    expect(written.extents).toEqual([[1, 2]]);
    const far = writeData(writeData(EMPTY_DATA, 0, Uint8Array.of(1), {}), MIB, Uint8Array.of(2), {});
    expect([far.extents, allocatedBytes(far.size, far.extents)]).toEqual([[[0, 1], [256, 257]], 8192]); // prettier-ignore
  });

  it('come and go with fallocate', () => {
    const given = allocateData(EMPTY_DATA, 0, MIB, true);
    expect([given.size, allocatedBytes(given.size, given.extents)]).toEqual([0, MIB]);
    const full = writeData(EMPTY_DATA, 0, new Uint8Array(64 * 1024).fill(7), {});
    const punched = punchData(full, 4096, 8192, {});
    expect(punched.extents).toEqual([[0, 1], [3, 16]]); // prettier-ignore
    expect(readData(punched, 4095, 3)).toEqual(Uint8Array.of(7, 0, 0));
    expect(readData(full, 4096, 1)).toEqual(Uint8Array.of(7));
    expect(punchData(full, 0, 64 * 1024, {}).stored).toBe(0);
  });

  it('tell where data begins and ends', () => {
    const extents: Extents = [[1, 2], [4, 6]]; // prettier-ignore
    const size = 5 * 4096 + 10;
    expect(nextData(size, extents, 0)).toBe(4096);
    expect(nextHole(size, extents, 4100)).toBe(8192);
    expect(nextData(size, extents, 8192)).toBe(16384);
    expect(nextHole(size, extents, 16384)).toBe(size);
    expect(nextData(size, extents, size)).toBeUndefined();
    expect([nextData(10, undefined, 3), nextHole(10, undefined, 3)]).toEqual([3, 10]);
  });

  it('agree with a model of single blocks, whatever happens', () => {
    const change = fc.tuple(fc.boolean(), fc.nat(40_000), fc.integer({ min: 1, max: 20_000 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let size = 0;
        let extents: Extents = undefined;
        let model = new Set<number>();
        for (const [isWrite, at, length] of changes) {
          const next = isWrite ? Math.max(size, at + length) : at;
          extents = isWrite ? addExtent(size, extents, at, length, next) : resizeExtents(size, extents, next);
          if (isWrite)
            for (let block = Math.floor(at / 4096); block * 4096 < at + length; block++) model.add(block);
          else model = new Set([...model].filter((block) => block * 4096 < next));
          size = next;
        }
        expect(allocatedBytes(size, extents)).toBe(model.size * 4096);
      }),
      { seed: 1 },
    );
  });
});
