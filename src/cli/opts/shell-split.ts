/**
 * Splits a text into words as a shell would, without expanding anything: quotes, backslashes, and `#` for a comment.
 * @throws Error in the words of the client's library
 * @see google/shlex
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === '#' && word === undefined) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (char === "'" || char === '"') {
      const [quoted, end] = readQuoted(text, at);
      word = (word ?? '') + quoted;
      at = end;
    } else if (char === '\\') {
      at++;
      if (at >= text.length) throw new Error('EOF found after escape character');
      word = (word ?? '') + (text[at] ?? '');
    } else word = (word ?? '') + char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** What stands between quotes, and where the closing one is; in double quotes a backslash takes the next letter as it is. */
function readQuoted(text: string, start: number): [string, number] {
  const quote = text[start];
  let quoted = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return [quoted, at];
    if (quote === '"' && text[at] === '\\') {
      at++;
      if (at >= text.length) throw new Error('EOF found after escape character');
    }
    quoted += text[at] ?? '';
  }
  throw new Error('EOF found when expecting closing quote');
}
