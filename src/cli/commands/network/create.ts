import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';
import { readLabel } from '../../opts/readers.ts';
import { addressing } from './addressing.ts';

/** Makes a network and prints its ID. @see docker/cli v28.2.2 cli/command/network/create.go */
export const NETWORK_CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] NETWORK',
  short: 'Create a network',
  args: exactly(1),
  flags: [
    flag('attachable', '', 'bool', 'Containers may attach by hand'),
    flag('aux-address', '', 'map', 'Addresses that the driver uses itself', { default: 'map[]' }),
    unmodelled('config-from', '', 'string', 'Network to take the configuration from'),
    unmodelled('config-only', '', 'bool', 'Make only a configuration'),
    flag('driver', 'd', 'string', 'Driver of the network', { default: 'bridge' }),
    flag('gateway', '', 'strings', 'Gateway of the subnet'),
    flag('ingress', '', 'bool', 'Make the routing mesh of a swarm'),
    flag('internal', '', 'bool', 'No way out of it'),
    flag('ip-range', '', 'strings', 'Give addresses from this part'),
    unmodelled('ipam-driver', '', 'string', 'Driver that manages addresses', { default: 'default' }),
    unmodelled('ipam-opt', '', 'map', 'Options of that driver', { default: 'map[]' }),
    flag('ipv4', '', 'bool', 'Give IPv4 addresses', { default: 'true' }),
    unmodelled('ipv6', '', 'bool', 'Give IPv6 addresses'),
    flag('label', '', 'list', 'Set labels', { read: readLabel }),
    flag('opt', 'o', 'map', 'Options of the driver', { default: 'map[]' }),
    unmodelled('scope', '', 'string', 'Where it is known'),
    flag('subnet', '', 'strings', 'Subnet in CIDR form'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const request = {
      Name: args[0] ?? '',
      Driver: flags.string('driver') ?? 'bridge',
      Scope: flags.string('scope') ?? '',
      Internal: flags.bool('internal'),
      Attachable: flags.bool('attachable'),
      Ingress: flags.bool('ingress'),
      Options: toOptions(flags.list('opt')),
      Labels: toOptions(flags.list('label')),
      IPAM: addressing(flags),
      ...(flags.has('ipv4') ? { EnableIPv4: flags.bool('ipv4') } : {}),
      ...(flags.has('ipv6') ? { EnableIPv6: flags.bool('ipv6') } : {}),
    };
    const { Id } = await (await api()).NetworkCreate(request);
    if (request.Driver === 'overlay' && 'encrypted' in request.Options)
      proc.notice('Drydock accepts the option encrypted and does not encrypt: nobody listens on its wires.');
    await proc.out(`${Id}\n`);
    return 0;
  },
};
