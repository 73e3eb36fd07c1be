import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from './persistent-map.ts';

/** Pairs of words whose hashes (FNV-1a) are the same, among others. */
const KEYS = ['costarring', 'liquid', 'declinate', 'macallums', 'altarage', 'zinke', 'a', 'b', 'c', ''];

const change = fc.tuple(
  fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 3 })),
  fc.option(fc.nat(5), { nil: undefined }),
);
const changes = fc.array(change, { maxLength: 80 });

type Pair = readonly [PersistentMap<string, number>, ReadonlyMap<string, number>];

/** The same changes to both; undefined deletes. */
function apply([ours, theirs]: Pair, steps: readonly (readonly [string, number | undefined])[]): Pair {
  const model = new Map(theirs);
  let map = ours;
  for (const [key, value] of steps) {
    map = value === undefined ? map.delete(key) : map.set(key, value);
    if (value === undefined) model.delete(key);
    else model.set(key, value);
  }
  return [map, model];
}

const EMPTY: Pair = [PersistentMap.empty(), new Map()];
const sorted = (entries: Iterable<readonly [string, number]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore

describe('a persistent map', () => {
  it('holds what a Map holds, however it is looked through, and old versions stay', () => {
    fc.assert(
      fc.property(changes, changes, (first, second) => {
        const before = apply(EMPTY, first);
        const known = sorted(before[0]);
        const [map, model] = apply(before, second);
        const looked: [string, number][] = [];
        map.forEach((value, key) => looked.push([key, value]));
        const inPieces = [...map.pieces()].flatMap(({ entries }) => [...entries]);
        for (const entries of [map, looked, inPieces]) expect(sorted(entries)).toEqual(sorted(model));
        expect(map.size).toBe(model.size);
        for (const key of KEYS)
          expect([map.get(key), map.has(key)]).toEqual([model.get(key), model.has(key)]);
        expect(sorted(before[0])).toEqual(known);
      }),
    );
  });

  it('knows what changed between two versions, and nothing else', () => {
    fc.assert(
      fc.property(changes, changes, changes, (common, mine, theirs) => {
        const start = apply(EMPTY, common);
        const [before, old] = apply(start, mine);
        const [after, now] = apply(start, theirs);
        const found = [...after.changesSince(before)].map(
          ({ key, before: was, after: is }) => [key, was, is] as const,
        );
        const expected = [...new Set([...old.keys(), ...now.keys()])]
          .map((key) => [key, old.get(key), now.get(key)] as const)
          .filter(([, was, is]) => was !== is);
        const byKey = <T extends readonly [string, ...unknown[]]>(rows: readonly T[]): T[] => rows.toSorted(([a], [b]) => (a < b ? -1 : 1)); // prettier-ignore
        expect(byKey(found)).toEqual(byKey(expected));
        expect([...after.changesSince(after)]).toEqual([]);
      }),
    );
  });
});
