import { textWidth } from '../../lib/text-width.ts';

/** Columns padded as Go's tabwriter does: three blanks between, the last column free. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row
      .slice(0, -1)
      .forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, textWidth(cell) + 3)));
  return rows
    .map(
      (row) =>
        `${row.map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - textWidth(cell)))).join('')}\n`,
    )
    .join('');
}
