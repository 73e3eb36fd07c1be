import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChanges } from './edit-script.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

function apply(before: readonly string[], after: readonly string[]): string[] {
  const result: string[] = [];
  let at = 0;
  for (const change of findChanges(before, after)) {
    result.push(...before.slice(at, change.oldStart), ...after.slice(change.newStart, change.newEnd));
    at = change.oldEnd;
  }
  return [...result, ...before.slice(at)];
}

/** Length of the longest common subsequence, by the textbook table. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, index) =>
      next.push(x === y ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)),
    );
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('findChanges', () => {
  it('turns one list into the other', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(apply(before, after)).toEqual(after);
      }),
    );
  });

  it('keeps as many lines as can be kept', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const deleted = findChanges(before, after).reduce(
          (sum, change) => sum + change.oldEnd - change.oldStart,
          0,
        );
        expect(before.length - deleted).toBe(common(before, after));
      }),
    );
  });

  it('shows a repeated line as added behind its twin', () => {
    expect(findChanges(['a', 'b'], ['a', 'a', 'b'])).toEqual([
      { oldStart: 1, oldEnd: 1, newStart: 1, newEnd: 2 },
    ]);
  });
});
