import { tableOf } from '../../lib/table.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';
import { formatJson } from './json.ts';
import { isArray, JqError, shown, typeOf, type Json } from './value.ts';

/** A value as `tostring` gives it. */
export function toStringValue(value: Json): string {
  return typeof value === 'string' ? value : formatJson(value);
}

const show = (value: Json): string => shown(value, formatJson(value));

function row(value: Json, name: string, cell: (item: Json) => string, separator: string): string {
  if (!isArray(value)) throw new JqError(`${show(value)} cannot be ${name}-formatted, only an array can be`);
  return value.map(cell).join(separator);
}

function csvCell(item: Json): string {
  if (typeof item === 'string') return `"${item.replaceAll('"', '""')}"`;
  if (item === null) return '';
  if (typeof item === 'object') throw new JqError(`${show(item)} is not valid in a csv row`);
  return toStringValue(item);
}

const TSV: Readonly<Record<string, string>> = tableOf({
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
});
const HTML: Readonly<Record<string, string>> = tableOf({
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&quot;',
});

function tsvCell(item: Json): string {
  if (item !== null && typeof item === 'object')
    throw new JqError(`${show(item)} cannot be tsv-formatted, only an array can be`);
  return item === null ? '' : toStringValue(item).replace(/[\t\n\r\\]/g, (char) => TSV[char] ?? char);
}

function shellWord(item: Json): string {
  if (item !== null && typeof item === 'object')
    throw new JqError(`${show(item)} can not be escaped for shell`);
  return typeof item === 'string' ? `'${item.replaceAll("'", "'\\''")}'` : toStringValue(item);
}

/** What `@name` makes of a value; undefined for a name that there is not. @throws JqError */
export function applyFormat(name: string, value: Json): string | undefined {
  switch (name) {
    case '@text':
      return toStringValue(value);
    case '@json':
      return formatJson(value);
    case '@csv':
      return row(value, 'csv', csvCell, ',');
    case '@tsv':
      return row(value, 'tsv', tsvCell, '\t');
    case '@html':
      return toStringValue(value).replace(/[<>&'"]/g, (char) => HTML[char] ?? char);
    case '@uri':
      return [...toBytes(toStringValue(value))].map((byte) => (/[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('');
    case '@sh':
      return isArray(value) ? value.map(shellWord).join(' ') : shellWord(value);
    case '@base64':
      return encodeBase64(toBytes(toStringValue(value)));
    case '@base64d': {
      const { bytes } = decodeBase64(toStringValue(value));
      if (bytes.length === 0 && toStringValue(value).replace(/=+$/, '') !== '') throw new JqError(`${typeOf(value)} (${formatJson(value)}) is not valid base64 data`);
      return toText(bytes);
    }
    default:
      return undefined;
  }
} // prettier-ignore
