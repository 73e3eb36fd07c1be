/**
 * Splits arguments at blanks; quotes and escapes keep blanks in a word and stay in it.
 * @see buildkit v0.22 frontend/dockerfile/parser/line_parsers.go parseWords
 */
export function splitWords(text: string, escape = '\\'): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (quote === '' && isBlank(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (char === escape && quote !== "'") {
      index += 1;
      // An escape character at the very end is dropped.
      if (index < text.length) word += char + (text[index] ?? '');
      else if (word === '') word = undefined;
      continue;
    }
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    word += char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Most characters are none, and are known by their number. */
const isBlank = (char: string): boolean =>
  char === ' ' || char === '\t' || ((char < '!' || char > '~') && /\s/u.test(char));

/** Splits arguments at runs of blanks, whatever the quotes. */
export function splitBlanks(text: string): string[] {
  return text === '' ? [] : text.split(/[\t\v\f\r ]+/);
}
