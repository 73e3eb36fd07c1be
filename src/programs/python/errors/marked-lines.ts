import type { Range } from './locate.ts';
import { placeOf, type Source } from './sources.ts';

/**
 * The lines of source below a frame as 3.13 shows them: all that the range spans, each with its marks; far lines are left out.
 * @see traceback.py of 3.13, StackSummary.format_frame_summary
 */
export function markedLines(source: Source, range: Range): string {
  const start = placeOf(source, range.from);
  const end = placeOf(source, range.to);
  const lines = source.lines.slice(start.line - 1, end.line);
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  const anchor = range.anchor ?? range.brackets;
  const rest = `${(lines[0] ?? '').slice(0, start.column)}${(lines.at(-1) ?? '').slice(end.column)}`;
  const isMarked = !range.isWhole && (anchor !== undefined || rest.trim() !== '');
  const marks = (index: number): string => {
    const line = lines[index] ?? '';
    const first = index === 0 ? start.column : line.length - line.trimStart().length;
    const last = index === lines.length - 1 ? end.column : line.length;
    const from = source.starts[start.line - 1 + index] ?? 0;
    const row = Array.from({ length: Math.max(0, last - first) }, (_, column) => {
      const at = from + first + column;
      return anchor && (at < anchor.from || at >= anchor.to) ? '~' : '^';
    });
    return `    ${' '.repeat(first - margin)}${row.join('')}\n`;
  };
  const shown = significant(source, lines.length, start.line, anchor);
  const told: string[] = [];
  for (const [at, index] of shown.entries()) {
    const left = at === 0 ? 0 : index - (shown[at - 1] ?? 0) - 1;
    if (left > 0) told.push(`    ...<${left} lines>...\n`);
    told.push(`    ${(lines[index] ?? '').slice(margin).trimEnd()}\n${isMarked ? marks(index) : ''}`);
  }
  return told.join('');
} // prettier-ignore

/** Indices of the lines to show: the first, the last and those around the ends of the anchor; a single line between two is shown too. */
function significant(source: Source, count: number, first: number, anchor: Range['anchor']): number[] {
  const wanted = new Set([0, count - 1]);
  for (const at of anchor ? [anchor.from, anchor.to] : [])
    for (const near of [-1, 0, 1]) wanted.add(placeOf(source, at).line - first + near);
  const has = (index: number): boolean => wanted.has(index);
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => has(index) || (has(index - 1) && has(index + 1)),
  );
}
