import type { NetNamespace } from './net-namespace.ts';
import type { VirtualAddress, WiredSegment } from './segment.ts';

/** Who answers at an address, and the address we come from. */
interface Way {
  readonly target: NetNamespace;
  readonly source: string;
}

export type Route =
  | Way
  | { readonly segment: WiredSegment; readonly virtual: VirtualAddress; readonly source: string }
  | 'none'
  | 'absent'
  | 'silent';

/** From an endpoint of a segment to an address in it. */
export function routeOver(segment: WiredSegment, source: string, address: string): Route {
  const virtual = segment.virtual(address);
  if (virtual) return { segment, virtual, source };
  if (address === segment.gateway) return { target: segment.gatewayNamespace(), source };
  const target = segment.endpoint(address);
  if (!target) return 'absent';
  return segment.communicates ? { target, source } : 'silent';
}
