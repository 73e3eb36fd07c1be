import type { ImageSummary } from '../../../api/image-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { atMost, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';
import { shortId } from './short-id.ts';

const HEADERS = {
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

const RAW = `repository: {{.Repository}}
tag: {{.Tag}}
image_id: {{.ID}}
created_at: {{.CreatedAt}}
virtual_size: {{.Size}}
`;

/** Prints the images, a row for each name: as a table, IDs, JSON or through a template. @see docker/cli v28.2.2 cli/command/image/list.go */
export const IMAGE_LIST: Command = {
  name: 'ls',
  aliases: ['list'],
  use: '[OPTIONS] [REPOSITORY[:TAG]]',
  short: 'List images',
  args: atMost(1),
  flags: [
    flag('all', 'a', 'bool', 'Show intermediate images too'),
    flag('digests', '', 'bool', 'Show digests'),
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('no-trunc', '', 'bool', "Don't shorten the output"),
    flag('quiet', 'q', 'bool', 'Print only IDs'),
    flag('tree', '', 'bool', 'Show platforms as a tree', { unmodelled: true }),
  ],
  run: async ({ proc, flags, args, api }) => {
    const filters = toFilters(flags.list('filter'));
    if (args[0] !== undefined) (filters['reference'] ??= []).push(args[0]);
    const images = await (await api()).ImageList({ all: flags.bool('all'), filters });
    const full = flags.bool('no-trunc');
    if (flags.bool('quiet') && !flags.string('format')) {
      const ids = images.flatMap((image) => namesOf(image).map(() => shortId(image.Id, full)));
      await proc.out(ids.map((id) => `${id}\n`).join(''));
      return 0;
    }
    const format = flags.string('format');
    const digests = flags.bool('digests') || (format?.includes('{{.Digest}}') ?? false);
    const rows = images.flatMap((image) =>
      namesOf(image).map((name) =>
        imageFields(image, digests ? name : withoutDigest(name), proc.now(), full),
      ),
    );
    const columns = ['Repository', 'Tag', ...(digests ? ['Digest'] : []), 'ID', 'CreatedSince', 'Size'];
    const layout = {
      columns,
      headers: HEADERS,
      json: [...Object.keys(HEADERS), 'VirtualSize'],
      named: { raw: digests ? RAW.replace('\n', '\ndigest: {{.Digest}}\n') : RAW },
      typeName: '*formatter.imageContext',
    };
    await proc.out(formatList(format, layout, rows));
    return 0;
  },
};

interface ImageName {
  repository: string;
  tag: string;
  digest: string;
}

/** A row for each tag; an image without any has one row of `<none>`. */
function namesOf(image: ImageSummary): ImageName[] {
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
function withoutDigest(name: ImageName): ImageName {
  const isDigestOnly = name.tag === '<none>' && name.repository !== '<none>';
  return { ...name, digest: isDigestOnly ? '' : '<none>' };
}

/** @see docker/cli v28.2.2 cli/command/formatter/image.go */
function imageFields(image: ImageSummary, name: ImageName, nowMs: number, full: boolean): RowFields {
  return {
    ID: () => shortId(image.Id, full),
    Repository: () => name.repository,
    Tag: () => name.tag,
    Digest: () => name.digest,
    CreatedSince: () => (image.Created ? `${formatHumanDuration(nowMs - image.Created * 1000)} ago` : 'N/A'),
    CreatedAt: () =>
      `${new Date(image.Created * 1000).toISOString().replace('T', ' ').slice(0, 19)} +0000 UTC`,
    Size: () => formatHumanSize(image.Size, 3),
    Containers: () => 'N/A',
    SharedSize: () => 'N/A',
    UniqueSize: () => 'N/A',
    VirtualSize: () => formatHumanSize(image.Size),
  };
}
