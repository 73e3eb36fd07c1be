import { sha256Digest } from '../../lib/sha256.ts';
import type { ImageRecord } from '../state.ts';

/** An image's record: its ID is the digest of its config file. @see OCI image-spec config.md */
export function createImage(parts: Omit<ImageRecord, 'id'>): ImageRecord {
  const config = {
    architecture: parts.architecture,
    ...(parts.variant === undefined ? {} : { variant: parts.variant }),
    os: parts.os,
    created: parts.created,
    author: parts.author,
    config: parts.config,
    history: parts.history,
    rootfs: { type: 'layers', diff_ids: parts.diffIds },
  };
  return { ...parts, id: sha256Digest(JSON.stringify(config)) };
}
