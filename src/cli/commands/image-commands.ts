import { ApiError } from '../../api/api-error.ts';
import type { ImageSummary } from '../../api/image-types.ts';
import {
  formatFamiliar,
  formatFamiliarName,
  parseImageReference,
  withDefaultTag,
  formatReference,
} from '../../lib/image-reference.ts';
import { formatHumanDuration } from '../../lib/human-duration.ts';
import { formatHumanSize } from '../../lib/human-size.ts';
import { truncateText } from '../../lib/text-width.ts';
import { sourceOf } from '../../kernel/files/tree.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, atMost, exactly, NO_ARGUMENTS, toFilters, type Command } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatList, type RowFields } from '../format/list-format.ts';
import { printProgress } from '../progress/pull-progress.ts';
import { confirm } from './each.ts';
import { inspectCommand } from './inspect.ts';

const HEADERS = {
  Containers: 'CONTAINERS', CreatedAt: 'CREATED AT', CreatedSince: 'CREATED', Digest: 'DIGEST', ID: 'IMAGE ID', Repository: 'REPOSITORY', SharedSize: 'SHARED SIZE', Size: 'SIZE', Tag: 'TAG',
  UniqueSize: 'UNIQUE SIZE',
} as const; // prettier-ignore

const LIST: Command = {
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
    if (flags.bool('quiet') && !flags.has('format')) {
      const ids = images.flatMap((image) => namesOf(image).map(() => shortId(image.Id, full)));
      await proc.out(ids.map((id) => `${id}\n`).join(''));
      return 0;
    }
    const digests = flags.bool('digests');
    const rows = images.flatMap((image) =>
      namesOf(image).map((name) => imageFields(image, name, proc.now(), full)),
    );
    const columns = ['Repository', 'Tag', ...(digests ? ['Digest'] : []), 'ID', 'CreatedSince', 'Size'];
    await proc.out(formatList(flags.string('format'), { columns, headers: HEADERS }, rows));
    return 0;
  },
};

function shortId(id: string, full: boolean): string {
  return full ? id : id.replace(/^sha256:/, '').slice(0, 12);
}

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
    VirtualSize: () => formatHumanSize(image.Size, 3),
  };
}

const PULL: Command = {
  name: 'pull',
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  short: 'Download an image from a registry',
  args: exactly(1),
  flags: [
    flag('all-tags', 'a', 'bool', 'Download every tag', { unmodelled: true }),
    flag('disable-content-trust', '', 'bool', 'Skip image verification', { default: 'true' }),
    flag('platform', '', 'string', 'Platform of the image'),
    flag('quiet', 'q', 'bool', 'Print only the name'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [name = ''] = args;
    const reference = readName(name);
    if (!reference.tag && !reference.digest && !flags.bool('quiet'))
      await proc.out('Using default tag: latest\n');
    const messages = (await api()).ImageCreate({ fromImage: name });
    if (flags.bool('quiet')) for await (const message of messages) void message;
    else await printProgress(proc.stdout, messages);
    await proc.out(`${formatReference(withDefaultTag(reference))}\n`);
    return 0;
  },
};

/** @throws CliError for a text that is no reference */
function readName(text: string): ReturnType<typeof parseImageReference> {
  try {
    return parseImageReference(text);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}

const PUSH: Command = {
  name: 'push',
  use: '[OPTIONS] NAME[:TAG]',
  short: 'Upload an image to a registry',
  args: exactly(1),
  flags: [flag('all-tags', 'a', 'bool', 'Push every tag'), flag('quiet', 'q', 'bool', 'No progress')],
  run: async ({ proc, flags, args, api }) => {
    const reference = readName(args[0] ?? '');
    if (!reference.tag && !flags.bool('all-tags')) await proc.out('Using default tag: latest\n');
    await printProgress(
      proc.stdout,
      (await api()).ImagePush(formatFamiliarName(reference), { tag: reference.tag ?? 'latest' }),
    );
    return 0;
  },
};

const REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Remove one or more images',
  args: atLeast(1),
  flags: [
    flag('force', 'f', 'bool', 'Remove it even if it is used'),
    flag('no-prune', '', 'bool', 'Keep untagged parents'),
    flag('platform', '', 'string', 'Only this platform'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const engine = await api();
    const errors: string[] = [];
    let missing = true;
    for (const name of args) {
      try {
        const items = await engine.ImageDelete(name, {
          force: flags.bool('force'),
          noprune: flags.bool('no-prune'),
        });
        await proc.out(
          items
            .map((item) =>
              item.Untagged === undefined
                ? `Deleted: ${item.Deleted ?? ''}\n`
                : `Untagged: ${item.Untagged}\n`,
            )
            .join(''),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        errors.push(`Error response from daemon: ${error.message}`);
        missing &&= error.kind === 'notFound';
      }
    }
    if (errors.length === 0) return 0;
    await proc.err(`${errors.join('\n')}\n`);
    return flags.bool('force') && missing ? 0 : 1;
  },
};

const TAG: Command = {
  name: 'tag',
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  short: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  args: exactly(2),
  flags: [],
  run: async ({ args, api }) => {
    const [source = '', target = ''] = args;
    let name: string;
    try {
      name = formatFamiliar(parseImageReference(target));
    } catch (error) {
      throw new CliError(
        `Error parsing reference: ${JSON.stringify(target)} is not a valid repository/tag: ${(error as Error).message}`,
      );
    }
    await (await api()).ImageTag(source, { repo: name });
    return 0;
  },
};

const HISTORY_HEADERS = {
  Comment: 'COMMENT',
  CreatedAt: 'CREATED AT',
  CreatedBy: 'CREATED BY',
  CreatedSince: 'CREATED',
  ID: 'IMAGE',
  Size: 'SIZE',
} as const;

const HISTORY: Command = {
  name: 'history',
  use: '[OPTIONS] IMAGE',
  short: 'Show the history of an image',
  args: exactly(1),
  flags: [
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('human', 'H', 'bool', 'Readable dates and sizes', { default: 'true' }),
    flag('no-trunc', '', 'bool', "Don't shorten the output"),
    flag('platform', '', 'string', 'Platform of the image'),
    flag('quiet', 'q', 'bool', 'Print only IDs'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const items = await (await api()).ImageHistory(args[0] ?? '');
    const full = flags.bool('no-trunc');
    const human = !flags.has('human') || flags.bool('human');
    if (flags.bool('quiet')) {
      await proc.out(items.map(({ Id }) => `${shortId(Id, full)}\n`).join(''));
      return 0;
    }
    const rows = items.map((item): RowFields => ({
      ID: () => (item.Id === '<missing>' ? item.Id : shortId(item.Id, full)),
      CreatedSince: () =>
        human ? `${formatHumanDuration(proc.now() - item.Created * 1000)} ago` : isoTime(item.Created),
      CreatedAt: () => isoTime(item.Created),
      CreatedBy: () =>
        full ? item.CreatedBy.replaceAll('\t', ' ') : truncateText(item.CreatedBy.replaceAll('\t', ' '), 45),
      Size: () => (human ? formatHumanSize(item.Size, 3) : String(item.Size)),
      Comment: () => item.Comment,
    }));
    await proc.out(
      formatList(
        flags.string('format'),
        { columns: ['ID', 'CreatedSince', 'CreatedBy', 'Size', 'Comment'], headers: HISTORY_HEADERS },
        rows,
      ),
    );
    return 0;
  },
};

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

const PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove unused images',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Remove all unused images, not only dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
  ],
  run: async (context) => {
    const all = context.flags.bool('all');
    const what = all ? 'all images without at least one container associated to them' : 'all dangling images';
    if (
      !context.flags.bool('force') &&
      !(await confirm(context, `WARNING! This will remove ${what}.\nAre you sure you want to continue?`))
    )
      throw new CliError('image prune has been cancelled');
    const filters = { ...toFilters(context.flags.list('filter')), dangling: [String(!all)] };
    const { ImagesDeleted, SpaceReclaimed } = await (await context.api()).ImagePrune(filters);
    const lines = (ImagesDeleted ?? []).map((item) =>
      item.Untagged === undefined ? `deleted: ${item.Deleted ?? ''}\n` : `untagged: ${item.Untagged}\n`,
    );
    await context.proc.out(
      `${lines.length ? `Deleted Images:\n${lines.join('')}\n` : ''}Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`,
    );
    return 0;
  },
};

const IMPORT: Command = {
  name: 'import',
  use: '[OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
  short: 'Import the contents from a tarball to create a filesystem image',
  args: atLeast(1),
  flags: [
    flag('change', 'c', 'list', 'Apply a Dockerfile instruction'),
    flag('message', 'm', 'string', 'Message'),
    flag('platform', '', 'string', 'Platform'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [path = '', repo] = args;
    if (proc.files.statIfAny(path)?.type !== 'directory')
      throw new CliError('Drydock imports folders, not archives: give the path of a folder');
    const { Id } = await (
      await api()
    ).ImageImport(sourceOf(proc.files, path), {
      ...(repo ? { repo } : {}),
      changes: [...flags.list('change')],
      ...(flags.has('message') ? { message: flags.string('message') ?? '' } : {}),
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};

const ARCHIVE_NOTE = 'archives of images are not simulated by Drydock yet';

const SAVE: Command = {
  name: 'save',
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  args: atLeast(1),
  flags: [flag('output', 'o', 'string', 'Write to a file instead of STDOUT')],
  run: async ({ proc, flags }) => {
    if (!flags.has('output') && proc.stdout.tty)
      throw new CliError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
    throw new CliError(`docker save: ${ARCHIVE_NOTE}`);
  },
};

const LOAD: Command = {
  name: 'load',
  use: '[OPTIONS]',
  short: 'Load an image from a tar archive or STDIN',
  args: NO_ARGUMENTS,
  flags: [
    flag('input', 'i', 'string', 'Read from a file instead of STDIN'),
    flag('quiet', 'q', 'bool', 'No progress'),
  ],
  run: () => Promise.reject(new CliError(`docker load: ${ARCHIVE_NOTE}`)),
};

export const IMAGE_COMMANDS: readonly Command[] = [
  HISTORY,
  IMPORT,
  inspectCommand('image'),
  LOAD,
  LIST,
  PRUNE,
  PULL,
  PUSH,
  REMOVE,
  SAVE,
  TAG,
];
