import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { isPredefined } from './defaults.ts';
import { linkedContainers } from './links.ts';

/** /etc/hosts of a container: itself, --add-host, and links on the default bridge. @see moby v28 libnetwork/etchosts */
export function hostsFile(context: EngineContext, container: ContainerRecord): string {
  const lines = [
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    'fe00::\tip6-localnet',
    'ff00::\tip6-mcastprefix',
    'ff02::1\tip6-allnodes',
    'ff02::2\tip6-allrouters',
  ];
  for (const entry of container.hostConfig.ExtraHosts ?? []) lines.push(extraHost(container, entry));
  for (const { alias, target, address } of linkedContainers(context, container))
    lines.push(`${address}\t${alias} ${target.id.slice(0, 12)} ${target.name}`);
  const { Hostname, Domainname } = container.config;
  const names = Domainname ? `${Hostname}.${Domainname} ${Hostname}` : Hostname;
  for (const { address } of container.endpoints.values()) if (address) lines.push(`${address}\t${names}`);
  return `${lines.join('\n')}\n`;
}

function extraHost(container: ContainerRecord, entry: string): string {
  const separator = entry.indexOf(':');
  const [name, address] = [entry.slice(0, separator), entry.slice(separator + 1)];
  const gateway =
    [...container.endpoints.values()].find((endpoint) => endpoint.gateway)?.gateway ?? '172.17.0.1';
  return `${address === 'host-gateway' ? gateway : address}\t${name}`;
}

/** /etc/resolv.conf: the embedded server on user-defined networks, else the machine's. */
export function resolvConf(container: ContainerRecord): string {
  const own = container.hostConfig.Dns ?? [];
  const userDefined = [...container.endpoints.keys()].some((name) => !isPredefined(name));
  const servers = userDefined ? ['127.0.0.11'] : own.length ? own : ['192.168.0.1'];
  const options = userDefined ? 'options ndots:0\n' : '';
  return `${servers.map((server) => `nameserver ${server}\n`).join('')}${options}`;
}
