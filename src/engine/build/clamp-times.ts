import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { diffTrees } from '../../kernel/files/diff.ts';
import { openTree } from './stage-files.ts';
import type { Build } from './build-state.ts';
import { readEpoch } from './history-times.ts';

/**
 * The tree with nothing of what a step changed later than SOURCE_DATE_EPOCH, so that the layer does not depend on when it was made. Simplified: BuildKit asks
 * for `rewrite-timestamp=true` as well. @see buildkit v0.22 exporter/containerimage/writer.go rewriteRemoteWithEpoch
 */
export function clampTimes(build: Build, below: FrozenTree, tree: FrozenTree): FrozenTree {
  const epochMs = readEpoch(build.options.buildArgs);
  if (epochMs === undefined) return tree;
  const { fs, view } = openTree(build, tree);
  for (const { path, kind } of diffTrees(below, tree).toReversed()) {
    if (kind === 'deleted') continue;
    const { atimeMs, mtimeMs } = view.lstat(path);
    if (mtimeMs > epochMs) view.utimes(path, Math.min(atimeMs, epochMs), epochMs, { noFollow: true });
  }
  return fs.freeze();
}
