/** Where the words of a command end: what a shell would do next is not Compose's. */
const OPERATORS = new Set([';', '&', '|', '<', '>']);

/**
 * The words of a command that is written as one text. Without a shell, variables and patterns mean themselves, and what stands behind `&&`, `|` or `>` is
 * dropped, as in life.
 * @throws Error in the words of Compose's library
 * @see mattn/go-shellwords v1.0.12 shellwords.go
 */
export function splitShellWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let isWord = false;
  let quote = '';
  const invalid = (): Error => new Error('invalid command line string');
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\' && quote !== "'") {
      if (at + 1 === text.length) throw invalid();
      word += text[++at] ?? '';
      isWord = true;
    } else if (char === quote) {
      quote = '';
      isWord = true;
      if (char === '`' || char === ')') word += char;
    } else if (quote !== '') word += char;
    else if (/\s/.test(char)) {
      if (isWord) words.push(word);
      [word, isWord] = ['', false];
    } else if (OPERATORS.has(char)) {
      // `2>` belongs to what is dropped.
      if (char === '>' && /^\d/.test(word)) isWord = false;
      break;
    } else if (char === '"' || char === "'") quote = char;
    else {
      if (char === ')' || (char === '(' && !word.endsWith('$'))) throw invalid();
      if (char === '(') quote = ')';
      if (char === '`') quote = char;
      word += char;
      isWord = true;
    }
  }
  if (quote !== '') throw invalid();
  return isWord ? [...words, word] : words;
}
