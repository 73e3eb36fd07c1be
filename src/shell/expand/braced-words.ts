import { parse, type Word } from 'unbash';
import { expandBraces } from './brace.ts';

const made = new WeakMap<Word, readonly Word[]>();

/** The words that brace expansion makes of one. */
export function bracedWords(word: Word): readonly Word[] {
  if (!word.text.includes('{') || !word.parts?.some((part) => part.type === 'BraceExpansion')) return [word];
  const known = made.get(word);
  if (known) return known;
  const sources = expandBraces(word.text);
  if (sources.length === 1 && sources[0] === word.text) {
    made.set(word, [word]);
    return [word];
  }
  const words = sources.flatMap((source) => {
    const [statement] = parse(`: ${source}`).commands;
    const variant = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
    return variant?.type === 'Word' ? [variant] : [];
  });
  made.set(word, words);
  return words;
}
