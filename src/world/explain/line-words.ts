import type { Assignment, Command, Redirection, Word, WordPart } from 'unbash';
import type { LinePart, PartKind } from './explained.ts';

/** A word of a command: what the shell makes of it, and where it stands in the line. */
export interface LineWord {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The command whose output stands in its place, or the variable: then its value is known only when it runs. */
  readonly from?: string;
}

/** Names and arguments of a simple command, redirections and leading assignments left out. */
export function wordsOf({ name, suffix }: Command): LineWord[] {
  const words = suffix.filter((each): each is Word | Assignment => !isRedirection(each));
  return [...(name ? [name] : []), ...words].map(toLineWord);
}

export const isRedirection = (node: Word | Assignment | Redirection): node is Redirection =>
  node.type === 'Redirect' || node.type === 'HereDoc' || node.type === 'HereString';

function toLineWord(word: Word | Assignment): LineWord {
  const { pos: start, end, text } = word;
  if (word.type === 'Assignment') return { value: text, start, end };
  const from = expansionOf(word);
  return { value: word.value, start, end, ...(from === undefined ? {} : { from }) };
}

/** `$(docker ps -q)` → `docker ps -q`; `$X` → `$X`; undefined where the word stands for itself. */
function expansionOf({ parts = [] }: Word): string | undefined {
  for (const part of parts.flatMap((each): readonly WordPart[] =>
    each.type === 'DoubleQuoted' ? each.parts : [each],
  )) {
    if (part.type === 'CommandExpansion') return part.text.replace(/^(\$\(|`)|[)`]$/g, '').trim();
    if (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion') return part.text;
  }
  return undefined;
}

/** One part over all of these words. */
export function partOver(words: readonly LineWord[], kind: PartKind, text: string): LinePart {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, kind, words: text };
}
