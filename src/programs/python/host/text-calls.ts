import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** Texts and numbers that MicroPython can't do as CPython does. */
export const textCalls: Readonly<Record<string, HostCall>> = {
  // A number's digits: `f` with so many after the point, `e` with an exponent.
  digits: (kind, precision, value) => {
    const places = Math.min(100, number(precision));
    return text(kind) === 'f' ? fixed(number(value), places) : number(value).toExponential(places);
  },
  case: (name, value) => {
    const string = text(value);
    if (text(name) === 'upper') return string.toUpperCase();
    if (text(name) === 'lower') return string.toLowerCase();
    return Number(/^\p{L}+$/u.test(string));
  },
};

/** `toFixed`, where a half goes to the even neighbour as in Python. */
function fixed(value: number, places: number): string {
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}${places > 0 ? `.${'0'.repeat(places)}` : ''}`;
  const rounded = value.toFixed(places);
  const exact = value.toFixed(Math.min(100, places + 40));
  const cut = exact.length - (Math.min(100, places + 40) - places);
  const rest = exact.slice(cut);
  if (!/^50*$/.test(rest)) return rounded;
  const kept = exact.slice(0, places === 0 ? cut - 1 : cut);
  return /[02468]$/.test(kept) ? kept : rounded;
}
