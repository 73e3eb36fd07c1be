import { tableOf } from '../../lib/table.ts';
import { formatGeneral, formatQuoted } from '../../lib/go-format.ts';
import { entriesOf, isFieldSource, isRecord, typeName } from './values.ts';

/** As fmt.Print shows one value. A record whose names all begin with a capital is a struct in the daemon. */
export function printValue(value: unknown): string {
  if (value === undefined) return '<no value>';
  if (value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (isFieldSource(value)) return '{}';
  if (isRecord(value)) {
    const names = Object.keys(value);
    if (names.length > 0 && names.every((name) => /^[A-Z]/.test(name)))
      return `{${names.map((name) => printValue(value[name])).join(' ')}}`;
    const entries = entriesOf(value) ?? [];
    return `map[${entries.map(([key, item]) => `${String(key)}:${printValue(item)}`).join(' ')}]`;
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return formatFloat(value);
  return String(value as string | number | boolean);
}

/** `%v` of a float. */
function formatFloat(value: number): string {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return exponent < -4 || exponent >= 21
    ? value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
    : String(value);
}

/** fmt.Sprint: a blank between two operands where neither is a string. */
export function sprint(values: readonly unknown[]): string {
  return values
    .map((value, index) => {
      const apart = index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string';
      return (apart ? ' ' : '') + printValue(value);
    })
    .join('');
}

/** fmt.Sprintln. */
export function sprintln(values: readonly unknown[]): string {
  return `${values.map(printValue).join(' ')}\n`;
}

const VERB = /%([-+# 0]*)(\d+|\*)?(?:\.(\d+|\*)?)?(.)?/gsu;

/** fmt.Sprintf. @see Go fmt */
export function sprintf(format: string, values: readonly unknown[]): string {
  let next = 0;
  const take = (): unknown => values[next++];
  const text = format.replace(
    VERB,
    (
      whole,
      flags: string,
      width: string | undefined,
      digits: string | undefined,
      verb: string | undefined,
    ) => {
      if (verb === undefined) return '%!(NOVERB)';
      const columns = width === '*' ? Number(take()) : Number(width ?? 0);
      const places = digits === '*' ? Number(take()) : whole.includes('.') ? Number(digits ?? 0) : undefined;
      if (verb === '%') return '%';
      if (next >= values.length) return `%!${verb}(MISSING)`;
      return padText(formatVerb(take(), verb, places, flags), columns, flags);
    },
  );
  const extra = values.slice(next);
  if (extra.length === 0) return text;
  return `${text}%!(EXTRA ${extra.map((value) => `${typeName(value)}=${printValue(value)}`).join(', ')})`;
}

function padText(text: string, width: number, flags: string): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function formatVerb(value: unknown, verb: string, places: number | undefined, flags: string): string {
  if (Array.isArray(value) && verb !== 'v' && verb !== 'T')
    return `[${value.map((item) => formatVerb(item, verb, places, flags)).join(' ')}]`;
  const bad = (): string => `%!${verb}(${typeName(value)}=${printValue(value)})`;
  if (verb === 'v')
    return typeof value === 'string' && flags.includes('#') ? formatQuoted(value) : printValue(value);
  if (verb === 'T') return typeName(value);
  if (verb === 't') return typeof value === 'boolean' ? String(value) : bad();
  if (typeof value === 'string') return formatText(value, verb, places) ?? bad();
  if (typeof value === 'number') return formatNumber(value, verb, places, flags) ?? bad();
  return bad();
}

function formatText(text: string, verb: string, places: number | undefined): string | undefined {
  const cut = places === undefined ? text : [...text].slice(0, places).join('');
  if (verb === 's') return cut;
  if (verb === 'q') return formatQuoted(cut);
  if (verb !== 'x' && verb !== 'X') return undefined;
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return verb === 'X' ? hex.toUpperCase() : hex;
}

const BASES: Readonly<Record<string, number>> = tableOf({ d: 10, b: 2, o: 8, x: 16, X: 16 });

function formatNumber(
  value: number,
  verb: string,
  places: number | undefined,
  flags: string,
): string | undefined {
  const plus = flags.includes('+') && value >= 0 ? '+' : flags.includes(' ') && value >= 0 ? ' ' : '';
  const base = BASES[verb];
  if (Number.isInteger(value)) {
    if (base !== undefined) {
      const digits = Math.abs(value)
        .toString(base)
        .padStart(places ?? 0, '0');
      return plus + (value < 0 ? '-' : '') + (verb === 'X' ? digits.toUpperCase() : digits);
    }
    if (verb === 'c') return String.fromCodePoint(value);
    if (verb === 'q') return `'${String.fromCodePoint(value)}'`;
    if (verb === 'U') return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
    return undefined;
  }
  if (verb === 'f' || verb === 'F') return plus + value.toFixed(places ?? 6);
  if (verb === 'e') return plus + value.toExponential(places ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
  if (verb === 'g') return plus + (places === undefined ? formatFloat(value) : formatGeneral(value, places));
  return undefined;
}
