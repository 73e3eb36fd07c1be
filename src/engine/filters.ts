import { ApiError } from '../api/api-error.ts';
import type { Filters } from '../api/engine-api.ts';
import { parseDuration } from '../lib/go-duration.ts';

/** @throws ApiError invalidParameter for a filter this command does not have. @see moby v28 api/types/filters/parse.go Validate */
export function checkFilters(filters: Filters, known: readonly string[]): void {
  for (const name of Object.keys(filters)) {
    if (!known.includes(name)) throw new ApiError('invalidParameter', `invalid filter '${name}'`);
  }
}

/** True where the filter is not asked for, or one of its values is exactly this. */
export function matchesExactly(filters: Filters, name: string, value: string): boolean {
  const wanted = filters[name];
  return !wanted?.length || wanted.includes(value);
}

/** True where the filter is not asked for, or one of its values equals or, as a regular expression, matches. @see moby v28 filters.Args.Match */
export function matchesPattern(filters: Filters, name: string, value: string): boolean {
  const wanted = filters[name];
  return !wanted?.length || wanted.some((pattern) => pattern === value || testPattern(pattern, value));
}

/** As a prefix instead of a pattern. @see moby v28 filters.Args.FuzzyMatch */
export function matchesPrefix(filters: Filters, name: string, value: string): boolean {
  const wanted = filters[name];
  return !wanted?.length || wanted.some((prefix) => value.startsWith(prefix));
}

function testPattern(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return false;
  }
}

/** Every wanted `key` or `key=value` is there. */
export function matchesLabels(
  labels: Readonly<Record<string, string>> | null,
  wanted: readonly string[],
): boolean {
  return wanted.every((entry) => {
    const equals = entry.indexOf('=');
    const key = equals < 0 ? entry : entry.slice(0, equals);
    const value = labels?.[key];
    return value !== undefined && (equals < 0 || value === entry.slice(equals + 1));
  });
}

/** The filters `label` and `label!` of list and prune commands. */
export function matchesLabelFilters(
  filters: Filters,
  labels: Readonly<Record<string, string>> | null,
): boolean {
  const unwanted = filters['label!'] ?? [];
  return (
    matchesLabels(labels, filters['label'] ?? []) && !unwanted.some((entry) => matchesLabels(labels, [entry]))
  );
}

/** `1`, `true`, `0`, `false`; undefined where the filter is not asked for. @throws ApiError invalidParameter */
export function parseBoolFilter(filters: Filters, name: string): boolean | undefined {
  const [value] = filters[name] ?? [];
  if (value === undefined) return undefined;
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(value)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(value)) return false;
  throw new ApiError('invalidParameter', `invalid filter '${name}=[${value}]'`);
}

/** The `until` filter as a moment: a duration counts back from now. Infinity where it is not asked for. @throws ApiError invalidParameter */
export function parseUntilFilter(filters: Filters, nowMs: number): number {
  const wanted = filters['until'] ?? [];
  if (wanted.length === 0) return Infinity;
  const [value = ''] = wanted;
  if (wanted.length > 1) throw new ApiError('invalidParameter', 'more than one until filter specified');
  return parseMoment(value, nowMs);
}

/** Unix seconds with a fraction, RFC 3339 (date only too) or a duration before now. @throws ApiError invalidParameter @see moby v28 api/types/time */
export function parseMoment(text: string, nowMs: number): number {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (/^\d{4}-\d\d-\d\d/.test(text)) {
    const ms = new Date(
      !text.includes('T') || /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`,
    ).getTime();
    if (!Number.isNaN(ms)) return ms;
  }
  try {
    return nowMs - parseDuration(text) / 1e6;
  } catch {
    throw new ApiError('invalidParameter', `failed to parse value as time or duration: "${text}"`);
  }
}
