import { formatQuoted } from './go-format.ts';

/** A whole number as Go reads it in base ten. @throws Error in Go's words @see Go strconv.ParseUint */
export function parseUint(text: string, bits: 16 | 64): number {
  const fail = (what: string): Error =>
    new Error(`strconv.ParseUint: parsing ${formatQuoted(text)}: ${what}`);
  if (!/^\d+$/.test(text)) throw fail('invalid syntax');
  if (BigInt(text) >= 1n << BigInt(bits)) throw fail('value out of range');
  return Number(text);
}
