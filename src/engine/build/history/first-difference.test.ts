import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../lib/sha256.ts';
import { indexFiles, MAX_PATHS } from './file-index.ts';
import { firstDifference } from './first-difference.ts';

function itemsOf(names: readonly string[]): Parameters<typeof indexFiles>[0] {
  return names.map((path) => ({
    target: `/${path}`,
    entry: {
      path,
      type: 'file' as const,
      mode: 0o644,
      uid: 0,
      gid: 0,
      mtimeMs: 0,
      size: path.length,
      read: () => new TextEncoder().encode(path),
    },
  }));
}

const inputs = { parent: '', text: 'COPY . .', values: {} };
const numbered = (count: number): string[] =>
  [...Array(count).keys()].map((number) => `f${String(number).padStart(4, '0')}`);

describe('firstDifference', () => {
  it('finds none where only the order of the files differs', () => {
    const [one, other] = [itemsOf(['a', 'b']), itemsOf(['b', 'a'])].map(indexFiles);
    expect(firstDifference({ ...inputs, ...one }, { ...inputs, ...other })).toBeUndefined();
    expect(one?.files?.a).toBe(`644 ${sha256Hex('a').slice(0, 16)}`);
  });

  it('says nothing of paths that an index no longer holds', () => {
    const many = numbered(MAX_PATHS + 50);
    const before = { ...inputs, ...indexFiles(itemsOf(many)) };
    expect(Object.keys(before.files ?? {})).toHaveLength(MAX_PATHS);
    const late = { ...inputs, ...indexFiles(itemsOf([...many, 'g'])) };
    expect(firstDifference(before, late)).toEqual({ kind: 'files', files: [], count: 0 });
    const early = { ...inputs, ...indexFiles(itemsOf(['e', ...many])) };
    expect(firstDifference(before, early)).toEqual({
      kind: 'files',
      files: [{ path: 'e', change: 'appeared' }],
      count: 1,
    });
  });
});
