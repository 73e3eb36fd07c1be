/** How wide a column is at least, the room behind its text included. */
const LEAST = 10;

/** Columns as Go's tabwriter pads them: three blanks between, the last column free. `least` is the width of the narrowest column. @see Go text/tabwriter */
export function formatTable(rows: readonly (readonly string[])[], least = LEAST): string {
  const widths: number[] = [];
  for (const row of rows)
    row
      .slice(0, -1)
      .forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? least, runes(cell) + 3)));
  return rows.map((row) => `${formatRow(row, widths)}\n`).join('');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, index) =>
      index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - runes(cell)),
    )
    .join('');
}

/** Go counts characters, not the columns they take. */
function runes(text: string): number {
  return [...text].length;
}
