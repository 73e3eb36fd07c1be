import { tableOf } from '../../../lib/table.ts';
import { rawByte } from '../../../lib/bytes.ts';
import type { ReplacementPart } from './script.ts';

/** What letters stand for behind a backslash. */
export const CONTROLS: Readonly<Record<string, string>> = tableOf({
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\x07',
});

/** The characters that `\x41`, `\o101`, `\d065`, `\cA` and `\r` stand for. What they mean in the pattern they still mean, as in GNU sed. */
export function unescapePattern(pattern: string): string {
  return pattern.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|o([0-7]{1,3})|d(\d{1,3})|c([ -~])|([fvar])|[^])/g,
    (whole, hex?: string, octal?: string, decimal?: string, control?: string, letter?: string) => {
      if (letter !== undefined) return CONTROLS[letter] ?? whole;
      if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) ^ 64);
      const [digits, base] = hex ? [hex, 16] : octal ? [octal, 8] : [decimal, 10];
      return digits === undefined ? whole : rawByte(Number.parseInt(digits, base) & 255);
    },
  );
}

/** `\1`, `&`, `\n`, `\U…\E` of a replacement. */
export function parseReplacement(text: string): ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  const tokens = text.match(/\\(?:x[0-9a-fA-F]{1,2}|o[0-7]{1,3}|d\d{1,3}|[^])|&|[^\\&]+|\\$/g) ?? [];
  for (const token of tokens) {
    const [, kind = '', digits] = /^\\([xod])([0-9a-fA-F]+)$/.exec(token) ?? [];
    if (digits !== undefined) {
      parts.push(rawByte(Number.parseInt(digits, { x: 16, o: 8 }[kind] ?? 10) & 255));
      continue;
    }
    const char = token.startsWith('\\') ? token.slice(1) : '';
    if (token === '&') parts.push({ group: 0 });
    else if (/^\d$/.test(char)) parts.push({ group: Number(char) });
    else if (/^[ULulE]$/.test(char)) parts.push({ letterCase: char as 'U' });
    else if (char !== '') parts.push(CONTROLS[char] ?? char);
    else parts.push(token);
  }
  return parts;
}
