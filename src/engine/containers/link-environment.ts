import type { EngineContext } from '../engine-context.ts';
import { linkedContainers, type LinkedContainer } from '../networks/links.ts';
import type { ContainerRecord } from '../state.ts';

interface Port {
  readonly number: number;
  readonly protocol: string;
}

/** What a container's environment says of those it is linked to: ports, name and variables. @see moby v28 daemon/links/links.go ToEnv */
export function linkEnvironment(context: EngineContext, container: ContainerRecord): [string, string][] {
  return linkedContainers(context, container).flatMap((link) => variablesOf(link, container.name));
}

function variablesOf({ alias, target, address }: LinkedContainer, owner: string): [string, string][] {
  const prefix = alias.toUpperCase().replaceAll('-', '_');
  const ports = exposedPorts(target);
  const url = ({ number, protocol }: Port): string => `${protocol}://${address}:${number}`;
  const [first] = ports;
  const variables: [string, string][] = first ? [[`${prefix}_PORT`, url(first)]] : [];
  for (const port of ports) {
    const name = `${prefix}_PORT_${port.number}_${port.protocol.toUpperCase()}`;
    variables.push(
      [name, url(port)],
      [`${name}_ADDR`, address],
      [`${name}_PORT`, String(port.number)],
      [`${name}_PROTO`, port.protocol],
    );
  }
  variables.push([`${prefix}_NAME`, `/${owner}/${alias}`]);
  for (const entry of target.config.Env ?? []) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(entry) ?? [];
    if (name && name !== 'HOME' && name !== 'PATH') variables.push([`${prefix}_ENV_${name}`, value]);
  }
  return variables;
}

/** TCP first, then by number. */
function exposedPorts({ config }: ContainerRecord): Port[] {
  return Object.keys(config.ExposedPorts ?? {})
    .map((text) => {
      const [number = '', protocol = 'tcp'] = text.split('/');
      return { number: Number(number), protocol };
    })
    .sort((a, b) => Number(b.protocol === 'tcp') - Number(a.protocol === 'tcp') || a.number - b.number);
}
