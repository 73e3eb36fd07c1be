const DOT = 46;
const ZERO = 48;

/** `172.17.0.2` → 32-bit number, or undefined. A loop over its characters: each connection asks several times. */
export function parseAddress(text: string): number | undefined {
  let [address, byte, digits, dots] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : DOT;
    if (code === DOT) {
      if (digits === 0 || byte > 255 || ++dots > 4) return undefined;
      address = address * 256 + byte;
      [byte, digits] = [0, 0];
    } else {
      if (code < ZERO || code > ZERO + 9 || ++digits > 3) return undefined;
      byte = byte * 10 + code - ZERO;
    }
  }
  return dots === 4 ? address : undefined;
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** A block of addresses. */
export interface Subnet {
  readonly base: number;
  readonly prefix: number;
}

/** `172.17.0.0/16` → block, or undefined. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', length = ''] = text.split('/');
  const base = parseAddress(address);
  const prefix = Number(length);
  if (base === undefined || !/^\d+$/.test(length) || prefix > 32) return undefined;
  return { base: prefix === 0 ? 0 : (base & (-1 << (32 - prefix))) >>> 0, prefix };
}

export function subnetContains(subnet: Subnet, address: number): boolean {
  return subnet.prefix === 0 || address >>> (32 - subnet.prefix) === subnet.base >>> (32 - subnet.prefix);
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') && parseAddress(address) !== undefined;
}
