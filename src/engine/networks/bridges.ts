import type { Kernel } from '../../kernel/kernel.ts';
import type { Segment } from '../../kernel/net/segment.ts';
import type { NetworkRecord } from '../state.ts';

/** The machine's segments by network ID. */
export type BridgeTable = Map<string, Segment>;

/** Makes the bridge of a network that has one. */
export function raiseBridge(kernel: Kernel, bridges: BridgeTable, network: NetworkRecord): void {
  const [config] = network.ipam.config;
  if (!network.bridgeName || !config?.Subnet || !config.Gateway) return;
  const communicates = network.options['com.docker.network.bridge.enable_icc'] !== 'false';
  bridges.set(
    network.id,
    kernel.createBridge({
      name: network.bridgeName,
      subnet: config.Subnet,
      gateway: config.Gateway,
      internal: network.internal,
      communicates,
    }),
  );
}
