import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { childrenOf } from '../transform/rewriter.ts';
import type { SyntaxProblem } from './syntax-error.ts';

/** The newest version whose grammar adds something that is looked for here. */
const NEWEST = 13;
/** What a source has that may be too new for a version. */
const HINT = /\bexcept\s*\*|\btype\s+\w|\b(?:def|class)\s+\w+\s*\[|f['"]/i;

/** A place that the grammar of a version refuses, and its words for that. */
interface Refused {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What of a source a Python of this minor version can't compile because it came later, in that version's words. */
export function findTooNew(source: string, minor: number): SyntaxProblem | undefined {
  if (minor >= NEWEST || !HINT.test(source)) return undefined;
  const found = firstOf(parser.parse(source).topNode, source, minor);
  if (!found) return undefined;
  const before = source.slice(0, found.from).split('\n');
  const from = before.at(-1)?.length ?? 0;
  return { type: 'SyntaxError', text: found.text, line: before.length, from, to: from + found.to - found.from };
} // prettier-ignore

function firstOf(node: SyntaxNode, source: string, minor: number): Refused | undefined {
  const own = refused(node, source, minor);
  if (own) return own;
  for (const child of childrenOf(node)) {
    const found = firstOf(child, source, minor);
    if (found) return found;
  }
  return undefined;
}

function refused(node: SyntaxNode, source: string, minor: number): Refused | undefined {
  const plain = (at: SyntaxNode | null | undefined, text = 'invalid syntax'): Refused | undefined =>
    at ? { from: at.from, to: at.to, text } : undefined;
  switch (node.name) {
    // `except* E`
    case '*':
      return minor < 11 && node.prevSibling?.name === 'except' ? plain(node) : undefined;
    // `type X = …`
    case 'TypeDefinition':
      return minor < 12 && node.firstChild?.name === 'type' ? plain(node.firstChild.nextSibling) : undefined;
    case 'TypeParamList': {
      const isFunction = node.parent?.name === 'FunctionDefinition';
      if (minor < 12) return plain(node.firstChild, isFunction && minor > 10 ? "expected '('" : undefined);
      // `[T = int]` is not in the parser's grammar.
      const wrong = childrenOf(node).flatMap((one) => childrenOf(one)).find((one) => one.type.isError); // prettier-ignore
      return wrong && source[wrong.from] === '=' ? plain(wrong) : undefined;
    }
    case 'FormatString':
      return minor < 12 ? inFormatString(node, source) : undefined;
    default:
      return undefined;
  }
}

/** Before 3.12 an f-string was a text that ended at the first quote like its own. @see PEP 701 */
function inFormatString(node: SyntaxNode, source: string): Refused | undefined {
  const [, quote = ''] = /^[A-Za-z]*('''|"""|'|")/.exec(source.slice(node.from, node.to)) ?? [];
  for (const one of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    const at = source.slice(one.from, one.to).indexOf(quote);
    if (at >= 0) return endedEarly(source, one.from, one.from + at, quote);
    const spec = childrenOf(one).find(({ name }) => name === 'FormatSpec');
    if (source.slice(one.from, spec?.from ?? one.to).includes('\\'))
      return { ...tokenAfter(source, node), text: 'f-string expression part cannot include a backslash' };
    if (childrenOf(one).some(({ name }) => name === 'Comment'))
      return { ...tokenAfter(source, node), text: "f-string expression part cannot include '#'" };
  }
  return undefined;
}

function endedEarly(source: string, from: number, at: number, quote: string): Refused {
  const next = at + quote.length;
  if (source[next] === '\\')
    return { from: next + 1, to: next + 2, text: 'unexpected character after line continuation character' };
  const open: string[] = [];
  for (const char of source.slice(from + 1, at)) {
    if ('([{'.includes(char)) open.push(char);
    if (')]}'.includes(char)) open.pop();
  }
  const bracket = open.at(-1);
  return {
    from: next,
    to: next + tokenAt(source, next).length,
    text: bracket ? `f-string: unmatched '${bracket}'` : "f-string: expecting '}'",
  };
}

function tokenAfter(source: string, node: SyntaxNode): { from: number; to: number } {
  const outer = node.parent?.name === 'ContinuedString' ? node.parent : node;
  const blanks = /^[ \t]*/.exec(source.slice(outer.to))?.[0].length ?? 0;
  const from = outer.to + blanks;
  return { from, to: from + tokenAt(source, from).length };
}

const tokenAt = (source: string, at: number): string => /^(?:\w+|.)/.exec(source.slice(at))?.[0] ?? ' ';
