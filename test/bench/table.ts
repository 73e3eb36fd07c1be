import type { Row, Skipped } from './measure.ts';

const HEADER = ['benchmark', 'median', 'CPU', 'runs', 'against a baseline in the same run'];
const CPU = 2;

/** The rows as a Markdown table with aligned columns; the processor's time has one where any row knows it. */
export function formatTable(rows: readonly (Row | Skipped)[]): string {
  const hasCpu = rows.some((row) => 'cpu' in row);
  const all = [HEADER, ...rows.map(cellsOf)];
  const cells = hasCpu ? all : all.map((line) => line.toSpliced(CPU, 1));
  const header = cells[0] ?? HEADER;
  const widths = header.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellsOf(row: Row | Skipped): string[] {
  if ('skipped' in row) return [row.name, '–', '', '0', `skipped: ${row.skipped}`];
  const { name, median, unit, runs, cpu, baselines = [] } = row;
  const against = baselines.map(
    (baseline) =>
      `${formatRatio(median, baseline.median, unit)} ${baseline.name} (${formatValue(baseline.median)} ${unit})`,
  );
  const took = cpu === undefined ? '' : `${formatValue(cpu)} ${unit}`;
  return [name, `${formatValue(median)} ${unit}`, took, String(runs), against.join('; ')];
}

/** Three digits that count. */
function formatValue(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function formatRatio(value: number, baseline: number, unit: Row['unit']): string {
  const ratio = value / baseline;
  if (unit === 'frames/s') return `${formatValue(ratio)}× the rate`;
  if (unit === 'MB/s' || unit === 'requests/s') return `${formatValue(ratio)}× the rate of`;
  return ratio < 1 ? `${formatValue(1 / ratio)}× faster than` : `${formatValue(ratio)}× the time of`;
}
