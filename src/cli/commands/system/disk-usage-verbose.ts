import type { BuildCacheRecord, DiskUsage } from '../../../api/system-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { fillObject, readTemplate } from '../../format/object-format.ts';
import { formatList, toSource, type RowFields } from '../../format/list-format.ts';
import { CONTAINER_HEADERS, containerFields } from '../container/container-fields.ts';
import { IMAGE_HEADERS, imageFields, namesOf } from '../image/image-fields.ts';
import { VOLUME_HEADERS, volumeFields } from '../volume/volume-fields.ts';

/** A table of one kind of thing. */
interface Part {
  readonly title: string;
  readonly columns: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly rows: readonly RowFields[];
}

const CACHE_HEADERS = {
  ID: 'CACHE ID',
  CacheType: 'CACHE TYPE',
  Size: 'SIZE',
  CreatedSince: 'CREATED',
  LastUsedSince: 'LAST USED',
  UsageCount: 'USAGE',
  Shared: 'SHARED',
} as const;

/** Every image, container, volume and piece of cache with what it takes. @throws CliError for a bad template. @see docker/cli v28.2.2 cli/command/formatter/disk_usage.go verboseWrite */
export function verboseDiskUsage(usage: DiskUsage, nowMs: number, format: string | undefined): string {
  const parts = partsOf(usage, nowMs);
  if (format) {
    const fields = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, part.rows.map((row) => toSource(row, part))]),
    );
    // The client adds no end of line here.
    return fillObject(readTemplate(format === 'json' ? '{{json .}}' : format, 1), fields);
  }
  return Object.values(parts)
    .map((part) => `${part.title}\n\n${formatList(undefined, part, part.rows)}`)
    .join('\n');
}

function partsOf(usage: DiskUsage, nowMs: number): Record<string, Part> {
  const cacheBytes = usage.BuildCache.reduce((sum, { Size }) => sum + Size, 0);
  return {
    Images: {
      title: 'Images space usage:',
      columns: ['Repository', 'Tag', 'ID', 'CreatedSince', 'Size', 'SharedSize', 'UniqueSize', 'Containers'],
      headers: IMAGE_HEADERS,
      rows: usage.Images.flatMap((image) =>
        namesOf(image)
          .slice(0, 1)
          .map((name) => imageFields(image, name, nowMs, false)),
      ),
    },
    Containers: {
      title: 'Containers space usage:',
      columns: ['ID', 'Image', 'Command', 'LocalVolumes', 'Size', 'RunningFor', 'Status', 'Names'],
      headers: CONTAINER_HEADERS,
      // The size of the image is counted above.
      rows: usage.Containers.map((container) =>
        containerFields({ ...container, SizeRootFs: 0 }, nowMs, false),
      ),
    },
    Volumes: {
      title: 'Local Volumes space usage:',
      columns: ['Name', 'Links', 'Size'],
      headers: VOLUME_HEADERS,
      rows: usage.Volumes.map(volumeFields),
    },
    BuildCache: {
      title: `Build cache usage: ${formatHumanSize(cacheBytes)}`,
      columns: Object.keys(CACHE_HEADERS),
      headers: CACHE_HEADERS,
      rows: usage.BuildCache.map((record) => cacheFields(record, nowMs)),
    },
  };
}

function cacheFields(record: BuildCacheRecord, nowMs: number): RowFields {
  const age = (moment: string | null): string =>
    moment ? `${formatHumanDuration(nowMs - Date.parse(moment))} ago` : '';
  return {
    ID: () => record.ID.slice(0, 12) + (record.InUse ? '*' : ''),
    Parents: () => (record.Parents ?? []).join(', '),
    CacheType: () => record.Type,
    Description: () => record.Description,
    Size: () => formatHumanSize(record.Size, 3),
    CreatedSince: () => age(record.CreatedAt),
    LastUsedSince: () => age(record.LastUsedAt),
    UsageCount: () => String(record.UsageCount),
    InUse: () => String(record.InUse),
    Shared: () => String(record.Shared),
  };
}
