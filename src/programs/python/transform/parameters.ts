import type { SyntaxNode } from '@lezer/common';
import { putFirst } from './classes.ts';
import { childrenOf, elementsOf, type Rewriter } from './rewriter.ts';

/** What stands before a positional-only parameter's name, so that a caller's keyword is not taken for it. */
const HIDDEN = '__only_';

/**
 * `def f(a, /, b)`: MicroPython has no positional-only parameters. They get names that no caller gives, and their own first thing in the body.
 * Simplified: those of a lambda are ordinary ones (CPython refuses them as keywords too).
 */
export function rewriteParameters(node: SyntaxNode, to: Rewriter): void {
  const slash = positionalOnlyEnd(to.text(node));
  if (!slash) return;
  to.replace(node.from + slash.index, node.from + slash.index + slash[0].length, '');
  for (const name of positionalOnly(node, to)) to.insert(name.from, HIDDEN);
}

/** The comma and the `/` behind the positional-only parameters in a text of parameters. */
export function positionalOnlyEnd(parameters: string): RegExpExecArray | null {
  return /,\s*\/\s*(?=[,)]|$)/.exec(parameters);
}

/** Before the first statement of a function: its positional-only parameters under their own names. */
export function nameParameters(node: SyntaxNode, to: Rewriter): void {
  const list = node.getChild('ParamList');
  const first = node.lastChild?.firstChild?.nextSibling;
  const names = list ? positionalOnly(list, to).map((name) => to.text(name)) : [];
  if (names.length === 0 || !first) return;
  putFirst(names.map((name) => `${name} = ${HIDDEN}${name}`).join('; '), first, to);
}

function positionalOnly(list: SyntaxNode, to: Rewriter): SyntaxNode[] {
  const slash = list.parent?.name === 'FunctionDefinition' ? positionalOnlyEnd(to.text(list)) : null;
  if (!slash) return [];
  const before = childrenOf(list).filter(
    (child) => child.name !== '(' && child.from < list.from + slash.index,
  );
  return elementsOf(before).flatMap(([name]) => (name?.name === 'VariableName' ? [name] : []));
}
