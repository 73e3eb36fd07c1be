import { ApiError } from '../../../api/api-error.ts';
import { parseAddress } from '../../../kernel/net/ipv4.ts';
import type { EngineContext } from '../../engine-context.ts';

interface HostPort {
  readonly host: string;
  readonly port: string;
}

/** The address of an interface, or undefined where there is no such interface. */
function interfaceAddress({ kernel }: EngineContext, name: string): string | undefined {
  return kernel.hostNetwork.interfaces.find((nic) => nic.name === name)?.address;
}

function splitHostPort(text: string): HostPort | undefined {
  const at = text.lastIndexOf(':');
  return at < 0 ? undefined : { host: text.slice(0, at), port: text.slice(at + 1) };
}

/** @throws ApiError @see moby v28 daemon/cluster/listen_addr.go resolveListenAddr */
export function resolveListenAddress(context: EngineContext, text: string): HostPort {
  const split = splitHostPort(text) ?? { host: text, port: DEFAULT_PORT };
  const host = interfaceAddress(context, split.host) ?? split.host;
  if (parseAddress(host) === undefined)
    throw new ApiError(
      'system',
      'listen address must be an IP address or network interface (with optional port number)',
    );
  return { host, port: split.port };
}

const DEFAULT_PORT = '2377';

/** What the other nodes are told: as asked for, else the machine's own address. @throws ApiError @see moby v28 daemon/cluster/listen_addr.go resolveAdvertiseAddr */
export function resolveAdvertiseAddress(context: EngineContext, text: string, listenPort: string): HostPort {
  if (text === '') return { host: systemAddress(context), port: listenPort };
  const { host, port } = splitHostPort(text) ?? { host: text, port: listenPort };
  const own = interfaceAddress(context, host);
  if (own !== undefined) return { host: own, port };
  const address = parseAddress(host);
  if (address === undefined || address === 0)
    throw new ApiError(
      'system',
      'advertise address must be a non-zero IP address or network interface (with optional port number)',
    );
  return { host, port };
}

/** The machine's own address: not loopback, and not one that Docker made. */
function systemAddress({ kernel, store }: EngineContext): string {
  const bridges = new Set([...store.state.networks].map(([, { bridgeName }]) => bridgeName));
  const own = kernel.hostNetwork.interfaces.find(
    ({ name, address }) => name !== 'lo' && !bridges.has(name) && address !== '',
  );
  if (!own) throw new ApiError('system', "could not find the system's IP address");
  return own.address;
}
