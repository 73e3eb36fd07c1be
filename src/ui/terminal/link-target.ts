/** What a link in a terminal leads to. */
export type LinkTarget =
  /** For the browser panel, which is on the first machine. */
  { readonly kind: 'machine'; readonly address: string } | { readonly kind: 'outside'; readonly url: string };

/** 10/8, 172.16/12, 192.168/16 and 127/8: networks of containers, the machines' own, and loopback. */
const INSIDE = /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/;

/**
 * Addresses of the simulation belong into the browser panel: `localhost`, private networks, and machines by name (`addressOf`). `0.0.0.0` is what servers say
 * that listen everywhere. Anything else is outside.
 */
export function linkTarget(url: string, addressOf: (machine: string) => string | undefined): LinkTarget {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const inside =
    hostname === 'localhost' || hostname === '0.0.0.0'
      ? 'localhost'
      : INSIDE.test(hostname)
        ? hostname
        : addressOf(hostname);
  if (inside === undefined) return { kind: 'outside', url };
  const address = `${inside}${port === '' ? '' : `:${port}`}${pathname}${search}`;
  // The panel says what it does not know.
  return { kind: 'machine', address: protocol === 'https:' ? `https://${address}` : address };
}
