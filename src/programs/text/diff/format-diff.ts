import type { Change } from './edit-script.ts';

/** Two files' lines and whether their last one ends with a newline. */
export interface DiffSides {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly beforeComplete: boolean;
  readonly afterComplete: boolean;
}

const MISSING_NEWLINE = '\\ No newline at end of file\n';

function lineOf(mark: string, lines: readonly string[], index: number, complete: boolean): string {
  return `${mark}${lines[index] ?? ''}\n${!complete && index === lines.length - 1 ? MISSING_NEWLINE : ''}`;
}

/** Lines of one side, each behind a mark. */
export function linesOf(
  mark: string,
  side: 'before' | 'after',
  sides: DiffSides,
  start: number,
  end: number,
): string {
  let text = '';
  for (let index = start; index < end; index++)
    text += lineOf(mark, sides[side], index, side === 'before' ? sides.beforeComplete : sides.afterComplete);
  return text;
}

/** The normal format: `2c2`, `< old`, `---`, `> new`. @see POSIX diff */
export function formatNormal(changes: readonly Change[], sides: DiffSides): string {
  return changes.map((change) => formatNormalChange(change, sides)).join('');
}

function formatNormalChange(change: Change, sides: DiffSides): string {
  const { oldStart, oldEnd, newStart, newEnd } = change;
  const range = (start: number, end: number): string =>
    end <= start ? String(start) : end === start + 1 ? String(end) : `${start + 1},${end}`;
  const [deleted, added] = [oldEnd > oldStart, newEnd > newStart];
  const letter = deleted && added ? 'c' : deleted ? 'd' : 'a';
  return (
    `${range(oldStart, oldEnd)}${letter}${range(newStart, newEnd)}\n` +
    linesOf('< ', 'before', sides, oldStart, oldEnd) +
    (deleted && added ? '---\n' : '') +
    linesOf('> ', 'after', sides, newStart, newEnd)
  );
}

/** The hunks of the unified format, without the two header lines. @see POSIX diff -u */
export function formatUnified(changes: readonly Change[], sides: DiffSides, context: number): string {
  return groupHunks(changes, context)
    .map((hunk) => formatHunk(hunk, sides, context))
    .join('');
}

/** Changes whose contexts touch belong to one hunk. */
export function groupHunks(changes: readonly Change[], context: number): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1);
    const last = hunk?.at(-1);
    if (hunk && last && change.oldStart - last.oldEnd <= 2 * context) hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function formatHunk(hunk: readonly Change[], sides: DiffSides, context: number): string {
  const first = hunk[0] as Change;
  const last = hunk[hunk.length - 1] as Change;
  const oldStart = Math.max(0, first.oldStart - context);
  const oldEnd = Math.min(sides.before.length, last.oldEnd + context);
  const newStart = first.newStart - (first.oldStart - oldStart);
  const newEnd = last.newEnd + (oldEnd - last.oldEnd);
  const range = (start: number, end: number): string =>
    end - start === 1 ? String(start + 1) : end === start ? `${start},0` : `${start + 1},${end - start}`;
  let text = `@@ -${range(oldStart, oldEnd)} +${range(newStart, newEnd)} @@\n`;
  let at = oldStart;
  for (const change of hunk) {
    text += linesOf(' ', 'before', sides, at, change.oldStart);
    text += linesOf('-', 'before', sides, change.oldStart, change.oldEnd);
    text += linesOf('+', 'after', sides, change.newStart, change.newEnd);
    at = change.oldEnd;
  }
  return text + linesOf(' ', 'before', sides, at, oldEnd);
}
