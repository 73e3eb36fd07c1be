import type { Volume } from '../../../api/network-types.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { formatLabels } from '../../format/labels.ts';
import type { RowFields } from '../../format/list-format.ts';

export const VOLUME_HEADERS = {
  Availability: 'AVAILABILITY',
  Driver: 'DRIVER',
  Group: 'GROUP',
  Labels: 'LABELS',
  Links: 'LINKS',
  Mountpoint: 'MOUNTPOINT',
  Name: 'VOLUME NAME',
  Scope: 'SCOPE',
  Size: 'SIZE',
  Status: 'STATUS',
} as const;

/** @see docker/cli v28.2.2 cli/command/formatter/volume.go */
export function volumeFields(volume: Volume): RowFields {
  const usage = volume.UsageData;
  return {
    Name: () => volume.Name,
    Driver: () => volume.Driver,
    Scope: () => volume.Scope,
    Mountpoint: () => volume.Mountpoint,
    Labels: () => formatLabels(volume.Labels),
    Label: (name: string) => volume.Labels?.[name] ?? '',
    Links: () => (usage ? String(usage.RefCount) : 'N/A'),
    Size: () => (usage ? formatHumanSize(usage.Size) : 'N/A'),
    Availability: () => 'N/A',
    Group: () => 'N/A',
    Status: () => 'N/A',
  };
}
