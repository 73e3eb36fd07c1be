import type { ImageRecord } from '../../world/mirror.ts';
import { imageName, instructionOf } from '../world/layer-view.ts';

/** A layer as a box over the columns of all images that have it. */
export interface LayerBox {
  readonly chainId: string;
  readonly instruction: string;
  readonly sizeBytes: number;
  /** From 0 for the lowest. */
  readonly depth: number;
  /** Columns, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The image that is asked about has it. */
  readonly own: boolean;
}

/** Images that stand on the same lowest layer, each in a column, and their layers, each once. */
export interface LayerTree {
  /** `depth` is that of the name, above the image's topmost layer. */
  readonly images: readonly {
    readonly id: string;
    readonly name: string;
    readonly column: number;
    readonly depth: number;
    readonly own: boolean;
  }[];
  readonly boxes: readonly LayerBox[];
  /** Rows, that of the topmost names included. */
  readonly rows: number;
}

/**
 * The picture of an image among those that share layers with it; undefined where none does. A chain ID names a layer with all that is below it, so
 * images that share one share everything beneath: the layers are a tree.
 */
export function layerTree(images: readonly ImageRecord[], id: string): LayerTree | undefined {
  const asked = images.find((image) => image.id === id);
  const root = asked && chainOf(asked)[0]?.chainId;
  if (root === undefined) return undefined;
  const related = images.filter((image) => chainOf(image)[0]?.chainId === root);
  return related.length < 2 ? undefined : stackLayers(related, id);
}

/** All of these images side by side, kin beside kin, and their layers. @param id the image that is asked about, if one is */
export function stackLayers(images: readonly ImageRecord[], id = ''): LayerTree {
  const related = images.toSorted(besideItsKin);
  const boxes = new Map<string, LayerBox>();
  for (const [column, image] of related.entries()) {
    for (const [depth, { chainId, createdBy, sizeBytes }] of chainOf(image).entries()) {
      const known = boxes.get(chainId);
      boxes.set(chainId, {
        chainId,
        instruction: instructionOf(createdBy),
        sizeBytes,
        depth,
        start: known?.start ?? column,
        end: column + 1,
        own: known?.own === true || image.id === id,
      });
    }
  }
  const named = related.map((image, column) => ({
    id: image.id,
    name: imageName(image),
    column,
    depth: chainOf(image).length,
    own: image.id === id,
  }));
  return {
    images: named,
    boxes: [...boxes.values()],
    rows: Math.max(0, ...named.map(({ depth }) => depth)) + 1,
  };
}

/** Layers with content, lowest first. */
const chainOf = ({ layers }: ImageRecord): ImageRecord['layers'] => layers.filter(({ empty }) => !empty);

/** Images with the same beginning stand side by side: by chain IDs, a shorter one before those that go on from it. */
function besideItsKin(a: ImageRecord, b: ImageRecord): number {
  const [left, right] = [chainOf(a), chainOf(b)];
  for (let depth = 0; depth < Math.min(left.length, right.length); depth += 1) {
    const [one = '', other = ''] = [left[depth]?.chainId, right[depth]?.chainId];
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length || (a.id < b.id ? -1 : 1);
}
