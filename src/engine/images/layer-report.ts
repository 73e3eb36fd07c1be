import { diffTrees, type TreeChange } from '../../kernel/files/diff.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { EMPTY_TREE, readTree } from '../../kernel/files/tree.ts';

/** A file that a layer writes or takes away. */
export interface LayerFile {
  readonly path: string;
  readonly kind: TreeChange['kind'];
  /** What the layer holds of it; 0 for one that it takes away. */
  readonly sizeBytes: number;
  /** Index of the later layer that overwrites it or takes it away: its bytes are there, but nobody sees them. */
  readonly hiddenBy?: number;
}

/** What a layer does to the files below it. Folders count only where they vanish. */
export interface LayerContent {
  readonly files: readonly LayerFile[];
  /** Bytes of its files that a later layer hides. */
  readonly wastedBytes: number;
}

interface Written {
  readonly layer: number;
  readonly file: LayerFile;
}

/** What each layer does and which of its bytes are wasted. `trees` hold all files up to each layer, lowest first. */
export function layerContents(trees: readonly FrozenTree[]): LayerContent[] {
  const seen = new Map<string, Written>();
  const hidden = new Map<LayerFile, number>();
  const layers = trees.map((tree, layer) => {
    const below = trees[layer - 1] ?? EMPTY_TREE;
    const files = layerFiles(below, tree);
    for (const file of files) {
      for (const path of coveredPaths(below, tree, file.path, seen)) {
        const covered = seen.get(path);
        if (covered) hidden.set(covered.file, layer);
        seen.delete(path);
      }
      if (file.kind !== 'deleted') seen.set(file.path, { layer, file });
    }
    return files;
  });
  return layers.map((files) => {
    const marked = files.map((file) => {
      const hiddenBy = hidden.get(file);
      return hiddenBy === undefined ? file : { ...file, hiddenBy };
    });
    const wasted = marked.filter(({ hiddenBy }) => hiddenBy !== undefined);
    return { files: marked, wastedBytes: wasted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
  });
}

function layerFiles(below: FrozenTree, tree: FrozenTree): LayerFile[] {
  const reader = readTree(tree);
  return diffTrees(below, tree).flatMap(({ path, kind }): LayerFile[] => {
    const stat = kind === 'deleted' ? undefined : reader.stat(path);
    if (stat?.type === 'directory') return [];
    return [{ path, kind, sizeBytes: stat?.type === 'file' ? stat.size : 0 }];
  });
}

/** Paths of lower layers that can't be seen any more when this one is written or taken away. */
function coveredPaths(
  below: FrozenTree,
  tree: FrozenTree,
  path: string,
  seen: ReadonlyMap<string, Written>,
): string[] {
  const wasFolder = readTree(below).stat(path)?.type === 'directory';
  if (!wasFolder || readTree(tree).stat(path)?.type === 'directory') return [path];
  return [path, ...[...seen.keys()].filter((other) => other.startsWith(`${path}/`))];
}

/** The part of all bytes in layers that can be seen in the end, 0 to 1; 1 where there are none. */
export function efficiencyOf(layers: readonly { sizeBytes: number; wastedBytes: number }[]): number {
  const total = layers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const wasted = layers.reduce((sum, { wastedBytes }) => sum + wastedBytes, 0);
  return total === 0 ? 1 : (total - wasted) / total;
}

/** A layer that touched a path, by its index. */
export interface PathLayer {
  readonly layer: number;
  readonly kind: TreeChange['kind'];
}

/** The layers that touched a path, topmost first: the first provides it or hides it, the others lie beneath. */
export function pathLayers(trees: readonly FrozenTree[], path: string): PathLayer[] {
  const touched = trees.flatMap((tree, layer): PathLayer[] => {
    const below = trees[layer - 1] ?? EMPTY_TREE;
    const before = readTree(below).stat(path);
    const after = readTree(tree).stat(path);
    if (!before && !after) return [];
    if (!before) return [{ layer, kind: 'added' }];
    if (!after) return [{ layer, kind: 'deleted' }];
    const isChanged = diffTrees(below, tree).some((change) => change.path === path);
    return isChanged ? [{ layer, kind: 'modified' }] : [];
  });
  return touched.reverse();
}
