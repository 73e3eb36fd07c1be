import { parse, type Word, type WordPart } from 'unbash';
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
  const words = sources.flatMap((source) =>
    PLAIN.test(source) ? [plainWord(word, source)] : parsedWord(source),
  );
  if (words.length <= MAX_KEPT) made.set(word, words);
  return words;
}

/** Of a word that is used again, the variants are kept, unless there are many. */
const MAX_KEPT = 1000;
/** Nothing in it is expanded or quoted. */
const PLAIN = /^[\w./:@%,+-]+$/;

function plainWord({ pos, end }: Word, text: string): Word {
  return { type: 'Word', text, value: text, pos, end };
}

function literalPart({ pos, end, text, value }: Word): WordPart {
  return { type: 'Literal', pos, end, text, value };
}

function parsedWord(source: string): Word[] {
  const [statement] = parse(`: ${source}`).commands;
  const variant = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
  // Parts, even where there are none: it may have a tilde or backslashes.
  return variant?.type === 'Word' ? [{ ...variant, parts: variant.parts ?? [literalPart(variant)] }] : [];
}
