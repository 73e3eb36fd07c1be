/** How wide a column is at least, the room behind its text included. */
const LEAST = 10;

/** Columns as Go's tabwriter pads them: three blanks between, the last column free. `least` is the width of the narrowest column. @see Go text/tabwriter */
export function formatTable(rows: readonly (readonly string[])[], least = LEAST): string {
  const widths: number[] = [];
  for (const row of rows)
    for (let at = 0; at < row.length - 1; at++)
      widths[at] = Math.max(widths[at] ?? least, runes(row[at] ?? '') + 3);
  let text = '';
  for (const row of rows) text += `${formatRow(row, widths)}\n`;
  return text;
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  let line = '';
  for (let at = 0; at < row.length - 1; at++) {
    const cell = row[at] ?? '';
    line += cell + ' '.repeat((widths[at] ?? 0) - runes(cell));
  }
  return line + (row.at(-1) ?? '');
}

/** Go counts characters, not the columns they take. Halves of pairs are looked for, as taking a text apart costs many times as much. */
function runes(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--;
  return count;
}
