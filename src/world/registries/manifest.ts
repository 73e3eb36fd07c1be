import { sha256Digest } from '../../lib/sha256.ts';

/** Docker's media types of what a registry holds. @see distribution docs/content/spec/manifest-v2-2.md */
const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG = 'application/vnd.docker.container.image.v1+json';
const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

/** What a pull takes. */
export const ACCEPTED_MANIFESTS = [MANIFEST, 'application/vnd.oci.image.manifest.v1+json'];
export const MANIFEST_TYPE = MANIFEST;

/** A blob by its content. */
export interface Descriptor {
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

export interface Manifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

export function describeBlob(kind: 'config' | 'layer', bytes: Uint8Array): Descriptor {
  return {
    mediaType: kind === 'config' ? CONFIG : LAYER,
    size: bytes.length,
    digest: sha256Digest(bytes),
  };
}

/** The manifest's text, as the daemon indents it. */
export function formatManifest(config: Descriptor, layers: readonly Descriptor[]): string {
  const manifest: Manifest = { schemaVersion: 2, mediaType: MANIFEST, config, layers };
  return JSON.stringify(manifest, null, 3);
}

/** @returns undefined for what is no manifest of one image */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    if (value?.schemaVersion !== 2 || typeof value.config?.digest !== 'string') return undefined;
    if (!Array.isArray(value.layers) || !value.layers.every((layer) => typeof layer.digest === 'string'))
      return undefined;
    return value as Manifest;
  } catch {
    return undefined;
  }
}
