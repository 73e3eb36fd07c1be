import type { BuildCacheRecord } from '../../../api/system-types.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { formatAge } from '../../format/age.ts';

const TAB = 8;
const HEADING = ['ID', 'RECLAIMABLE', 'SIZE', 'LAST ACCESSED'];

/** Cells as Go's tabwriter sets them with tabs: each as wide as the widest of its column, in whole tabs; the last as it is. @see text/tabwriter */
function tabbed(rows: readonly (readonly string[])[]): string {
  const cellWidth = (column: number): number =>
    Math.ceil((Math.max(...rows.map((row) => (row[column] ?? '').length)) + 1) / TAB) * TAB;
  const cell = (text: string, column: number, row: readonly string[]): string =>
    column === row.length - 1 ? text : text + '\t'.repeat(Math.ceil((cellWidth(column) - text.length) / TAB));
  return rows.map((row) => `${row.map((text, column) => cell(text, column, row)).join('')}\n`).join('');
}

/**
 * Cache records that are gone, as the builder prints them: the heading is set with the first, all others alone, and the sum stands below.
 * @see docker/buildx v0.24 commands/prune.go, commands/diskusage.go
 */
export function formatPruned(records: readonly BuildCacheRecord[], nowMs: number): string {
  const [first, ...others] = records.map((record) => toRow(record, nowMs));
  const total = records.reduce((sum, { Size }) => sum + Size, 0);
  return [
    ...(first ? [tabbed([HEADING, first])] : []),
    ...others.map((row) => tabbed([row])),
    tabbed([['Total:', formatHumanSize(total)]]),
  ].join('');
}

/** All that is in the cache, and what could be removed. @see docker/buildx v0.24 commands/diskusage.go printTableRow, printSummary */
export function formatUsage(records: readonly BuildCacheRecord[], nowMs: number): string {
  const sum = (list: readonly BuildCacheRecord[]): number =>
    list.reduce((total, { Size }) => total + Size, 0);
  const shared = sum(records.filter(({ Shared }) => Shared));
  const summary = [
    ...(shared > 0
      ? [
          ['Shared:', formatHumanSize(shared)],
          ['Private:', formatHumanSize(sum(records) - shared)],
        ]
      : []),
    ['Reclaimable:', formatHumanSize(sum(records.filter(({ InUse }) => !InUse)))],
    ['Total:', formatHumanSize(sum(records))],
  ];
  const rows = records.map((record) => toRow(record, nowMs));
  return (rows.length ? tabbed([HEADING, ...rows]) : '') + tabbed(summary);
}

function toRow({ ID, InUse, Shared, Size, LastUsedAt }: BuildCacheRecord, nowMs: number): string[] {
  const size = formatHumanSize(Size) + (Shared ? '*' : '');
  return [
    ID.padEnd(40),
    String(!InUse).padEnd(5),
    size.padEnd(10),
    LastUsedAt === null ? '' : formatAge(LastUsedAt, nowMs),
  ];
}
