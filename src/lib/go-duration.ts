import { tableOf } from './table.ts';
import { formatQuoted } from './go-format.ts';

const UNIT_NS: Readonly<Record<string, number>> = tableOf({
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
});

/** A text is no duration; the message is Go's. */
export class DurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DurationError';
  }
}

/**
 * Nanoseconds of a Go duration: `1h30m`, `-1.5s`, `300ms`, `0`.
 * Simplified: exact up to 2^53 ns (104 days); Go counts in 64 bits.
 * @throws DurationError
 * @see Go time.ParseDuration
 */
export function parseDuration(text: string): number {
  const negative = text.startsWith('-');
  let rest = /^[+-]/.test(text) ? text.slice(1) : text;
  if (rest === '0') return 0;
  if (rest === '') throw new DurationError(`time: invalid duration ${formatQuoted(text)}`);
  let total = 0;
  while (rest !== '') {
    const match = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const digits = (match?.[1] ?? '') + (match?.[2] ?? '');
    if (!match || digits === '') throw new DurationError(`time: invalid duration ${formatQuoted(text)}`);
    rest = rest.slice(match[0].length);
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    total += Number(match[0]) * unitNs(unit, text);
    rest = rest.slice(unit.length);
  }
  const ns = Math.round(total);
  return negative ? -ns : ns;
}

function unitNs(unit: string, text: string): number {
  if (unit === '') throw new DurationError(`time: missing unit in duration ${formatQuoted(text)}`);
  const ns = UNIT_NS[unit];
  if (ns === undefined) {
    throw new DurationError(`time: unknown unit ${formatQuoted(unit)} in duration ${formatQuoted(text)}`);
  }
  return ns;
}

/** A duration as Go prints it: `1h30m0s`, `1.5s`, `100ms`, `0s`. @see Go time.Duration.String */
export function formatDuration(durationNs: number): string {
  if (durationNs === 0) return '0s';
  const sign = durationNs < 0 ? '-' : '';
  const ns = Math.abs(durationNs);
  if (ns < 1e3) return `${sign}${ns}ns`;
  if (ns < 1e6) return `${sign}${fraction(ns, 3)}µs`;
  if (ns < 1e9) return `${sign}${fraction(ns, 6)}ms`;
  const hours = Math.trunc(ns / 3600e9);
  const minutes = Math.trunc((ns % 3600e9) / 60e9);
  const seconds = `${fraction(ns % 60e9, 9)}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${seconds}`;
  return minutes > 0 ? `${sign}${minutes}m${seconds}` : sign + seconds;
}

/** `value / 10^places` in decimal, exactly and without trailing zeros. */
function fraction(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return decimals === '' ? whole : `${whole}.${decimals}`;
}
