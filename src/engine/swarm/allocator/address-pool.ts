import { formatAddress, parseSubnet } from '../../../kernel/net/ipv4.ts';

/** A network as the allocator sees it. */
export interface SwarmNetwork {
  readonly id: string;
  readonly name: string;
  /** Its addresses are the swarm's to give; those of a node's own network (host, bridge) are not. */
  readonly isOverlay: boolean;
  readonly subnet: string;
}

/** Free addresses of a network. */
export interface AddressPool {
  /** The lowest free one with its prefix, taken by this. '' where there is none. */
  take(): string;
}

/** @param taken without prefix */
export function createAddressPool(subnetText: string, taken: Set<string>): AddressPool {
  const subnet = parseSubnet(subnetText);
  let next = 1;
  return {
    take: () => {
      if (!subnet) return '';
      const last = 2 ** (32 - subnet.prefix) - 2;
      for (; next <= last; next++) {
        const address = formatAddress(subnet.base + next);
        if (taken.has(address)) continue;
        taken.add(address);
        return `${address}/${subnet.prefix}`;
      }
      return '';
    },
  };
}

/** The address alone. */
export function withoutPrefix(address: string): string {
  return address.split('/')[0] ?? '';
}
