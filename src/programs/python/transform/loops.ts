import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Rewriter } from './rewriter.ts';

export function rewriteWhile(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  const start = children.findIndex((child) => child.name === 'while');
  const [condition, body] = [children[start + 1], children[start + 2]];
  if (condition && body?.name === 'Body') to.surround(condition, condition, '(__tick() or (', '))');
}

/** `for x in ITERABLE`, in statements and in comprehensions; asynchronous ones wait by themselves. */
export function rewriteIterables(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (child.name !== 'in') continue;
    const loop = children.slice(0, index).findLastIndex((one) => one.name === 'for');
    if (loop < 0 || children[loop - 1]?.name === 'async') continue;
    const rest = children.slice(index + 1);
    const end = rest.findIndex((one) => /^(?:Body|if|for|async|[\])}])$/.test(one.name));
    const [first, last] = [rest[0], rest[end < 0 ? rest.length - 1 : end - 1]];
    if (first && last) to.surround(first, last, '__titer((', '))');
  }
}

/** Statements that may stand behind a `;`. */
const SIMPLE = new Set([
  'AssignStatement', 'UpdateStatement', 'ExpressionStatement', 'ReturnStatement', 'PassStatement', 'RaiseStatement', 'AssertStatement',
  'DeleteStatement', 'ImportStatement', 'ScopeStatement', 'YieldStatement', 'PrintStatement',
]); // prettier-ignore

/** Each call of a function is a turn. */
export function rewriteFunction(node: SyntaxNode, to: Rewriter): void {
  const first = node.lastChild?.name === 'Body' ? node.lastChild.firstChild?.nextSibling : undefined;
  if (!first) return;
  if (first.name === 'IfStatement') {
    const condition = first.firstChild?.nextSibling;
    if (condition) to.surround(condition, condition, '(__tick() or (', '))');
  } else if (SIMPLE.has(first.name)) to.insert(first.from, '__tick(); ');
}
