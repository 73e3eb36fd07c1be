import { ApiError } from '../../../api/api-error.ts';
import type { ContainerSummary } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { formatFamiliarName, parseImageReference } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import { formatTable } from '../../format/table.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { canonicalName } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

interface ImageRow {
  readonly ID: string;
  readonly ContainerName: string;
  readonly Repository: string;
  readonly Tag: string;
  readonly Platform: string;
  readonly Size: number;
  readonly Created?: string;
  readonly LastTagTime?: string;
}

const HEADER = ['CONTAINER', 'REPOSITORY', 'TAG', 'PLATFORM', 'IMAGE ID', 'SIZE', 'CREATED'];

/** Lists the images that a project's containers are made from. @see docker/compose v2.36.2 cmd/compose/images.go, pkg/compose/images.go */
export async function runImages(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const format = flags.string('format') ?? 'table';
  if (format !== 'table' && format !== 'json')
    throw new CliError(`format value ${JSON.stringify(format)} could not be parsed: parsing failed`);
  const { name } = await projectOrName(context, []);
  const engine = await api();
  const containers = await observe(engine, name, { all: true, oneOff: 'exclude', services: args });
  const rows: ImageRow[] = [];
  for (const container of containers) rows.push(await imageRow(engine, container));
  rows.sort((a, b) => (a.ContainerName < b.ContainerName ? -1 : 1));
  if (flags.bool('quiet')) {
    const ids = new Set(rows.map(({ ID }) => ID.replace(/^sha256:/, '')));
    await proc.out([...ids].map((id) => `${id}\n`).join(''));
  } else if (format === 'json') await proc.out(`${JSON.stringify(rows)}\n`);
  else await proc.out(formatTable([HEADER, ...rows.map((row) => cells(row, proc.now()))], 20));
  return 0;
}

/** An image that is gone keeps the name that the container was made from. */
async function imageRow(engine: EngineApi, container: ContainerSummary): Promise<ImageRow> {
  const image = await engine.ImageInspect(container.ImageID).catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'notFound') return undefined;
    throw error;
  });
  const common = {
    ID: container.ImageID,
    ContainerName: canonicalName(container),
    ...namesOf(container.Image),
  };
  if (!image) return { ...common, Platform: '', Size: 0 };
  const { Os, Architecture, Variant, Size, Created, Metadata } = image;
  const Platform = [Os, Architecture, Variant].filter(Boolean).join('/');
  return { ...common, Platform, Size, Created, LastTagTime: Metadata.LastTagTime };
}

function namesOf(image: string): { Repository: string; Tag: string } {
  try {
    const reference = parseImageReference(image);
    return {
      Repository: formatFamiliarName(reference),
      Tag: reference.tag ?? (reference.digest ? '' : 'latest'),
    };
  } catch {
    return { Repository: '', Tag: '' };
  }
}

function cells(row: ImageRow, nowMs: number): string[] {
  const { ContainerName, Repository, Tag, Platform, ID, Size, Created } = row;
  return [
    ContainerName,
    Repository || '<none>',
    Tag || '<none>',
    Platform,
    ID.replace(/^sha256:/, '').slice(0, 12),
    formatHumanSize(Size, 3),
    Created === undefined ? 'N/A' : `${formatHumanDuration(nowMs - Date.parse(Created))} ago`,
  ];
}
