import type { Change } from './edit-script.ts';
import { groupHunks, linesOf, type DiffSides } from './format-diff.ts';

const range = (start: number, end: number): string =>
  end <= start ? String(start) : end === start + 1 ? String(end) : `${start + 1},${end}`;

/** The context format: both files' parts one after another. @see POSIX diff -c */
export function formatContext(changes: readonly Change[], sides: DiffSides, context: number): string {
  return groupHunks(changes, context)
    .map((hunk) => contextHunk(hunk, sides, context))
    .join('');
}

function contextHunk(hunk: readonly Change[], sides: DiffSides, context: number): string {
  const [first, last] = [hunk[0] as Change, hunk[hunk.length - 1] as Change];
  const oldStart = Math.max(0, first.oldStart - context);
  const oldEnd = Math.min(sides.before.length, last.oldEnd + context);
  const newStart = first.newStart - (first.oldStart - oldStart);
  const newEnd = last.newEnd + (oldEnd - last.oldEnd);
  const part = (side: 'before' | 'after'): string => {
    const old = side === 'before';
    if (!hunk.some((change) => (old ? change.oldEnd > change.oldStart : change.newEnd > change.newStart))) return '';
    let [text, at] = ['', old ? oldStart : newStart];
    for (const change of hunk) {
      const [start, end] = old ? [change.oldStart, change.oldEnd] : [change.newStart, change.newEnd];
      const both = change.oldEnd > change.oldStart && change.newEnd > change.newStart;
      text += linesOf('  ', side, sides, at, start) + linesOf(both ? '! ' : old ? '- ' : '+ ', side, sides, start, end);
      at = end;
    }
    return text + linesOf('  ', side, sides, at, old ? oldEnd : newEnd);
  };
  return `***************\n*** ${range(oldStart, oldEnd)} ****\n${part('before')}--- ${range(newStart, newEnd)} ----\n${part('after')}`;
} // prettier-ignore

/** A script for ed, from the end to the start. @see POSIX diff -e */
export function formatEd(changes: readonly Change[], sides: DiffSides): string {
  return [...changes]
    .reverse()
    .map(({ oldStart, oldEnd, newStart, newEnd }) => {
      const letter = oldEnd === oldStart ? 'a' : newEnd === newStart ? 'd' : 'c';
      const added = sides.after.slice(newStart, newEnd).map((line) => `${line}\n`);
      return `${range(oldStart, oldEnd)}${letter}\n${added.length ? `${added.join('')}.\n` : ''}`;
    })
    .join('');
}

/** The format of RCS: `d5 1`, `a5 1` and the lines. @see diff(1) -n */
export function formatRcs(changes: readonly Change[], sides: DiffSides): string {
  return changes
    .map(({ oldStart, oldEnd, newStart, newEnd }) => {
      const deleted = oldEnd > oldStart ? `d${oldStart + 1} ${oldEnd - oldStart}\n` : '';
      if (newEnd === newStart) return deleted;
      return `${deleted}a${oldEnd} ${newEnd - newStart}\n${linesOf('', 'after', sides, newStart, newEnd)}`;
    })
    .join('');
}

/** Two columns with `|`, `<` or `>` between lines that differ. @see diffutils side.c */
export function formatSideBySide(
  changes: readonly Change[],
  sides: DiffSides,
  width: number,
  onlyChanges: boolean,
): string {
  const half = Math.max(0, Math.min(Math.floor((width + 8 + 3) / 16) * 8 - 3, Math.floor((width - 3) / 2)));
  const column = half > 0 ? Math.floor((half + 3 + 7) / 8) * 8 : width;
  const row = (left: string | undefined, mark: string, right: string | undefined): string => {
    const text = (left ?? '').slice(0, half);
    const between = mark === ' ' ? toColumn(text.length, column) : toColumn(text.length, half + 1) + mark + (right === undefined ? '' : '\t');
    return `${text}${right === undefined && mark === ' ' ? '' : between}${(right ?? '').slice(0, half)}\n`;
  };
  let [text, oldAt, newAt] = ['', 0, 0];
  const common = (to: number): void => {
    for (; oldAt < to; oldAt++, newAt++) if (!onlyChanges) text += row(sides.before[oldAt], ' ', sides.after[newAt]);
  };
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    common(oldStart);
    for (let index = 0; index < Math.max(oldEnd - oldStart, newEnd - newStart); index++) {
      const [left, right] = [oldStart + index < oldEnd, newStart + index < newEnd];
      text += row(left ? sides.before[oldStart + index] : undefined, left && right ? '|' : left ? '<' : '>', right ? sides.after[newStart + index] : undefined);
    }
    [oldAt, newAt] = [oldEnd, newEnd];
  }
  common(sides.before.length);
  return text;
} // prettier-ignore

/** Tabs and spaces from one column to another, as terminals with tab stops every 8 columns show them. */
function toColumn(from: number, to: number): string {
  let [text, at] = ['', from];
  while ((Math.floor(at / 8) + 1) * 8 <= to) {
    text += '\t';
    at = (Math.floor(at / 8) + 1) * 8;
  }
  return text + ' '.repeat(Math.max(0, to - at));
}

const COLORS: readonly (readonly [start: RegExp, code: string])[] = [
  [/^(?:---|\+\+\+|\*\*\*) (?!\d+(?:,\d+)? [-*]{4}$)/, '1'],
  [/^(?:@@|\d+(?:,\d+)?[acd]\d)/, '36'],
  [/^[-<](?!--$)/, '31'],
  [/^[+>]/, '32'],
];

/** The same with the colours that diffutils give headers, places, old and new lines. */
export function colorDiff(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const code = COLORS.find(([start]) => start.test(line))?.[1];
      return code === undefined || line === '' ? line : `\x1b[${code}m${line}\x1b[0m`;
    })
    .join('\n');
}
