import { isSysError } from '../../kernel/errno.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { formatAddress, parseSubnet } from '../../kernel/net/ipv4.ts';
import type { EngineContext } from '../engine-context.ts';
import type { RunInstruction } from './dockerfile/types.ts';

/** The network that a RUN has. */
export interface BuildNetwork {
  readonly namespace: NetNamespace;
  close(): void;
}

/**
 * Opens the network of a RUN: the default bridge, the machine's own, or none. Simplified: the sandbox takes its address from the end of the bridge's
 * subnet, where BuildKit asks the address manager for the next one.
 */
export function openBuildNetwork(context: EngineContext, mode: RunInstruction['network']): BuildNetwork {
  const { kernel } = context;
  if (mode === 'host') return { namespace: kernel.hostNetwork, close: () => undefined };
  const namespace = kernel.createNetNamespace('build');
  if (mode === 'default') plugIn(context, namespace);
  return { namespace, close: () => namespace.close() };
}

function plugIn({ store, segments }: EngineContext, namespace: NetNamespace): void {
  const network = [...store.state.networks].map(([, one]) => one).find(({ name }) => name === 'bridge');
  const bridge = network && segments.get(network.id);
  const subnet = parseSubnet(network?.ipam.config[0]?.Subnet ?? '');
  if (!bridge || !subnet) return;
  const size = 2 ** (32 - subnet.prefix);
  for (let last = size - 2; last > 1; last--) {
    try {
      const address = formatAddress(subnet.base + last);
      const mac = `02:42:${address
        .split('.')
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join(':')}`;
      bridge.attach(namespace, { interfaceName: 'eth0', address, mac });
      return;
    } catch (error) {
      if (!isSysError(error, 'EADDRINUSE')) throw error;
    }
  }
}
