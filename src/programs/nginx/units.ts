import { tableOf } from '../../lib/table.ts';

/** Bytes of `10m`, or undefined. @see nginx ngx_parse_size */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)([kKmMgG]?)$/.exec(text);
  return match
    ? Number(match[1]) * 1024 ** ('kmg'.indexOf((match[2] ?? '').toLowerCase() || '-') + 1)
    : undefined;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = tableOf({
  ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800, M: 2592000, y: 31536000,
}); // prettier-ignore

/** Seconds of `1h 30m`, or undefined. @see nginx ngx_parse_time */
export function parseSeconds(text: string): number | undefined {
  if (!/^(?:\d+(?:(?:ms|[smhdwMy])\s*|\s+|$))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)(ms|[smhdwMy])?/g))
    total += Number(digits) * (UNIT_SECONDS[unit ?? 's'] ?? 1);
  return total;
}
