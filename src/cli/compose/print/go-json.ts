import { tableOf } from '../../../lib/table.ts';

const ESCAPED: Readonly<Record<string, string>> = tableOf({
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
});

/** JSON as Go writes it, fit for a page of HTML. @see Go encoding/json Marshal, MarshalIndent */
export function goJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[<>&\u2028\u2029]/g, (char) => ESCAPED[char] ?? char);
}
