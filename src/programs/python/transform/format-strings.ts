import { tableOf } from '../../../lib/table.ts';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Rewriter } from './rewriter.ts';

/**
 * f-strings: MicroPython's own can't nest and know less of formats, so `f'{a:>5} {b!r}'` becomes `'{} {}'.format(__format(a, '>5'), repr(b))`.
 */
export function rewriteFormatString(node: SyntaxNode, to: Rewriter): 'done' {
  to.replace(node.from, node.to, formatCall(node, to));
  return 'done';
}

/** Pieces of text beside each other, of which some are f-strings. */
export function rewriteContinuedString(node: SyntaxNode, to: Rewriter): 'done' | void {
  const pieces = childrenOf(node);
  if (!pieces.some((piece) => piece.name === 'FormatString')) return;
  to.insert(node.from, '(');
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) to.insert(piece.from, '+ ');
    to.visit(piece);
  }
  to.insert(node.to, ')');
  return 'done';
}

function formatCall(node: SyntaxNode, to: Rewriter): string {
  const replacements = childrenOf(node).filter((child) => child.name === 'FormatReplacement');
  const [prefix = ''] = /^[A-Za-z]*/.exec(to.text(node)) ?? [];
  let text = prefix.replace(/[fF]/, '');
  let at = node.from + prefix.length;
  const values: string[] = [];
  for (const replacement of replacements) {
    const { label, value } = replacementValue(replacement, to);
    text += `${to.source.slice(at, replacement.from)}${label}{}`;
    values.push(value);
    at = replacement.to;
  }
  text += to.source.slice(at, node.to);
  return `${text}.format(${values.join(', ')})`;
}

const CONVERSIONS: Readonly<Record<string, string>> = tableOf({ '!r': 'repr', '!s': 'str', '!a': 'ascii' });

function replacementValue(node: SyntaxNode, to: Rewriter): { label: string; value: string } {
  const parts = childrenOf(node).slice(1, -1);
  const expression = parts.filter((part) => !/^Format|^Comment$/.test(part.name));
  const [selfDoc, conversion, spec] = ['FormatSelfDoc', 'FormatConversion', 'FormatSpec'].map((name) =>
    parts.find((part) => part.name === name),
  );
  const [first, last] = [expression[0], expression.at(-1)];
  if (!first || !last) return { label: '', value: '' };
  const end =
    (
      parts.find((part) => part.name === 'Comment' && part.from >= last.to) ??
      selfDoc ??
      conversion ??
      spec ??
      node.lastChild
    )?.from ?? last.to;
  let label = '';
  if (selfDoc) {
    const after = (conversion ?? spec ?? node.lastChild)?.from ?? selfDoc.to;
    label = to.source.slice(node.from + 1, after).replace(/[{}]/g, '$&$&').replaceAll('\\', '\\\\').replaceAll(/['"]/g, '\\$&');
  } // prettier-ignore
  let value = to.render(expression, node.from + 1, end).trim();
  if (/\n|\\/.test(value) || expression.length > 1 || last.name === 'LambdaExpression') value = `(${value})`;
  if (first.name === 'TupleExpression' || expression.length > 1) value = `(${value})`;
  const convert = CONVERSIONS[conversion ? to.text(conversion) : selfDoc && !spec ? '!r' : ''];
  if (convert) value = `${convert}(${value})`;
  if (!spec)
    return { label, value: convert || !/__format__|Enum\b/.test(to.source) ? value : `__str(${value})` };
  return { label, value: `__format(${value}, ${specText(spec, to)})` };
}

/** What follows the colon: text, or a computed one. */
function specText(spec: SyntaxNode, to: Rewriter): string {
  const nested = childrenOf(spec).filter((child) => child.name === 'FormatReplacement');
  let text = '';
  let at = spec.from + 1;
  const values: string[] = [];
  for (const replacement of nested) {
    text += `${to.source.slice(at, replacement.from)}{}`;
    values.push(replacementValue(replacement, to).value);
    at = replacement.to;
  }
  text += to.source.slice(at, spec.to);
  const quoted = `'${text.replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  return nested.length > 0 ? `${quoted}.format(${values.join(', ')})` : quoted;
}
