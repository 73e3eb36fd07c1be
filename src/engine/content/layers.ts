import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { EMPTY_TREE } from '../../kernel/files/tree.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState, LayerRecord } from '../state.ts';
import { layerSource, layerTar } from './layer-tar.ts';

/** What a tree adds to the one below, as a layer; its diffID is the digest of its tar, of the one it came from if any. Nothing is stored yet. */
export function describeLayer(
  parentChainId: string,
  below: FrozenTree,
  tree: FrozenTree,
  diffId = sha256Digest(layerTar(below, tree)),
): LayerRecord {
  let sizeBytes = 0;
  for (const { size } of layerSource(below, tree).entries()) sizeBytes += size;
  return { diffId, chainId: chainIdOf(parentChainId, diffId), parent: parentChainId, sizeBytes };
}

/** @see OCI image-spec config.md, Layer ChainID */
export function chainIdOf(parent: string, diffId: string): string {
  return parent === '' ? diffId : sha256Digest(`${parent} ${diffId}`);
}

/** The tree of a chain; the empty one for ''. */
export function treeOf(context: EngineContext, chainId: string): FrozenTree {
  return context.layerTrees.get(chainId) ?? EMPTY_TREE;
}

/** Keeps a layer's tree; its record goes into the state with the image that needs it. */
export function keepTree(context: EngineContext, layer: LayerRecord, tree: FrozenTree): void {
  if (!context.layerTrees.has(layer.chainId)) context.layerTrees.set(layer.chainId, tree);
}

/** Layers from the lowest to this one. */
export function chainOf(state: EngineState, topChainId: string): LayerRecord[] {
  const layers: LayerRecord[] = [];
  for (let id = topChainId; id;) {
    const layer = state.layers.get(id);
    if (!layer) break;
    layers.unshift(layer);
    id = layer.parent;
  }
  return layers;
}

/** Without the layers that no image, container and build cache entry uses; `removed` lists them, topmost first. */
export function withoutUnusedLayers(state: EngineState): { state: EngineState; removed: LayerRecord[] } {
  const used = new Set<string>();
  const mark = (chainId: string): void => {
    for (let id = chainId; id && !used.has(id); id = state.layers.get(id)?.parent ?? '') used.add(id);
  };
  for (const [, image] of state.images) mark(image.topChainId);
  for (const [, entry] of state.buildCache) mark(entry.chainId);
  for (const [, container] of state.containers) mark(container.chainId);
  const removed = [...state.layers].map(([, layer]) => layer).filter((layer) => !used.has(layer.chainId));
  const layers = removed.reduce((map, layer) => map.delete(layer.chainId), state.layers);
  return { state: { ...state, layers }, removed: removed.sort((a, b) => depth(state, b) - depth(state, a)) };
}

function depth(state: EngineState, layer: LayerRecord): number {
  return chainOf(state, layer.chainId).length;
}
