import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Rewriter } from './rewriter.ts';

/** Statements during which nothing can go wrong. */
const QUIET = new Set(['PassStatement', 'ContinueStatement', 'BreakStatement', ':']);

/**
 * `except`: what happens in it happens while an error is handled, which MicroPython does not note:
 * `except E as e:` gets a line `with __handling(e):` below it.
 */
export function rewriteTry(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (child.name !== 'except') continue;
    const body = children.slice(index + 1).find((one) => one.name === 'Body');
    const parts = body ? children.slice(index + 1, children.indexOf(body)) : [];
    if (body && parts[0]?.name !== '*') rewriteHandler(child, parts, body, to);
  }
}

function rewriteHandler(keyword: SyntaxNode, parts: readonly SyntaxNode[], body: SyntaxNode, to: Rewriter): void {
  const statements = childrenOf(body);
  const indentation = to.indentation(keyword.from);
  const first = statements[1];
  if (statements.every((child) => QUIET.has(child.name)) || indentation === undefined || !first) return;
  const inner = to.indentation(first.from);
  if (inner !== undefined && inner.length < indentation.length + 2 && !inner.includes('\t')) return;
  const named = parts.findIndex((part) => part.name === 'as');
  const name = named >= 0 && parts[named + 1] ? to.text(parts[named + 1] as SyntaxNode) : '__e';
  if (named < 0) to.insert(parts.at(-1)?.to ?? keyword.to, parts.length > 0 ? ' as __e' : ' BaseException as __e');
  to.insert(body.from + 1, `\n${indentation} with __handling(${name}):`);
} // prettier-ignore

/** `raise A from b` */
export function rewriteRaise(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  const from = children.find((child) => child.name === 'from');
  const [error, cause] = [children[1], children.at(-1)];
  if (!from || !error || !cause) return;
  to.insert(error.from, '__raise_from(');
  to.replace(from.from, from.to, ',');
  to.insert(cause.to, ')');
}
