import { formatRepository, withDefaultTag, type ImageReference } from '../../../lib/image-reference.ts';

/** A reference as the API takes it apart: the whole name, and its tag or digest. */
export function remoteName(reference: ImageReference): { fromImage: string; tag: string } {
  const full = withDefaultTag(reference);
  return { fromImage: formatRepository(full), tag: full.digest ?? full.tag ?? '' };
}
