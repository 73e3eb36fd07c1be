import { expand, type ExpandOptions } from './shell-words.ts';
import type { Heredoc } from './types.ts';

const noVariables = (): undefined => undefined;

function wordsOf(text: string, options: ExpandOptions): readonly string[] {
  return expand(text, noVariables, { keepUnset: true, ...options }).words;
}

/**
 * Reads the word that opens a here-document (`<<EOF`, `<<-"EOF"`, `3<<EOF`); undefined for any other word.
 * @throws ExpansionError where a quote is not closed
 * @see buildkit v0.22 frontend/dockerfile/parser/parser.go ParseHeredoc
 */
export function parseHeredoc(word: string): Heredoc | undefined {
  if (!word.includes('<<')) return undefined;
  const match = /^(\d*)<<(-?)\s*((?:[^<\s][^<]*)?)$/.exec(word);
  if (!match) return undefined;
  const rest = match[3] ?? '';
  if (rest === '') return undefined;
  const quoted = wordsOf(rest, { rawQuotes: true });
  const [name, ...others] = wordsOf(rest, {});
  if (quoted.length !== 1 || name === undefined || others.length > 0) return undefined;
  return {
    name,
    content: '',
    expand: quoted[0] === name,
    chomp: match[2] === '-',
    fileDescriptor: Number(match[1]),
  };
}

/** The here-documents an instruction's line opens, in order. @throws ExpansionError */
export function findHeredocs(line: string): Heredoc[] {
  const words = wordsOf(line, { rawQuotes: true, rawEscapes: true });
  const found: Heredoc[] = [];
  for (let index = 0; index < words.length; index += 1) {
    let word = words[index] ?? '';
    // `<< EOF` is two words for the shell's rules, but one for this purpose.
    if (/^\d*<<-?$/.test(word) && words[index + 1] !== undefined) {
      index += 1;
      word += ` ${words[index] ?? ''}`;
    }
    const heredoc = parseHeredoc(word);
    if (heredoc) found.push(heredoc);
  }
  return found;
}

/** The content of `<<-`: leading tabs removed from each line. */
export function chompHeredoc(content: string): string {
  return content.replace(/^\t+/gm, '');
}
