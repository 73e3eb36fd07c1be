import type { FileView } from '../../kernel/files/file-view.ts';
import type { FrozenTree, MemFs } from '../../kernel/files/mem-fs.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { Build, StageState } from './build-state.ts';

/** A copy of a stage's files that can be changed; freezing `fs` gives the stage's next tree. */
export interface StageFiles {
  readonly fs: MemFs;
  readonly mounts: MountTable;
  readonly view: FileView;
}

/** Opens the stage's files for a step. The stage itself does not change. */
export const openStageFiles = (build: Build, { tree }: StageState): StageFiles => openTree(build, tree);

/** Opens a copy of a tree. */
export function openTree({ context: { kernel } }: Build, tree: FrozenTree): StageFiles {
  const fs = kernel.createFileSystem({ type: 'overlay', from: tree });
  const mounts = kernel.createMountTable({ fs, ino: fs.root }, { source: 'overlay' });
  return { fs, mounts, view: kernel.viewAsRoot(mounts) };
}
