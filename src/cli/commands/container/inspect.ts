import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';

/** Prints all that is known of containers. @see docker/cli v28.2.2 cli/command/container/inspect.go */
export const CONTAINER_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Display detailed information on one or more containers',
  args: atLeast(1),
  flags: [OBJECT_FORMAT, flag('size', 's', 'bool', 'Show file sizes')],
  run: (context) => {
    const size = context.flags.bool('size');
    return inspectObjects(context, (api, name) => api.ContainerInspect(name, { size }));
  },
};
