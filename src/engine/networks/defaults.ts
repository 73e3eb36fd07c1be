import type { Kernel } from '../../kernel/kernel.ts';
import type { NetworkRecord } from '../state.ts';

const BRIDGE_OPTIONS = {
  'com.docker.network.bridge.default_bridge': 'true',
  'com.docker.network.bridge.enable_icc': 'true',
  'com.docker.network.bridge.enable_ip_masquerade': 'true',
  'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
  'com.docker.network.bridge.name': 'docker0',
  'com.docker.network.driver.mtu': '1500',
};

/** The networks every daemon has: bridge, host, none. */
export function defaultNetworks(kernel: Kernel): NetworkRecord[] {
  const base = {
    createdMs: kernel.clock.now(),
    internal: false,
    attachable: false,
    ingress: false,
    enableIPv6: false,
    labels: {},
    scope: 'local' as const,
  };
  const plain = (name: string, driver: string): NetworkRecord => ({
    ...base,
    id: kernel.random.hex(64),
    name,
    driver,
    ipam: { driver: 'default', config: [], options: {} },
    options: {},
    bridgeName: '',
  });
  const bridge: NetworkRecord = {
    ...plain('bridge', 'bridge'),
    ipam: { driver: 'default', config: [{ Subnet: '172.17.0.0/16', Gateway: '172.17.0.1' }], options: {} },
    options: BRIDGE_OPTIONS,
    bridgeName: 'docker0',
  };
  return [bridge, plain('host', 'host'), plain('none', 'null')];
}

export function isPredefined(name: string): boolean {
  return name === 'bridge' || name === 'host' || name === 'none';
}
