import type { SyntaxNode } from '@lezer/common';
import { positionalOnlyEnd } from '../transform/parameters.ts';
import { childrenOf, elementsOf } from '../transform/rewriter.ts';
import { descendants, textOf, type Source } from './sources.ts';

interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  readonly positionalOnly: boolean;
}

/** What a function takes. */
export interface Signature {
  readonly name: string;
  readonly qualifiedName: string;
  readonly positional: readonly Parameter[];
  readonly keywordOnly: readonly Parameter[];
  /** A method: it gets the object first. */
  readonly bound: boolean;
}

/** What is called by a name: functions and methods of that name, and how objects of a class of that name are made. */
export function signaturesOf(name: string, source: Source, find: (path: string) => Source | undefined): Signature[] {
  const found: Signature[] = [];
  for (const place of [source, find('__main__')]) {
    if (!place || (found.length > 0 && place !== source)) continue;
    for (const node of descendants(place.tree.topNode)) {
      if (node.name === 'FunctionDefinition' && nameOf(place, node) === name) found.push(signature(place, node));
      if (node.name === 'ClassDefinition' && nameOf(place, node) === name) {
        const made = [...descendants(node)].find((one) => one.name === 'FunctionDefinition' && nameOf(place, one) === '__init__');
        if (made) found.push(signature(place, made));
      }
      if (name === '<lambda>' && node.name === 'LambdaExpression') found.push(signature(place, node));
    }
  }
  return found;
} // prettier-ignore

const nameOf = (source: Source, node: SyntaxNode): string => {
  const name = node.getChild('VariableName');
  return name ? textOf(source, name) : '';
};

function signature(source: Source, node: SyntaxNode): Signature {
  const list = node.getChild('ParamList');
  const positional: Parameter[] = [];
  const keywordOnly: Parameter[] = [];
  let target: Parameter[] | undefined = positional;
  const children = list ? childrenOf(list).filter((child) => child.name !== '(' && child.name !== ')') : [];
  const slash = list ? list.from + (positionalOnlyEnd(textOf(source, list))?.index ?? 0) : 0;
  for (const [first, ...rest] of elementsOf(children)) {
    if (!first) continue;
    if (first.name === '*') target = keywordOnly;
    else if (first.name === '**') target = undefined;
    if (first.name !== 'VariableName') continue;
    const optional = rest.some((part) => part.name === 'AssignOp');
    target?.push({ name: textOf(source, first), optional, positionalOnly: first.to <= slash });
  }
  const path: string[] = [node.name === 'LambdaExpression' ? '<lambda>' : nameOf(source, node)];
  let bound = false;
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.name === 'FunctionDefinition') path.unshift(nameOf(source, parent), '<locals>');
    if (parent.name === 'LambdaExpression') path.unshift('<lambda>', '<locals>');
    if (parent.name !== 'ClassDefinition') continue;
    if (path.length === 1) bound = true;
    path.unshift(nameOf(source, parent));
  }
  return { name: path.at(-1) ?? '', qualifiedName: path.join('.'), positional, keywordOnly, bound };
}
