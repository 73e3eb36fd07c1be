import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Rewriter } from './rewriter.ts';

/**
 * `with (a as b, c as d):`, which neither MicroPython nor the parser's grammar knows: without the brackets, its lines joined by `\`.
 * @see PEP 617, Python 3.10
 */
export function rewriteWith(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  const open = children[children.findIndex((child) => child.name === 'with') + 1]?.from ?? 0;
  if (to.source[open] !== '(') return;
  const inside = closing(to.source, open);
  if (!inside || !/^[ \t]*:/.test(to.source.slice(inside.close + 1)) || !inside.isList) return;
  to.replace(open, open + 1, '');
  joinLines(open + 1, inside.close, to);
}

/** Makes one line of what stands between two places, and leaves out a comma at its end and the bracket behind it. */
function joinLines(from: number, close: number, to: Rewriter): void {
  let depth = 0;
  let comma: number | undefined;
  for (const { at, end, text } of tokens(to.source, from, close)) {
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text)) depth--;
    if (depth > 0) continue;
    if (text.startsWith('#')) to.replace(at, end, '');
    if (text === '\n') to.replace(at, end, '\\\n');
    if (text === ',') comma = at;
    else if (text !== '\n' && !text.startsWith('#')) comma = undefined;
  }
  if (comma !== undefined) to.replace(comma, comma + 1, '');
  to.replace(close, close + 1, '');
}

/** Where a bracket is closed, and whether items stand in it: a comma, or a name for one. */
function closing(source: string, open: number): { close: number; isList: boolean } | undefined {
  let depth = 0;
  let isList = false;
  for (const { at, text } of tokens(source, open, source.length)) {
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text) && --depth === 0) return { close: at, isList };
    if (depth === 1 && (text === ',' || text === 'as')) isList = true;
  }
  return undefined;
}

/** Texts, comments, words, ends of lines and single characters that are no blanks. */
function* tokens(source: string, from: number, to: number): Generator<{ at: number; end: number; text: string }> {
  const token = /#[^\n]*|'''[^]*?'''|"""[^]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\n|\w+|\S/gy;
  for (let at = from; at < to; ) {
    token.lastIndex = at;
    const text = token.exec(source)?.[0];
    if (text !== undefined) yield { at, end: at + text.length, text };
    at += text?.length ?? 1;
  }
} // prettier-ignore
