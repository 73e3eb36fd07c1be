import { parse, type Word, type WordPart } from 'unbash';

/** A piece of a part: characters that stand for themselves, or a word that is expanded like any other. */
export type WordPiece = { readonly syntax: string } | { readonly word: Word };

type CompoundPart = Extract<WordPart, { type: 'Glob' | 'ExtendedGlob' | 'BraceExpansion' }>;

const made = new WeakMap<CompoundPart, readonly WordPiece[]>();

/**
 * What the parser leaves in one part: `[$a-z]` → `[`, the word `$a-z`, `]`; `@($a|b)` → `@(`, the word `$a`, `|b)`; braces that stand for
 * themselves around what is in them.
 */
export function wordPieces(part: CompoundPart): readonly WordPiece[] {
  const known = made.get(part);
  if (known) return known;
  const pieces = takeApart(part);
  made.set(part, pieces);
  return pieces;
}

function takeApart(part: CompoundPart): WordPiece[] {
  if (part.type === 'BraceExpansion') return bracePieces(part);
  return part.type === 'Glob' ? bracketPieces(part.text) : extendedPieces(part.text);
}

function bracePieces({ text, pos, parts = [] }: Extract<WordPart, { type: 'BraceExpansion' }>): WordPiece[] {
  const pieces: WordPiece[] = [];
  let at = 0;
  for (const part of parts) {
    pieces.push(
      { syntax: text.slice(at, part.pos - pos) },
      { word: { type: 'Word', text: part.text, value: part.text, pos, end: pos, parts: [part] } },
    );
    at = part.end - pos;
  }
  return [...pieces, { syntax: text.slice(at) }];
}

function bracketPieces(text: string): WordPiece[] {
  if (!/^\[.*\]$/s.test(text) || !NEEDS_EXPANSION.test(text)) return [{ syntax: text }];
  return [{ syntax: '[' }, ...wordPiece(text.slice(1, -1)), { syntax: ']' }];
}

function extendedPieces(text: string): WordPiece[] {
  if (!NEEDS_EXPANSION.test(text)) return [{ syntax: text }];
  const pieces: WordPiece[] = [{ syntax: text.slice(0, 2) }];
  let from = 2;
  for (let at = 2; at < text.length; at = afterItem(text, at)) {
    if (!/[()|]/.test(text[at] ?? '')) continue;
    pieces.push(...wordPiece(text.slice(from, at)), { syntax: text[at] ?? '' });
    from = at + 1;
  }
  return pieces;
}

/** Anything but itself stands for it. */
const NEEDS_EXPANSION = /[$`"'\\]/;

/** Behind the character, the quoted text or the expansion that begins here. */
function afterItem(text: string, at: number): number {
  const rest = text.slice(at);
  if (rest.startsWith('\\')) return at + 2;
  if (rest.startsWith("'")) return closing(text, at + 1, "'");
  if (rest.startsWith('`')) return closing(text, at + 1, '`');
  if (rest.startsWith('"')) return closing(text, at + 1, '"');
  if (rest.startsWith('$(')) return closing(text, at + 2, ')');
  return rest.startsWith('${') ? closing(text, at + 2, '}') : at + 1;
}

function closing(text: string, from: number, end: string): number {
  for (let at = from; at < text.length; at = end === "'" ? at + 1 : afterItem(text, at)) {
    if (text[at] === end) return at + 1;
    if (end === ')' && text[at] === '(') at = closing(text, at + 1, ')') - 1;
  }
  return text.length;
}

function wordPiece(source: string): WordPiece[] {
  if (!NEEDS_EXPANSION.test(source)) return source === '' ? [] : [{ syntax: source }];
  // Behind an empty text nothing is the start of a word: no tilde, no comment.
  const [statement] = parse(`: ""${source}`).commands;
  const word = statement?.command.type === 'Command' ? statement.command.suffix[0] : undefined;
  return word?.type === 'Word' ? [{ word }] : [{ syntax: source }];
}
