import { tableOf } from '../../lib/table.ts';
import { rawByte } from '../../lib/bytes.ts';

const SIMPLE: Readonly<Record<string, string>> = tableOf({
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
});

/** A text whose backslash escapes were resolved; `stop` after `\c`, which ends all output. */
export interface Unescaped {
  readonly text: string;
  readonly stop: boolean;
}

/** Resolves escapes as `echo -e` (`\0nnn`) or printf (`\nnn`) does. @see POSIX echo, printf */
export function unescapeText(text: string, octal: 'echo' | 'printf'): Unescaped {
  let result = '';
  for (let at = 0; at < text.length;) {
    if (text[at] !== '\\') {
      result += text[at++] ?? '';
      continue;
    }
    const rest = text.slice(at + 1);
    if (rest.startsWith('c')) return { text: result, stop: true };
    const number = (octal === 'echo' ? /^0([0-7]{0,3})/ : /^([0-7]{1,3})/).exec(rest);
    const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest);
    const unicode = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest);
    if (number) result += rawByte(Number.parseInt(number[1] || '0', 8) & 0xff);
    else if (hex) result += rawByte(Number.parseInt(hex[1] ?? '0', 16));
    else if (unicode) result += String.fromCodePoint(Number.parseInt(unicode[1] ?? unicode[2] ?? '0', 16));
    else result += SIMPLE[rest[0] ?? ''] ?? `\\${rest[0] ?? ''}`;
    at += 1 + (number ?? hex ?? unicode ?? [rest.slice(0, 1)])[0].length;
  }
  return { text: result, stop: false };
}
