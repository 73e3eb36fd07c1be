/** A run of lines that differs: `[start, end)` in each file, counted from 0. */
export interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * The shortest way from one list of lines to the other, in order, as runs that differ.
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations" (1986); GNU diffutils analyze.c
 */
export function findChanges(before: readonly string[], after: readonly string[]): Change[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const middle = myers(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return slideDown(
    middle.map((change) => ({
      oldStart: change.oldStart + head,
      oldEnd: change.oldEnd + head,
      newStart: change.newStart + head,
      newEnd: change.newEnd + head,
    })),
    before,
    after,
  );
}

function myers(before: readonly string[], after: readonly string[]): Change[] {
  const trace: Int32Array[] = [];
  const most = before.length + after.length;
  const furthest = new Int32Array(2 * most + 3);
  for (let depth = 0; depth <= most; depth++) {
    trace.push(furthest.slice(most + 1 - depth - 1, most + 1 + depth + 2));
    for (let diagonal = -depth; diagonal <= depth; diagonal += 2) {
      const at = most + 1 + diagonal;
      const left = furthest[at - 1] ?? 0;
      const right = furthest[at + 1] ?? 0;
      let x = diagonal === -depth || (diagonal !== depth && left < right) ? right : left + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest[at] = x;
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack(trace, before.length, after.length);
    }
  }
  return [];
}

/** From the end to the start over the furthest points of every depth. */
function walkBack(trace: readonly Int32Array[], oldLength: number, newLength: number): Change[] {
  const changes: Change[] = [];
  let [x, y] = [oldLength, newLength];
  for (let depth = trace.length - 1; depth > 0; depth--) {
    const row = trace[depth] ?? new Int32Array(0);
    const value = (diagonal: number): number => row[diagonal + depth + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -depth || (diagonal !== depth && value(diagonal - 1) < value(diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = [value(previous), value(previous) - previous];
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const last = changes.at(-1);
    if (last && last.oldStart === toX && last.newStart === toY)
      changes[changes.length - 1] = { ...last, oldStart: fromX, newStart: fromY };
    else changes.push({ oldStart: fromX, oldEnd: toX, newStart: fromY, newEnd: toY });
    [x, y] = [fromX, fromY];
  }
  return changes.reverse();
}

/** Where a run of only added or only deleted lines could stand lower as well, diff shows it there; runs that then touch become one. */
function slideDown(
  changes: readonly Change[],
  before: readonly string[],
  after: readonly string[],
): Change[] {
  const result: Change[] = [];
  for (let index = changes.length - 1; index >= 0; index--) {
    let change = changes[index] as Change;
    const next = result[0];
    const limit = next ? next.oldStart : before.length;
    while (change.oldEnd < limit && canSlide(change, before, after)) change = moved(change);
    if (next?.oldStart === change.oldEnd && next.newStart === change.newEnd)
      result[0] = { ...change, oldEnd: next.oldEnd, newEnd: next.newEnd };
    else result.unshift(change);
  }
  return result;
}

function canSlide(change: Change, before: readonly string[], after: readonly string[]): boolean {
  if (change.oldStart === change.oldEnd) return after[change.newStart] === after[change.newEnd];
  return change.newStart === change.newEnd && before[change.oldStart] === before[change.oldEnd];
}

function moved({ oldStart, oldEnd, newStart, newEnd }: Change): Change {
  return { oldStart: oldStart + 1, oldEnd: oldEnd + 1, newStart: newStart + 1, newEnd: newEnd + 1 };
}
