import type { IpamConfig, NetworkCreateRequest } from '../../../api/network-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue, toOptions } from '../../opts/key-value.ts';
import { isInSubnet } from '../../opts/subnet.ts';

/** The subnets that were asked for, each with its range, gateway and addresses. @throws CliError for what belongs to none. @see docker/cli v28.2.2 cli/command/network/create.go createIPAMConfig */
export function addressing(flags: FlagValues): NonNullable<NetworkCreateRequest['IPAM']> {
  const [subnets, ranges, gateways] = [flags.list('subnet'), flags.list('ip-range'), flags.list('gateway')];
  if (subnets.length < ranges.length || subnets.length < gateways.length)
    throw new CliError('every ip-range or gateway must have a corresponding subnet');
  const configs = new Map<string, IpamConfig>();
  for (const subnet of subnets) {
    if ([...configs.keys()].some((other) => isInSubnet(other, subnet) || isInSubnet(subnet, other)))
      throw new CliError('multiple overlapping subnet configuration is not supported');
    configs.set(subnet, { Subnet: subnet });
  }
  const find = (value: string, what: string): IpamConfig => {
    const found = [...configs].find(([subnet]) => isInSubnet(subnet, value));
    if (!found) throw new CliError(`no matching subnet for ${what} ${value}`);
    return found[1];
  };
  for (const range of ranges) setOnce(find(range, 'range'), 'IPRange', range, 'multiple ranges', 'on');
  for (const gateway of gateways)
    setOnce(find(gateway, 'gateway'), 'Gateway', gateway, 'multiple gateways', 'for');
  for (const text of flags.list('aux-address')) {
    const [name, address] = parseKeyValue(text);
    (find(address, 'aux-address').AuxiliaryAddresses ??= {})[name] = address;
  }
  return {
    Driver: flags.string('ipam-driver') ?? 'default',
    Options: toOptions(flags.list('ipam-opt')),
    Config: [...configs.values()],
  };
}

function setOnce(
  config: IpamConfig,
  field: 'IPRange' | 'Gateway',
  value: string,
  what: string,
  where: string,
): void {
  const before = config[field];
  if (before !== undefined)
    throw new CliError(
      `cannot configure ${what} (${value}, ${before}) ${where} the same subnet (${config.Subnet ?? ''})`,
    );
  config[field] = value;
}
