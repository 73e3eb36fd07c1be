import type { BuildOptions } from '../../../api/build-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { formatReference, parseImageReference, withDefaultTag } from '../../../lib/image-reference.ts';

/** What --metadata-file holds of a build by the docker driver. Simplified: no provenance. @see docker/buildx v0.24 commands/build.go writeMetadataFile */
export function metadataText(imageId: string, { tags }: BuildOptions, proc: Process): string {
  const random = (): string => (proc.random() >>> 0).toString(36).padStart(7, '0');
  const names = tags.map((tag) => formatReference(withDefaultTag(parseImageReference(tag))));
  const metadata = {
    'buildx.build.ref': `default/default/${`${random()}${random()}${random()}${random()}`.slice(0, 25)}`,
    'containerimage.config.digest': imageId,
    'containerimage.digest': imageId,
    ...(names.length ? { 'image.name': names.join(',') } : {}),
  };
  return JSON.stringify(metadata, null, 2);
}
