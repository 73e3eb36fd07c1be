import { tableOf } from '../../lib/table.ts';
import { rawByte } from '../../lib/bytes.ts';

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\',
}); // prettier-ignore

const PATTERNS = {
  echo: /\\(?:0([0-7]{0,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([\s\S])|$)/g,
  printf: /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([\s\S])|$)/g,
  b: /\\(?:(0[0-7]{0,3}|[0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([\s\S])|$)/g,
};

/** Backslash escapes as `echo -e`, printf's format and its `%b` have them. `stop` is set where `\c` ends all output. */
export function unescape(text: string, style: keyof typeof PATTERNS): { text: string; stop: boolean } {
  if (!text.includes('\\')) return { text, stop: false };
  let result = '';
  let last = 0;
  for (const match of text.matchAll(PATTERNS[style])) {
    const [whole, octal, hex, unicode, long, char] = match;
    result += text.slice(last, match.index);
    last = match.index + whole.length;
    const code =
      octal !== undefined
        ? Number.parseInt(octal || '0', 8) & 0xff
        : Number.parseInt(hex ?? unicode ?? long ?? '', 16);
    if (char === 'c' && style !== 'printf') return { text: result, stop: true };
    if (octal !== undefined || hex !== undefined) result += rawByte(code);
    else if (!Number.isNaN(code)) result += String.fromCodePoint(Math.min(code, 0x10ffff));
    else if (style !== 'echo' && (char === '"' || char === "'" || char === '?'))
      result += style === 'b' && char !== "'" && char !== '"' ? whole : char;
    else result += char === undefined ? whole : (ESCAPES[char] ?? whole);
  }
  return { text: result + text.slice(last), stop: false };
}
