import type { EngineApi } from '../../api/engine-api.ts';
import type { BuildCacheRecord, DiskUsage } from '../../api/system-types.ts';
import { containerList } from '../containers/list.ts';
import type { EngineContext } from '../engine-context.ts';
import type { BuildCacheEntry } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { usageOf, volumeList } from '../volumes/operations.ts';

/** @see moby v28 daemon/disk_usage.go */
export async function systemDataUsage(
  context: EngineContext,
  imageList: EngineApi['ImageList'],
  options: { types?: string[] } = {},
): Promise<DiskUsage> {
  const { state } = context.store;
  const wants = (type: string): boolean => !options.types?.length || options.types.includes(type);
  const images = wants('image') ? await imageList({ sharedSize: true }) : [];
  return {
    LayersSize: [...state.layers].reduce((sum, [, layer]) => sum + layer.sizeBytes, 0),
    Images: images,
    Containers: wants('container') ? containerList(context, { all: true, size: true }) : [],
    Volumes: wants('volume') ? volumeList(context).map((volume) => usageOf(context, volume)) : [],
    BuildCache: wants('build-cache') ? [...state.buildCache].map(([, entry]) => toCacheRecord(entry)) : [],
  };
}

function toCacheRecord(entry: BuildCacheEntry): BuildCacheRecord {
  return {
    ID: entry.key,
    Parents: entry.parent ? [entry.parent] : null,
    Type: 'regular',
    Description: entry.description,
    InUse: false,
    Shared: false,
    Size: entry.sizeBytes,
    CreatedAt: formatTime(entry.createdMs),
    LastUsedAt: entry.lastUsedMs ? formatTime(entry.lastUsedMs) : null,
    UsageCount: entry.usageCount,
  };
}
