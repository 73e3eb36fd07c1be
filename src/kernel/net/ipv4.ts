/** `172.17.0.2` → 32-bit number, or undefined. */
export function parseAddress(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const bytes = match.slice(1).map(Number);
  return bytes.every((byte) => byte < 256) ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : undefined;
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
