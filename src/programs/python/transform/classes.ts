import type { SyntaxNode } from '@lezer/common';
import { childrenOf, elementsOf, type Rewriter } from './rewriter.ts';

/** Keeps a class's text about itself, and tells the classes it is derived from. */
export function rewriteClass(node: SyntaxNode, to: Rewriter): void {
  const children = childrenOf(node);
  const keyword = children.find((child) => child.name === 'class');
  const list = children.find((child) => child.name === 'ArgList');
  const body = children.at(-1);
  const first = body?.name === 'Body' ? body.firstChild?.nextSibling : undefined;
  if (body && first) noteAnnotations(body, first, to);
  if (first && isText(first)) to.insert(first.from, '__doc__ = ');
  if (!keyword || !list) return;
  const elements = elementsOf(childrenOf(list).slice(1, -1)).filter((element) => element.length > 0);
  const indentation = to.indentation(keyword.from);
  if (elements.length === 0 || indentation === undefined) return;
  const options = elements.filter(([name, sign]) => sign?.name === 'AssignOp' && name && to.text(name) !== 'metaclass');
  const bases = elements.filter((element) => !options.includes(element));
  if (options.length > 0) {
    const kept = bases.map((element) => to.render(element)).join(', ');
    to.replace(list.from, list.to, `(${kept})`);
  }
  const given = options.map((element) => to.render(element)).join(', ');
  to.insert(keyword.from, `@__class(${given})\n${indentation}`);
} // prettier-ignore

/** As rewriteClass. MicroPython makes objects of a class without `__init__` and `__new__` from any arguments: a program's classes refuse them. */
export function rewriteProgramClass(node: SyntaxNode, to: Rewriter): void {
  const list = node.getChild('ArgList');
  const body = node.getChild('Body');
  const first = body?.firstChild?.nextSibling;
  const isRoot = !list || /^\(\s*(?:object\s*)?\)$/.test(to.text(list));
  if (body && first && isRoot && !/\b__(?:init|new)__\b/.test(to.text(body)))
    putFirst('__init__ = __no_init', first, to);
  rewriteClass(node, to);
}

/** A statement before the first one of a body. */
export function putFirst(statement: string, first: SyntaxNode, to: Rewriter): void {
  const indentation = to.indentation(first.from);
  to.insert(first.from, `${statement}${indentation === undefined ? '; ' : `\n${indentation}`}`);
}

/** MicroPython forgets annotations; a class keeps their texts, as with `from __future__ import annotations`. */
function noteAnnotations(body: SyntaxNode, first: SyntaxNode, to: Rewriter): void {
  const notes: string[] = [];
  for (const statement of childrenOf(body)) {
    const [name, type] = statement.name === 'AssignStatement' ? childrenOf(statement) : [];
    if (name?.name === 'VariableName' && type?.name === 'TypeDef')
      notes.push(`'${to.text(name)}': ${JSON.stringify(to.text(type).slice(1).trim().replace(/\s+/g, ' '))}`);
  }
  if (notes.length > 0) putFirst(`__annotations__ = {${notes.join(', ')}}`, first, to);
}

/** Names that begin with two underscores belong to the class they are written in. @see the language reference, private name mangling */
export function rewriteName(node: SyntaxNode, to: Rewriter): void {
  const name = to.text(node);
  if (!/^__(?!.*__$)/.test(name)) return;
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.name !== 'ClassDefinition') continue;
    const owner = parent.getChild('VariableName');
    if (owner && owner.from !== node.from)
      to.replace(node.from, node.to, `_${to.text(owner).replace(/^_+/, '')}${name}`);
    return;
  }
}

/** A function keeps its text about itself where the program asks for such texts. */
export function rewriteDocumented(node: SyntaxNode, to: Rewriter): void {
  const body = node.lastChild;
  const first = body?.name === 'Body' ? body.firstChild?.nextSibling : undefined;
  const start = childrenOf(node)[0];
  const indentation = start ? to.indentation(start.from) : undefined;
  if (!first || !start || !isText(first) || indentation === undefined) return;
  to.insert(start.from, `@__documented(${to.text(first)})\n${indentation}`);
}

function isText(statement: SyntaxNode): boolean {
  const only = statement.firstChild;
  return statement.name === 'ExpressionStatement' && (only?.name === 'String' || only?.name === 'ContinuedString');
} // prettier-ignore

/** `super().name` in a source with classes that have several bases: MicroPython looks at the bases of the class only. */
export function rewriteSuper(node: SyntaxNode, to: Rewriter): 'done' | void {
  const [call, , name] = childrenOf(node);
  if (call?.name !== 'CallExpression' || name?.name !== 'PropertyName' || !/^super\(\s*\)$/.test(to.text(call))) return;
  let method: SyntaxNode | null = node;
  while (method && method.name !== 'FunctionDefinition') method = method.parent;
  let owner: SyntaxNode | null = method;
  while (owner && owner.name !== 'ClassDefinition') owner = owner.parent;
  const [self, cls] = [method?.getChild('ParamList')?.getChild('VariableName'), owner?.getChild('VariableName')];
  if (!self || !cls) return;
  to.replace(node.from, node.to, `__super_get(${to.text(cls)}, ${to.text(self)}, '${to.text(name)}')`);
  return 'done';
} // prettier-ignore

/** A class with more than one base. */
export const SEVERAL_BASES = /^[ \t]*class\s+\w+\s*\([^)=,]*,[^)]*\)/m;
