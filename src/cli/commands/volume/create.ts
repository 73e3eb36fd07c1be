import { CliError } from '../../cli-error.ts';
import { atMost, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';
import { readLabel } from '../../opts/readers.ts';
import { CLUSTER_VOLUME_FLAGS } from './cluster-volume-flags.data.ts';

/** Makes a volume and prints its name; without one the daemon invents it. @see docker/cli v28.2.2 cli/command/volume/create.go */
export const VOLUME_CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] [VOLUME]',
  short: 'Create a volume',
  args: atMost(1),
  flags: [
    ...CLUSTER_VOLUME_FLAGS,
    flag('driver', 'd', 'string', 'Driver of the volume', { default: 'local' }),
    flag('label', '', 'list', 'Set labels', { read: readLabel }),
    flag('opt', 'o', 'map', 'Options of the driver', { default: 'map[]' }),
    flag('name', '', 'string', 'Older form of the argument', { hidden: true }),
  ],
  run: async ({ proc, flags, args, api }) => {
    if (args[0] !== undefined && flags.has('name'))
      throw new CliError(
        'conflicting options: cannot specify a volume-name through both --name and as a positional arg',
      );
    const name = args[0] ?? flags.string('name');
    const engine = await api();
    const { Name } = await engine.VolumeCreate({
      ...(name ? { Name: name } : {}),
      Driver: flags.string('driver') ?? 'local',
      ...(flags.has('label') ? { Labels: toOptions(flags.list('label')) } : {}),
      ...(flags.has('opt') ? { DriverOpts: toOptions(flags.list('opt')) } : {}),
    });
    await proc.out(`${Name}\n`);
    return 0;
  },
};
