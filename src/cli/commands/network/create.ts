import type { NetworkCreateRequest } from '../../../api/network-types.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';

/** Makes a network and prints its ID. @see docker/cli v28.2.2 cli/command/network/create.go */
export const NETWORK_CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] NETWORK',
  short: 'Create a network',
  args: exactly(1),
  flags: [
    flag('attachable', '', 'bool', 'Containers may attach by hand'),
    flag('driver', 'd', 'string', 'Driver of the network', { default: '"bridge"' }),
    flag('gateway', '', 'list', 'Gateway of the subnet'),
    flag('internal', '', 'bool', 'No way out of it'),
    flag('ip-range', '', 'list', 'Give addresses from this part'),
    flag('ipv6', '', 'bool', 'IPv6 too', { unmodelled: true }),
    flag('label', '', 'list', 'Set labels'),
    flag('opt', 'o', 'map', 'Options of the driver'),
    flag('subnet', '', 'list', 'Subnet in CIDR form'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const engine = await api();
    const { Id } = await engine.NetworkCreate({
      Name: args[0] ?? '',
      Driver: flags.string('driver') ?? 'bridge',
      Internal: flags.bool('internal'),
      Attachable: flags.bool('attachable'),
      Options: toOptions(flags.list('opt')),
      Labels: toOptions(flags.list('label')),
      IPAM: addressing(flags),
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};

/** The subnet that was asked for; without one the daemon takes a free one. */
function addressing(flags: FlagValues): NetworkCreateRequest['IPAM'] {
  const [subnet] = flags.list('subnet');
  if (!subnet) return { Config: [] };
  return {
    Config: [
      {
        Subnet: subnet,
        ...(flags.has('gateway') ? { Gateway: flags.string('gateway') ?? '' } : {}),
        ...(flags.has('ip-range') ? { IPRange: flags.string('ip-range') ?? '' } : {}),
      },
    ],
  };
}
