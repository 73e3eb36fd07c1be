import type { PortBinding } from '../../../api/container-types.ts';
import { parseUint } from '../../../lib/parse-uint.ts';
import { CliError } from '../../cli-error.ts';
import { between, type Command } from '../../command.ts';
import { compareNatural } from '../../format/natural-order.ts';

/** Prints a container's published ports, sorted; for one port only where it is published. @see docker/cli v28.2.2 cli/command/container/port.go */
export const CONTAINER_PORT: Command = {
  name: 'port',
  use: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
  short: 'List port mappings or a specific mapping for the container',
  args: between(1, 2),
  flags: [],
  run: async ({ proc, args, api }) => {
    const [name = '', wanted] = args;
    const { Ports } = (await (await api()).ContainerInspect(name)).NetworkSettings;
    const lines = wanted === undefined ? allPorts(Ports) : onePort(Ports, wanted, name);
    await proc.out(lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
};

type Ports = Readonly<Record<string, readonly PortBinding[] | null>>;

function allPorts(ports: Ports): string[] {
  return Object.entries(ports)
    .flatMap(([spec, bindings]) => (bindings ?? []).map((binding) => `${spec} -> ${address(binding)}`))
    .sort(compareNatural);
}

/** @throws CliError for a port that is not published */
function onePort(ports: Ports, wanted: string, container: string): string[] {
  const [port = '', protocol = 'tcp'] = wanted.split('/');
  try {
    parseUint(port, 16);
  } catch (error) {
    throw new CliError(`Error: invalid port (${port}): ${(error as Error).message}`);
  }
  const spec = `${port}/${protocol}`;
  const bindings = ports[spec];
  if (!bindings?.length) throw new CliError(`Error: No public port '${wanted}' published for ${container}`);
  return bindings.map(address);
}

function address({ HostIp, HostPort }: PortBinding): string {
  return `${HostIp.includes(':') ? `[${HostIp}]` : HostIp}:${HostPort}`;
}
