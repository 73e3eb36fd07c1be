import { tableOf } from '../../lib/table.ts';

const ESCAPES: Readonly<Record<string, string>> = tableOf({ n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' });

/**
 * The words of a line typed to redis-cli or to the server: blanks part them, "…" takes escapes and `\xHH`, '…' only `\'`.
 * Undefined where a quote is not closed or something follows it directly.
 * @see Redis 7.4 sdssplitargs
 */
export function splitLine(line: string): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  const isBlank = (char: string | undefined): boolean => char === undefined || /[\s\0]/.test(char);
  for (;;) {
    while (at < line.length && isBlank(line[at])) at++;
    if (at >= line.length) return words;
    let word = '';
    let quote = '';
    for (;;) {
      const char = line[at];
      if (quote === '') {
        if (isBlank(char)) break;
        if (char === '"' || char === "'") quote = char;
        else word += char ?? '';
        at++;
        continue;
      }
      if (char === undefined) return undefined;
      if (char === quote) {
        at++;
        if (!isBlank(line[at])) return undefined;
        break;
      }
      if (quote === "'" && char === '\\' && line[at + 1] === "'") {
        word += "'";
        at += 2;
        continue;
      }
      if (quote === '"' && char === '\\' && at + 1 < line.length) {
        const hex = /^x([0-9a-fA-F]{2})/.exec(line.slice(at + 1, at + 4));
        const next = line[at + 1] ?? '';
        word += hex ? String.fromCharCode(parseInt(hex[1] ?? '', 16)) : (ESCAPES[next] ?? next);
        at += hex ? 4 : 2;
        continue;
      }
      word += char;
      at++;
    }
    words.push(word);
  }
}
