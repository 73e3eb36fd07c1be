import type { ContainerSummary } from '../../../api/container-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { formatFamiliar, parseImageReference } from '../../../lib/image-reference.ts';
import { truncateText } from '../../../lib/text-width.ts';
import { formatLabels } from '../../format/labels.ts';
import type { RowFields } from '../../format/list-format.ts';
import { displayPorts } from './display-ports.ts';

export const CONTAINER_HEADERS = {
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  ID: 'CONTAINER ID',
  Image: 'IMAGE',
  Labels: 'LABELS',
  LocalVolumes: 'LOCAL VOLUMES',
  Mounts: 'MOUNTS',
  Names: 'NAMES',
  Networks: 'NETWORKS',
  Ports: 'PORTS',
  RunningFor: 'CREATED',
  Size: 'SIZE',
  State: 'STATE',
  Status: 'STATUS',
} as const;

/** @see docker/cli v28.2.2 cli/command/formatter/container.go */
export function containerFields(container: ContainerSummary, nowMs: number, full: boolean): RowFields {
  return {
    ID: () => (full ? container.Id : container.Id.slice(0, 12)),
    Names: () => namesOf(container, full),
    Image: () => imageName(container, full),
    Command: () => JSON.stringify(full ? container.Command : truncateText(container.Command, 20)),
    CreatedAt: () =>
      `${new Date(container.Created * 1000).toISOString().replace('T', ' ').slice(0, 19)} +0000 UTC`,
    RunningFor: () => `${formatHumanDuration(nowMs - container.Created * 1000)} ago`,
    Ports: () => displayPorts(container.Ports),
    State: () => container.State,
    Status: () => container.Status,
    Size: () => {
      const virtual = container.SizeRootFs ? ` (virtual ${formatHumanSize(container.SizeRootFs, 3)})` : '';
      return formatHumanSize(container.SizeRw ?? 0, 3) + virtual;
    },
    Labels: () => formatLabels(container.Labels),
    Label: (name: string) => container.Labels[name] ?? '',
    Mounts: () =>
      container.Mounts.map((mount) => mount.Name ?? mount.Source)
        .map((name) => (full ? name : truncateText(name, 15)))
        .join(','),
    LocalVolumes: () => String(container.Mounts.filter((mount) => mount.Driver === 'local').length),
    Networks: () => Object.keys(container.NetworkSettings.Networks).join(','),
    Platform: () => null,
  };
}

/** Those by which links know it are long. */
function namesOf({ Names }: ContainerSummary, full: boolean): string {
  const [only = ''] = Names;
  if (Names.length === 1) return withoutSlash(only);
  const names = Names.map(withoutSlash);
  return (full ? names : names.filter((name) => !name.includes('/'))).join(',');
}

const withoutSlash = (name: string): string => (name.startsWith('/') ? name.slice(1) : name);

/** Without its digest; as a short ID where it is the image's own. */
function imageName({ Image, ImageID }: ContainerSummary, full: boolean): string {
  if (Image === '') return '<no image>';
  if (full) return Image;
  const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);
  if (short(ImageID) === short(Image)) return short(ImageID);
  if (!Image.includes('@')) return Image;
  try {
    const { digest, ...named } = parseImageReference(Image);
    return digest === undefined ? Image : formatFamiliar(named);
  } catch {
    return Image;
  }
}
