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
  if (children.some((child, index) => child.name === 'except' && children[index + 1]?.name === '*'))
    rewriteGroupHandlers(children, to);
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

/**
 * `except* E as group:` as `for group in GROUPS.take(E):`, all of them in one handler of everything. Simplified: what a handler raises comes out of it
 * alone, not in a group with what no handler took. @see PEP 654, Python 3.11
 */
function rewriteGroupHandlers(children: readonly SyntaxNode[], to: Rewriter): void {
  const groups = to.uniqueName();
  let isFirst = true;
  for (const [index, keyword] of children.entries()) {
    if (keyword.name !== 'except') continue;
    const end = children.findIndex((child, at) => at > index && child.name === 'Body');
    const body = children[end];
    const indentation = to.indentation(keyword.from);
    const inner = to.indentation(body?.firstChild?.nextSibling?.from ?? 0);
    if (!body || indentation === undefined || (inner !== undefined && inner.length < indentation.length + 3)) return;
    const parts = children.slice(index + 2, end);
    const named = parts.findIndex((part) => part.name === 'as');
    const name = parts[named + 1];
    const [first, last] = [parts[0], parts[(named < 0 ? parts.length : named) - 1]];
    if (!first || !last) return;
    const target = named < 0 || !name ? '__e' : to.text(name);
    const loop = `  for ${target} in ${groups}.take(${to.render(parts.slice(0, named < 0 ? undefined : named), first.from, last.to)})`;
    const all = `except BaseException as ${groups}:\n${indentation} with __groups(${groups}) as ${groups}:\n${indentation}`;
    to.replace(keyword.from, body.from, isFirst ? all + loop : loop);
    isFirst = false;
  }
} // prettier-ignore
