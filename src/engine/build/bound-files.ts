import type { FileSourceEntry } from '../../api/file-source.ts';
import type { Build } from './build-state.ts';
import { parseRunMount } from './dockerfile/run-mount.ts';
import type { RunInstruction, RunMount } from './dockerfile/types.ts';
import type { CopyItem } from './plan-copy.ts';
import { findCopySource } from './stage-source.ts';

/** What `--mount=type=bind` shows, with paths below its target. @throws BuildError for a `from` that there is not */
export function boundFiles(build: Build, { range }: RunInstruction, mount: RunMount): FileSourceEntry[] {
  const source = mount.from ? findCopySource(build, mount.from, range) : build.buildContext;
  const folder = mount.source.replace(/^\/+|\/+$/g, '');
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  return [...source.entries.values()]
    .filter((entry) => entry.path.startsWith(prefix))
    .map((entry) => {
      const { hardlink, ...copied } = entry;
      void hardlink;
      return { ...copied, read: () => entry.read(), path: entry.path.slice(prefix.length) };
    });
}

/** What each bind mount of a RUN shows, by target; it must run again when that changes. @throws BuildError */
export function boundItems(build: Build, instruction: RunInstruction): CopyItem[][] {
  return instruction.mounts
    .map((spec) => parseRunMount(spec, (value) => value))
    .filter((mount) => mount.type === 'bind')
    .map((mount) =>
      boundFiles(build, instruction, mount).map((entry) => ({
        entry,
        target: `${mount.target}/${entry.path}`,
      })),
    );
}
