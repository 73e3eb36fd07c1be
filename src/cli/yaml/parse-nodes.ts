import { Lexer, Parser, type CST, type LineCounter } from 'yaml';
import type { Work } from '../../lib/work.ts';
import { levelOf, MOST_LEVELS } from '../../lib/yaml-depth.ts';
import {
  composeWhole,
  LETTERS_AN_OPERATION,
  PIECE,
  PieceComposer,
  type ComposedText,
} from './compose-in-pieces.ts';
import { YamlConstructError } from './yaml-error.ts';

/** The nodes of a text. */
export interface ParsedText extends ComposedText {
  /** Without any nobody has to look for what they mean. */
  readonly hasAliases: boolean;
}

/**
 * Parses a text; what is wrong with it is among the errors of its documents.
 * @param lines is told where lines begin
 * @throws YamlConstructError where it is too deep
 */
export function* parseNodes(text: string, lines: LineCounter): Work<ParsedText> {
  if (text.length <= PIECE) return yield* parseWhole(text, lines);
  const composer = new PieceComposer();
  const { tokens, hasAliases } = yield* tokensOf(text, lines, composer);
  const composed = yield* composer.compose(tokens, text.length);
  // Where something is wrong, what it is and where is told by the library's own way through all of it.
  if (!composed) return yield* parseWhole(text, lines);
  return { ...composed, hasAliases };
}

function* parseWhole(text: string, lines: LineCounter): Work<ParsedText> {
  const { tokens, hasAliases } = yield* tokensOf(text, lines, undefined);
  return { documents: composeWhole(tokens), large: new Set(), hasAliases };
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly hasAliases: boolean;
}

/** @param composer takes what is finished out of them */
function* tokensOf(text: string, lines: LineCounter, composer: PieceComposer | undefined): Work<Tokens> {
  const tokens: CST.Token[] = [];
  let [hasAliases, read] = [false, 0];
  lines.lineStarts.length = 0;
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Simplified: go-yaml goes ten times as deep as we do.
    if (levelOf(parser) > MOST_LEVELS) throw new YamlConstructError('fatal', 'exceeded max depth of 10000');
    if (lexeme.startsWith('*')) hasAliases = true;
    read += lexeme.length;
    if (read < PIECE) continue;
    yield Math.ceil(read / LETTERS_AN_OPERATION);
    read = 0;
    if (composer) yield* composer.take(parser.stack);
  }
  tokens.push(...parser.end());
  return { tokens, hasAliases };
}
