import type { FileSourceEntry } from '../../api/file-source.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { buildErrorAt, type Build } from './build-state.ts';
import type { RunInstruction, RunMount } from './dockerfile/types.ts';
import type { CopyItem } from './plan-copy.ts';
import { findCopySource } from './stage-source.ts';

/** What a mount shows of the context, a stage or an image. */
export interface BoundFiles {
  /** A single file, which has no path of its own then. */
  readonly isFile: boolean;
  /** Paths below the mount's target. */
  readonly entries: readonly FileSourceEntry[];
}

/** @throws BuildError for a `from` or a `source` that there is not */
export function boundFiles(build: Build, { range }: RunInstruction, mount: RunMount): BoundFiles {
  const source = mount.from ? findCopySource(build, mount.from, range) : build.buildContext;
  const path = normalizePath(mount.source).slice(1);
  const entry = source.entries.get(path);
  if (entry && entry.type !== 'directory') return { isFile: true, entries: [unlinked(entry, '')] };
  const prefix = path === '' ? '' : `${path}/`;
  const below = [...source.entries.values()].filter((one) => one.path.startsWith(prefix));
  if (path !== '' && !entry && below.length === 0) {
    const random = (): string => build.context.kernel.random.hex(24);
    const checksum = `failed to calculate checksum of ref ${random()}::${random()}: "/${path}": not found`;
    throw buildErrorAt(build.options, range, `failed to compute cache key: ${checksum}`);
  }
  return { isFile: false, entries: below.map((one) => unlinked(one, one.path.slice(prefix.length))) };
}

function unlinked(entry: FileSourceEntry, path: string): FileSourceEntry {
  const { hardlink, ...copied } = entry;
  void hardlink;
  return { ...copied, read: () => entry.read(), path };
}

/** What each bind mount of a RUN shows, by target; it must run again when that changes. @throws BuildError */
export function boundItems(
  build: Build,
  instruction: RunInstruction,
  mounts: readonly RunMount[],
): CopyItem[][] {
  return mounts
    .filter(({ type }) => type === 'bind')
    .map((mount) =>
      boundFiles(build, instruction, mount).entries.map((entry) => ({
        entry,
        target: `${mount.target}/${entry.path}`,
      })),
    );
}
