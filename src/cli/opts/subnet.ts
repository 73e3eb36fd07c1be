import { canonicalIp, isIpAddress } from '../../lib/ip-address.ts';

/** A block of addresses: the leading `length` of `bits` are those of its addresses. */
interface Block {
  readonly bits: string;
  readonly length: number;
}

/** An address or a block in CIDR form; undefined for anything else. */
function parseBlock(text: string): Block | undefined {
  const [address = '', prefix] = text.split('/');
  if (!isIpAddress(address)) return undefined;
  const bits = toBits(address);
  const length = prefix === undefined ? bits.length : Number(prefix);
  return Number.isInteger(length) && length <= bits.length ? { bits, length } : undefined;
}

function toBits(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  const [head = '', tail] = canonicalIp(address).split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].map((group) => binary(parseInt(group, 16), 16)).join('');
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}

/** Whether an address or a block begins in this subnet. @see docker/cli v28.2.2 cli/command/network/create.go subnetMatches */
export function isInSubnet(subnet: string, text: string): boolean {
  const [outer, inner] = [parseBlock(subnet), parseBlock(text)];
  if (!outer || !inner || outer.bits.length !== inner.bits.length) return false;
  return inner.bits.startsWith(outer.bits.slice(0, outer.length));
}
