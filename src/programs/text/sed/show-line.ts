import { toBytes } from '../../../lib/bytes.ts';

/** A line as `l` shows it: escapes for what can't be seen, wrapped at a width. */
export function showLine(text: string, width: number): string {
  return wrap(visible(text), width);
}

/** Cut into lines of a width, each but the last with a backslash behind it. */
function wrap(text: string, width: number): string {
  if (width <= 1) return text;
  const lines = [''];
  for (const piece of text.match(/\\\d{3}|\\[^]|[^]/g) ?? []) {
    if ((lines.at(-1) ?? '').length + piece.length > width - 1) lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.join('\\\n');
}

function visible(text: string): string {
  return text.replace(/[\\\x00-\x1f\x7f]|[^\x00-\x7f]/gu, (char) => {
    if (char > '\x7f') return [...toBytes(char)].map((byte) => `\\${byte.toString(8)}`).join('');
    const named = {
      '\\': '\\\\',
      '\n': '\\n',
      '\t': '\\t',
      '\r': '\\r',
      '\b': '\\b',
      '\f': '\\f',
      '\v': '\\v',
      '\x07': '\\a',
    }[char];
    return named ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
  });
}
