import { textWidth } from '../../../lib/text-width.ts';

/** What is shown and how wide it is without colours. */
export interface Cell {
  readonly text: string;
  readonly plain: string;
}

/** Cells in as few rows as fit, filled down the columns, two spaces apart. @see GNU ls -C */
export function arrangeColumns(cells: readonly Cell[], screenWidth: number): string[] {
  if (cells.length === 0) return [];
  const widths = cells.map(({ plain }) => textWidth(plain));
  for (let rows = 1; rows < cells.length; rows++) {
    const columns = columnWidths(widths, rows);
    const total = columns.reduce((sum, width) => sum + width + 2, -2);
    if (total < screenWidth && Math.ceil(cells.length / rows) === columns.length)
      return makeRows(cells, widths, rows, columns);
  }
  return cells.map(({ text }) => text);
}

function columnWidths(widths: readonly number[], rows: number): number[] {
  const columns: number[] = [];
  for (let at = 0; at < widths.length; at += rows) columns.push(Math.max(...widths.slice(at, at + rows)));
  return columns;
}

function makeRows(
  cells: readonly Cell[],
  widths: readonly number[],
  rows: number,
  columns: readonly number[],
): string[] {
  return Array.from({ length: rows }, (_, row) => {
    let line = '';
    for (let column = 0; column < columns.length; column++) {
      const index = column * rows + row;
      const cell = cells[index];
      if (!cell) break;
      const last = index + rows >= cells.length;
      line += cell.text + (last ? '' : ' '.repeat((columns[column] ?? 0) + 2 - (widths[index] ?? 0)));
    }
    return line;
  });
}

/** The same filled row by row (`-x`). */
export function arrangeAcross(cells: readonly Cell[], screenWidth: number): string[] {
  const widths = cells.map(({ plain }) => textWidth(plain));
  for (let count = cells.length; count > 0; count--) {
    const columns = Array.from({ length: count }, (_, column) =>
      Math.max(...widths.filter((_width, index) => index % count === column)),
    );
    if (count > 1 && columns.reduce((sum, width) => sum + width + 2, -2) >= screenWidth) continue;
    return Array.from({ length: Math.ceil(cells.length / count) }, (_, row) =>
      cells
        .slice(row * count, (row + 1) * count)
        .map(({ text }, column, { length }) => {
          const gap = (columns[column] ?? 0) + 2 - (widths[row * count + column] ?? 0);
          return column === length - 1 ? text : text + ' '.repeat(gap);
        })
        .join(''),
    );
  }
  return [];
}
