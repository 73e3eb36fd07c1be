import { textWidth } from '../../../lib/text-width.ts';

/** How results look. @see psql(1), \pset */
export interface TableStyle {
  readonly format: 'aligned' | 'unaligned' | 'csv';
  readonly expanded: boolean;
  readonly tuplesOnly: boolean;
  readonly fieldSeparator: string;
  readonly recordSeparator: string;
  /** What stands for NULL. */
  readonly nullText: string;
  readonly footer: boolean;
}

export interface Table {
  readonly title?: string | undefined;
  readonly columns: readonly { readonly name: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Lines below it instead of the number of rows. */
  readonly footers?: readonly string[] | undefined;
}

type Cells = readonly (readonly string[])[];

/** The lines of a table, as psql prints it. @see PostgreSQL's fe_utils/print.c */
export function formatTable(table: Table, style: TableStyle): string {
  if (style.format === 'csv') return formatCsv(table, style);
  if (style.format === 'unaligned') return formatUnaligned(table, style);
  return style.expanded ? formatExpanded(table, style) : formatAligned(table, style);
}

function countFooter(rows: number): string {
  return `(${rows} ${rows === 1 ? 'row' : 'rows'})`;
}

function footerLines(table: Table, style: TableStyle): readonly string[] {
  if (table.footers) return table.footers;
  return style.footer && !style.tuplesOnly ? [countFooter(table.rows.length)] : [];
}

function linesOf(cell: string | undefined, style: TableStyle): string[] {
  return visible(cell ?? style.nullText).split('\n');
}

/** Control characters as psql shows them. */
function visible(text: string): string {
  return text
    .replace(/\r/g, '\\r')
    .replace(/\t/g, (_, at: number) =>
      ' '.repeat(8 - (textWidth(text.slice(text.lastIndexOf('\n', at) + 1, at)) % 8)),
    );
}

/** Of any number of them: as arguments of one call, those of a long table are too many. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function widest(lines: readonly string[]): number {
  return greatest(lines.map(textWidth));
}

function formatAligned(table: Table, style: TableStyle): string {
  if (table.columns.length === 0) return `--\n${footerLines(table, style).join('\n')}\n\n`;
  const heads = table.columns.map(({ name }) => name.split('\n'));
  const rows: Cells[] = table.rows.map((row) => row.map((cell) => linesOf(cell, style)));
  const widths = heads.map((head, at) =>
    greatest([widest(head), ...rows.map((row) => widest(row[at] ?? []))]),
  );
  const lines: string[] = [];
  if (!style.tuplesOnly) {
    const total = widths.reduce((sum, width) => sum + width + 3, -1);
    if (table.title !== undefined)
      lines.push(
        `${' '.repeat(Math.max(0, Math.floor((total - textWidth(table.title)) / 2)))}${table.title}`,
      );
    lines.push(...headLines(heads, widths));
    lines.push(widths.map((width) => '-'.repeat(width + 2)).join('+'));
  }
  for (const row of rows) lines.push(...rowLines(row, widths, table.columns));
  lines.push(...footerLines(table, style));
  return `${lines.join('\n')}\n${lines.length > 0 ? '\n' : ''}`;
}

function headLines(heads: Cells, widths: readonly number[]): string[] {
  const height = Math.max(1, ...heads.map((head) => head.length));
  return Array.from({ length: height }, (_, line) =>
    heads
      .map((head, at) => {
        const text = head[line] ?? '';
        const space = (widths[at] ?? 0) - textWidth(text);
        const left = Math.floor(space / 2);
        return ` ${' '.repeat(left)}${text}${' '.repeat(space - left)}${line + 1 < head.length ? '+' : ' '}`;
      })
      .join('|'),
  );
}

function rowLines(row: Cells, widths: readonly number[], columns: Table['columns']): string[] {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((cell, at) => {
        const text = cell[line] ?? '';
        const space = ' '.repeat((widths[at] ?? 0) - textWidth(text));
        const goesOn = line + 1 < cell.length;
        const isLast = at === row.length - 1;
        if (columns[at]?.right) return ` ${space}${text}${goesOn ? '+' : isLast ? '' : ' '}`;
        return ` ${text}${isLast && !goesOn ? '' : space}${goesOn ? '+' : isLast ? '' : ' '}`;
      })
      .join('|'),
  );
}

function formatExpanded(table: Table, style: TableStyle): string {
  if (table.rows.length === 0) return style.tuplesOnly ? '' : `${footerLines(table, style).join('\n')}\n\n`;
  const names = table.columns.map(({ name }) => name.split('\n'));
  const rows: Cells[] = table.rows.map((row) => row.map((cell) => linesOf(cell, style)));
  const nameWidth = greatest(names.map(widest));
  const dataWidth = greatest(rows.flat().map(widest));
  const lines: string[] = table.title === undefined || style.tuplesOnly ? [] : [table.title];
  rows.forEach((row, index) => {
    if (!style.tuplesOnly) lines.push(recordLine(index + 1, nameWidth, dataWidth));
    else if (index > 0) lines.push(`${'-'.repeat(nameWidth + 1)}+${'-'.repeat(dataWidth + 1)}`);
    row.forEach((cell, at) => lines.push(...fieldLines(names[at] ?? [], cell, nameWidth, dataWidth)));
  });
  if (table.footers) lines.push(...table.footers);
  return `${lines.join('\n')}\n\n`;
}

function recordLine(record: number, nameWidth: number, dataWidth: number): string {
  let line = `-[ RECORD ${record} ]`;
  let left = line.length;
  line += '-'.repeat(Math.max(0, nameWidth - left));
  left -= nameWidth;
  for (const part of ['-', '+', '-']) if (left-- <= 0) line += part;
  return line + '-'.repeat(Math.max(0, dataWidth - Math.max(0, left)));
}

function fieldLines(
  name: readonly string[],
  cell: readonly string[],
  nameWidth: number,
  dataWidth: number,
): string[] {
  return Array.from({ length: Math.max(name.length, cell.length) }, (_, line) => {
    const head = name[line] ?? '';
    const text = cell[line] ?? '';
    const goesOn = line + 1 < cell.length;
    const data = goesOn ? `${text}${' '.repeat(dataWidth - textWidth(text))}+` : text;
    return `${head}${' '.repeat(nameWidth - textWidth(head))}${line + 1 < name.length ? '+' : ' '}| ${data}`;
  });
}

function formatUnaligned(table: Table, style: TableStyle): string {
  const { fieldSeparator: field, recordSeparator: record } = style;
  const text = (cell: string | undefined): string => cell ?? style.nullText;
  const names = table.columns.map(({ name }) => name);
  const lines: string[] = [];
  if (style.expanded) {
    if (table.title !== undefined && !style.tuplesOnly) lines.push(table.title);
    table.rows.forEach((row, index) => {
      if (index > 0) lines.push('');
      row.forEach((cell, at) => lines.push(`${names[at] ?? ''}${field}${text(cell)}`));
    });
    if (table.footers) lines.push('', ...table.footers);
    return lines.length > 0 ? `${lines.join(record)}${record}` : '';
  }
  if (table.title !== undefined && !style.tuplesOnly) lines.push(table.title);
  if (!style.tuplesOnly) lines.push(names.join(field));
  for (const row of table.rows) lines.push(row.map(text).join(field));
  if (!style.tuplesOnly) lines.push(...footerLines(table, style));
  return lines.length > 0 ? `${lines.join(record)}${record}` : '';
}

function formatCsv(table: Table, style: TableStyle): string {
  const quote = (text: string): string =>
    /[",\r\n]/.test(text) || text === '\\.' ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = style.tuplesOnly ? [] : [table.columns.map(({ name }) => quote(name)).join(',')];
  for (const row of table.rows) lines.push(row.map((cell) => quote(cell ?? style.nullText)).join(','));
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
