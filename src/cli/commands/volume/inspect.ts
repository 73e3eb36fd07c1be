import { atLeast, type Command } from '../../command.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';

/** Prints all that is known of volumes. @see docker/cli v28.2.2 cli/command/volume/inspect.go */
export const VOLUME_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] VOLUME [VOLUME...]',
  short: 'Display detailed information on one or more volumes',
  args: atLeast(1),
  flags: [OBJECT_FORMAT],
  run: (context) => inspectObjects(context, (api, name) => api.VolumeInspect(name)),
};
