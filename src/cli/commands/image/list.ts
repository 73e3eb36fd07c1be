import { atMost, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatList } from '../../format/list-format.ts';
import { IMAGE_HEADERS, imageFields, namesOf, withoutDigest } from './image-fields.ts';
import { shortId } from './short-id.ts';

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
    const images = await (
      await api()
    ).ImageList({
      all: flags.bool('all'),
      filters,
      ...(flags.bool('tree') ? { manifests: true } : {}),
    });
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
      headers: IMAGE_HEADERS,
      json: [...Object.keys(IMAGE_HEADERS), 'VirtualSize'],
      named: { raw: digests ? RAW.replace('\n', '\ndigest: {{.Digest}}\n') : RAW },
      typeName: '*formatter.imageContext',
    };
    await proc.out(formatList(format, layout, rows));
    return 0;
  },
};
