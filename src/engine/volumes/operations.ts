import { ApiError } from '../../api/api-error.ts';
import type { PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { Volume } from '../../api/network-types.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { checkFilters, matchesLabelFilters, matchesLabels, parseBoolFilter } from '../filters.ts';
import type { EngineContext } from '../engine-context.ts';
import { pruneEvent } from '../prune-event.ts';
import type { VolumeRecord } from '../state.ts';
import { toVolume, volumePath } from './create.ts';
import { removeVolume } from './delete.ts';

function usersOf(context: EngineContext, name: string): string[] {
  return [...context.store.state.containers]
    .filter(([, container]) => container.mounts.some((mount) => mount.name === name))
    .map(([id]) => id);
}

function findVolume(context: EngineContext, name: string): VolumeRecord {
  const volume = context.store.state.volumes.get(name);
  if (!volume) throw new ApiError('notFound', `get ${name}: no such volume`);
  return volume;
}

export function volumeList(context: EngineContext, filters: Filters = {}): Volume[] {
  checkFilters(filters, ['dangling', 'driver', 'label', 'name']);
  const dangling = parseBoolFilter(filters, 'dangling');
  return [...context.store.state.volumes]
    .map(([, volume]) => volume)
    .filter((volume) =>
      Object.entries(filters).every(([key, values]) => {
        if (key === 'name') return values.some((value) => volume.name.includes(value));
        if (key === 'driver') return values.includes(volume.driver);
        if (key === 'label') return matchesLabels(volume.labels, values);
        return dangling === (usersOf(context, volume.name).length === 0);
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(toVolume);
}

export function volumeInspect(context: EngineContext, name: string): Volume {
  return toVolume(findVolume(context, name));
}

export function volumeDelete(context: EngineContext, name: string, force = false): void {
  if (force && !context.store.state.volumes.has(name)) return;
  findVolume(context, name);
  const users = usersOf(context, name);
  if (users.length)
    throw new ApiError('conflict', `remove ${name}: volume is in use - [${users.join(', ')}]`);
  removeVolume(context, name);
}

/** Only anonymous volumes, unless `all`. @see moby v28 volume/service prune */
export function volumePrune(context: EngineContext, filters: Filters = {}): PruneReport {
  checkFilters(filters, ['all', 'label', 'label!']);
  const all = parseBoolFilter(filters, 'all') ?? false;
  const unused = [...context.store.state.volumes]
    .map(([, volume]) => volume)
    .filter(
      (volume) =>
        usersOf(context, volume.name).length === 0 &&
        (all || volume.anonymous) &&
        matchesLabelFilters(filters, volume.labels),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const view = context.kernel.viewAsRoot(context.kernel.hostMounts);
  const SpaceReclaimed = unused.reduce((sum, volume) => sum + folderBytes(view, volumePath(volume.name)), 0);
  for (const volume of unused) removeVolume(context, volume.name);
  context.store.commit((state) => state, [pruneEvent('volume', SpaceReclaimed)]);
  return { Deleted: unused.map((volume) => volume.name), SpaceReclaimed };
}

export function folderBytes(view: FileView, path: string): number {
  return view.readDir(path).reduce((sum, { name, type }) => {
    const full = joinPath(path, name);
    return sum + (type === 'directory' ? folderBytes(view, full) : view.lstat(full).size);
  }, 0);
}

export function usageOf(context: EngineContext, volume: Volume): Volume {
  const view = context.kernel.viewAsRoot(context.kernel.hostMounts);
  return {
    ...volume,
    UsageData: { Size: folderBytes(view, volume.Mountpoint), RefCount: usersOf(context, volume.Name).length },
  };
}
