import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import type { Wire } from '../../kernel/net/segment.ts';

/** What overlays have on a machine beside their segments. */
export interface OverlayPlane {
  /** What carries a network, by network ID. The machines of a world are handed one and the same table. */
  readonly wires: Map<string, Wire>;
  /** Namespaces that are no container's, by name: `ingress-sbox`, `lb-web`. */
  readonly sandboxes: Map<string, NetNamespace>;
}
