import type { ImageSummary } from '../../../api/image-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import type { RowFields } from '../../format/list-format.ts';
import { shortId } from './short-id.ts';

export const IMAGE_HEADERS = {
  Containers: 'CONTAINERS',
  CreatedAt: 'CREATED AT',
  CreatedSince: 'CREATED',
  Digest: 'DIGEST',
  ID: 'IMAGE ID',
  Repository: 'REPOSITORY',
  SharedSize: 'SHARED SIZE',
  Size: 'SIZE',
  Tag: 'TAG',
  UniqueSize: 'UNIQUE SIZE',
} as const;

/** One name of an image: a row of the list. */
export interface ImageName {
  repository: string;
  tag: string;
  digest: string;
}

/** A row for each tag; an image without any has one row of `<none>`. */
export function namesOf(image: ImageSummary): ImageName[] {
  const digests = new Map(
    (image.RepoDigests ?? []).map((text) => [
      text.slice(0, text.indexOf('@')),
      text.slice(text.indexOf('@') + 1),
    ]),
  );
  const tags = (image.RepoTags ?? []).map((text) => {
    const colon = text.lastIndexOf(':');
    const repository = text.slice(0, colon);
    return { repository, tag: text.slice(colon + 1), digest: digests.get(repository) ?? '<none>' };
  });
  if (tags.length) return tags;
  const rest = [...digests].map(([repository, digest]) => ({ repository, tag: '<none>', digest }));
  return rest.length ? rest : [{ repository: '<none>', tag: '<none>', digest: '<none>' }];
}

/** Where digests are not asked for; a name that is only a digest has then none at all. */
export function withoutDigest(name: ImageName): ImageName {
  const isDigestOnly = name.tag === '<none>' && name.repository !== '<none>';
  return { ...name, digest: isDigestOnly ? '' : '<none>' };
}

/** @see docker/cli v28.2.2 cli/command/formatter/image.go */
export function imageFields(image: ImageSummary, name: ImageName, nowMs: number, full: boolean): RowFields {
  const isShareKnown = image.SharedSize !== -1;
  return {
    ID: () => shortId(image.Id, full),
    Repository: () => name.repository,
    Tag: () => name.tag,
    Digest: () => name.digest,
    CreatedSince: () => (image.Created ? `${formatHumanDuration(nowMs - image.Created * 1000)} ago` : 'N/A'),
    CreatedAt: () =>
      `${new Date(image.Created * 1000).toISOString().replace('T', ' ').slice(0, 19)} +0000 UTC`,
    Size: () => formatHumanSize(image.Size, 3),
    Containers: () => (image.Containers === -1 ? 'N/A' : String(image.Containers)),
    SharedSize: () => (isShareKnown ? formatHumanSize(image.SharedSize) : 'N/A'),
    UniqueSize: () => (isShareKnown ? formatHumanSize(image.Size - image.SharedSize) : 'N/A'),
    VirtualSize: () => formatHumanSize(image.Size),
  };
}
