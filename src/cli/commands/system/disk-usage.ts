import type { DiskUsage } from '../../../api/system-types.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';
import { verboseDiskUsage } from './disk-usage-verbose.ts';

/** Prints what images, containers, volumes and build cache take, and what a prune would free. @see docker/cli v28.2.2 cli/command/system/df.go */
export const SYSTEM_DISK_USAGE: Command = {
  name: 'df',
  use: '[OPTIONS]',
  short: 'Show docker disk usage',
  args: NO_ARGUMENTS,
  flags: [
    flag('format', '', 'string', 'Format with a Go template'),
    flag('verbose', 'v', 'bool', 'Show every image, container, volume and piece of cache'),
  ],
  run: async ({ proc, flags, api }) => {
    const usage = await (await api()).SystemDataUsage();
    if (flags.bool('verbose')) {
      await proc.out(verboseDiskUsage(usage, proc.now(), flags.string('format')));
      return 0;
    }
    const rows = [imageRow(usage), containerRow(usage), volumeRow(usage), cacheRow(usage)];
    const layout = { columns: FIELDS, headers: HEADERS, typeName: '*formatter.diskUsageImagesContext' };
    await proc.out(formatList(flags.string('format'), layout, rows.map(toFields)));
    return 0;
  },
};

const HEADERS = {
  Type: 'TYPE',
  TotalCount: 'TOTAL',
  Active: 'ACTIVE',
  Size: 'SIZE',
  Reclaimable: 'RECLAIMABLE',
} as const;

const FIELDS = Object.keys(HEADERS);

function toFields(cells: readonly string[]): RowFields {
  return Object.fromEntries(FIELDS.map((name, index) => [name, () => cells[index] ?? '']));
}

function imageRow({ Images, LayersSize }: DiskUsage): string[] {
  const used = Images.filter((image) => image.Containers > 0);
  const free = LayersSize - sum(used.map((image) => image.Size));
  return row('Images', Images.length, used.length, LayersSize, share(Math.max(0, free), LayersSize, 3));
}

function containerRow({ Containers }: DiskUsage): string[] {
  const bytes = (list: DiskUsage['Containers']): number => sum(list.map(({ SizeRw }) => SizeRw ?? 0));
  const running = Containers.filter(({ State }) => ['running', 'paused', 'restarting'].includes(State));
  const all = bytes(Containers);
  return row('Containers', Containers.length, running.length, all, share(all - bytes(running), all));
}

function volumeRow({ Volumes }: DiskUsage): string[] {
  const bytes = (list: DiskUsage['Volumes']): number =>
    sum(list.map(({ UsageData }) => UsageData?.Size ?? 0));
  const unused = Volumes.filter(({ UsageData }) => UsageData?.RefCount === 0);
  const all = bytes(Volumes);
  const active = Volumes.length - unused.length;
  return row('Local Volumes', Volumes.length, active, all, share(bytes(unused), all));
}

function cacheRow({ BuildCache }: DiskUsage): string[] {
  const bytes = (list: DiskUsage['BuildCache']): number => sum(list.map(({ Size }) => Size));
  const free = bytes(BuildCache.filter(({ Shared }) => !Shared));
  const active = BuildCache.filter(({ InUse }) => InUse).length;
  return row('Build Cache', BuildCache.length, active, bytes(BuildCache), formatHumanSize(free));
}

function row(name: string, total: number, active: number, sizeBytes: number, free: string): string[] {
  return [name, String(total), String(active), formatHumanSize(sizeBytes), free];
}

/** `1.2MB (40%)` */
function share(partBytes: number, wholeBytes: number, digits = 4): string {
  const percent = wholeBytes > 0 ? ` (${Math.floor((partBytes / wholeBytes) * 100)}%)` : '';
  return formatHumanSize(partBytes, digits) + percent;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
