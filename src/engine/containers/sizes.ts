import { diffTrees, type TreeChange } from '../../kernel/files/diff.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { EMPTY_TREE, readTree } from '../../kernel/files/tree.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';

/** What the daemon itself puts into every root before it starts (Docker's init layer): never a change of the container's. */
const INIT_LAYER = new Set([
  '/dev',
  '/proc',
  '/sys',
  '/etc/hostname',
  '/etc/hosts',
  '/etc/mtab',
  '/etc/resolv.conf',
]);

/** How a container's files differ from its image's, sorted by path. @see moby v28 daemon/changes.go */
export function changesOf(context: EngineContext, container: ContainerRecord): TreeChange[] {
  const now = treeOf(context, container.id);
  const changes = diffTrees(imageTree(context, container), now).filter(
    (change) => !(change.kind === 'added' && INIT_LAYER.has(change.path)),
  );
  const base = readTree(imageTree(context, container));
  const tree = readTree(now);
  return changes.filter((change, index) => {
    if (change.path !== '/etc' || changes.some((other, i) => i !== index && other.path.startsWith('/etc/')))
      return true;
    return change.kind === 'modified' && base.stat('/etc')?.mode !== tree.stat('/etc')?.mode;
  });
}

/** Bytes of the files that a container added or changed (`SizeRw`). */
export function writtenBytes(context: EngineContext, container: ContainerRecord): number {
  const tree = readTree(treeOf(context, container.id));
  return changesOf(context, container).reduce((sum, { path, kind }) => {
    const stat = kind === 'deleted' ? undefined : tree.stat(path);
    return sum + (stat?.type === 'file' ? stat.size : 0);
  }, 0);
}

/** `SizeRw` and `SizeRootFs`. */
export function sizesOf(
  context: EngineContext,
  container: ContainerRecord,
): { SizeRw: number; SizeRootFs: number } {
  const written = writtenBytes(context, container);
  const image = context.store.state.images.get(container.imageId);
  return { SizeRw: written, SizeRootFs: (image?.sizeBytes ?? 0) + written };
}

function imageTree(context: EngineContext, container: ContainerRecord): FrozenTree {
  return context.layerTrees.get(container.chainId) ?? EMPTY_TREE;
}

function treeOf(context: EngineContext, id: string): FrozenTree {
  return context.containers.get(id)?.fs.freeze() ?? EMPTY_TREE;
}
