import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';

/** Prints all that is known of networks. @see docker/cli v28.2.2 cli/command/network/inspect.go */
export const NETWORK_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] NETWORK [NETWORK...]',
  short: 'Display detailed information on one or more networks',
  args: atLeast(1),
  flags: [OBJECT_FORMAT, flag('verbose', 'v', 'bool', 'More detail')],
  run: (context) => {
    const verbose = context.flags.bool('verbose');
    return inspectObjects(context, (api, name) => api.NetworkInspect(name, { verbose }));
  },
};
