import type { NetNamespace } from '../../kernel/net/net-namespace.ts';

/** The first free `ethN` of a namespace. */
export function freeInterface(namespace: NetNamespace): string {
  const taken = new Set(namespace.interfaces.map((nic) => nic.name));
  for (let index = 0; ; index++) if (!taken.has(`eth${index}`)) return `eth${index}`;
}
