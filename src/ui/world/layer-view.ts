import type { ImageRecord, LayerRecord } from '../../world/mirror.ts';

/** A layer as the picture shows it. */
export interface LayerView {
  readonly chainId: string;
  /** From 1 for the oldest that has content. */
  readonly number: number;
  readonly instruction: string;
  readonly sizeBytes: number;
  /** Names of the other images that have the same layer. */
  readonly sharedWith: readonly string[];
  /** One of the patterns, the same wherever the layer is shared; undefined where it is this image's own. */
  readonly pattern: number | undefined;
}

/** So many patterns for shared layers; then they come round again, and the text says the rest. */
const PATTERNS = 6;

export const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** What people call an image: its first tag, or its short id. */
export const imageName = (image: ImageRecord): string => image.tags[0] ?? shortId(image.id);

/** The instruction that made a layer, without the builder's own marks. */
export function instructionOf(createdBy: string): string {
  const text = createdBy
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^\/bin\/sh -c /, 'RUN ')
    .replace(/^RUN \/bin\/sh -c /, 'RUN ')
    .replace(/\s*# buildkit$/, '');
  return text.trim() || 'unknown';
}

/** Layers with content of each image, by image id, with what they share. */
export function layerViews(images: readonly ImageRecord[]): ReadonlyMap<string, readonly LayerView[]> {
  const owners = new Map<string, ImageRecord[]>();
  for (const image of images) {
    for (const { chainId } of image.layers.filter(hasContent))
      owners.set(chainId, [...(owners.get(chainId) ?? []), image]);
  }
  const shared = [...owners].filter(([, having]) => having.length > 1).map(([chainId]) => chainId);
  const patterns = new Map(shared.map((chainId, index) => [chainId, index % PATTERNS]));
  const view = (image: ImageRecord): LayerView[] =>
    image.layers.filter(hasContent).map(({ chainId, createdBy, sizeBytes }, index) => ({
      chainId,
      number: index + 1,
      instruction: instructionOf(createdBy),
      sizeBytes,
      sharedWith: (owners.get(chainId) ?? []).filter((owner) => owner.id !== image.id).map(imageName),
      pattern: patterns.get(chainId),
    }));
  return new Map(images.map((image) => [image.id, view(image)]));
}

const hasContent = (layer: LayerRecord): boolean => !layer.empty;

/** How wide a layer is drawn: grows with its size, but a small one can still be seen beside a large one. */
export const layerWeight = (sizeBytes: number): number => 6 + Math.log2(1 + sizeBytes / 1024) ** 1.6;
