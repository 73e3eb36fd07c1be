import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';

/** A piece of the source and what stands there instead. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Python as MicroPython can run it: loops and functions call `__tick`, so that they can be interrupted and take virtual time, and what
 * MicroPython's grammar lacks is written with calls of helpers (see lib/builtins). Line numbers stay as they are.
 */
export function transformSource(source: string): string {
  const edits: Edit[] = [];
  const visit = (node: SyntaxNode): void => {
    TRANSFORMS[node.name]?.(node, edits, source);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(parser.parse(source).topNode);
  return applyEdits(source, edits);
}

type Transform = (node: SyntaxNode, edits: Edit[], source: string) => void;

const TRANSFORMS: Readonly<Record<string, Transform>> = {
  WhileStatement: (node, edits) => {
    const children = childrenOf(node);
    const start = children.findIndex((child) => child.name === 'while');
    const [condition, body] = [children[start + 1], children[start + 2]];
    if (condition && body?.name === 'Body') surround(edits, condition, condition, '(__tick() or (', '))');
  },
  ForStatement: tickIterables,
  ArrayComprehensionExpression: tickIterables,
  DictionaryComprehensionExpression: tickIterables,
  SetComprehensionExpression: tickIterables,
  ComprehensionExpression: tickIterables,
  ArgList: tickIterables,
  FunctionDefinition: (node, edits) => {
    const first = node.lastChild?.name === 'Body' ? node.lastChild.firstChild?.nextSibling : undefined;
    if (!first) return;
    if (first.name === 'IfStatement') {
      const condition = first.firstChild?.nextSibling;
      if (condition) surround(edits, condition, condition, '(__tick() or (', '))');
    } else if (SIMPLE.has(first.name)) insert(edits, first.from, '__tick(); ');
  },
  ParamList: (node, edits, source) => {
    // `def f(a, /, b)`: positional-only parameters are ordinary ones here.
    const text = source.slice(node.from, node.to);
    const slash = /,\s*\/\s*(?=[,)]|$)/.exec(text);
    if (slash) edits.push({ from: node.from + slash.index, to: node.from + slash.index + slash[0].length, text: '' });
  },
  MemberExpression: (node, edits, source) => {
    steppedSlice(node, edits, source);
    missingMethod(node, edits, source);
  },
  DictionaryExpression: (node, edits) => spread(node, edits, '**', '__dict_of', '{', '}'),
  ArrayExpression: (node, edits) => spread(node, edits, '*', '__list_of', '(', ',)'),
  TupleExpression: (node, edits) => spread(node, edits, '*', '__tuple_of', '(', ',)'),
  SetExpression: (node, edits) => spread(node, edits, '*', '__set_of', '(', ',)'),
}; // prettier-ignore

/** Statements that may stand behind a `;`. */
const SIMPLE = new Set([
  'AssignStatement', 'UpdateStatement', 'ExpressionStatement', 'ReturnStatement', 'PassStatement', 'RaiseStatement', 'AssertStatement',
  'DeleteStatement', 'ImportStatement', 'ScopeStatement', 'YieldStatement', 'PrintStatement',
]); // prettier-ignore

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** `for x in ITERABLE`, in statements and in comprehensions; asynchronous ones wait by themselves. */
function tickIterables(node: SyntaxNode, edits: Edit[]): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (child.name !== 'in') continue;
    const loop = children.slice(0, index).findLastIndex((one) => one.name === 'for');
    if (loop < 0 || children[loop - 1]?.name === 'async') continue;
    const rest = children.slice(index + 1);
    const end = rest.findIndex((one) => /^(?:Body|if|for|async|[\])}])$/.test(one.name));
    const [first, last] = [rest[0], rest[end < 0 ? rest.length - 1 : end - 1]];
    if (first && last) surround(edits, first, last, '__titer((', '))');
  }
}

/** A display with unpacking in it, as a call with one argument for each of its elements. */
function spread(node: SyntaxNode, edits: Edit[], star: string, helper: string, open: string, close: string): void {
  const children = childrenOf(node);
  if (!children.some((child) => child.name === star)) return;
  const [bracket, end] = [children[0], children.at(-1)];
  if (!bracket || !end) return;
  edits.push({ from: bracket.from, to: bracket.to, text: `${helper}(` });
  let element: SyntaxNode[] = [];
  for (const child of [...children.slice(1, -1), undefined]) {
    if (child && child.name !== ',') {
      element.push(child);
      continue;
    }
    const [first, last] = [element[0], element.at(-1)];
    if (first?.name === star) edits.push({ from: first.from, to: first.to, text: '' });
    else if (first && last) surround(edits, first, last, open, close);
    element = [];
  }
  edits.push({ from: end.from, to: end.to, text: ')' });
} // prettier-ignore

/** `x[a:b:c]` read: MicroPython's slices have no step. */
function steppedSlice(node: SyntaxNode, edits: Edit[], source: string): void {
  const children = childrenOf(node);
  const open = children.findIndex((child) => child.name === '[');
  const [object, close] = [children[0], children.at(-1)];
  const inside = children.slice(open + 1, -1);
  const colons = inside.filter((child) => child.name === ':');
  if (open < 0 || !object || !close || colons.length !== 2 || isTarget(node)) return;
  const [first, second] = colons.map((child) => child.from);
  const bracket = children[open];
  if (first === undefined || second === undefined || !bracket) return;
  insert(edits, object.from, '__step(');
  edits.push({ from: bracket.from, to: bracket.to, text: ', ' });
  const empty = (from: number, to: number): boolean => source.slice(from, to).trim() === '';
  edits.push({ from: first, to: first + 1, text: `${empty(bracket.to, first) ? 'None' : ''}, ` });
  edits.push({ from: second, to: second + 1, text: `${empty(first + 1, second) ? 'None' : ''}, ` });
  edits.push({ from: close.from, to: close.to, text: `${empty(second + 1, close.from) ? 'None' : ''})` });
}

/** Methods of str that MicroPython lacks. */
const TEXT_METHODS = new Set(['zfill', 'title', 'removeprefix', 'removesuffix', 'ljust', 'rjust', 'capitalize', 'isalnum', 'swapcase', 'casefold']); // prettier-ignore

/** `x.title()`: the method of x, or ours where x is a str. */
function missingMethod(node: SyntaxNode, edits: Edit[], source: string): void {
  const [object, dot, name] = childrenOf(node);
  if (!object || dot?.name !== '.' || !name || node.parent?.name !== 'CallExpression') return;
  const method = source.slice(name.from, name.to);
  if (!TEXT_METHODS.has(method)) return;
  insert(edits, object.from, '__method(');
  edits.push({ from: dot.from, to: name.to, text: `, "${method}")` });
}

/** Assigned to or deleted. */
function isTarget(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.name === 'DeleteStatement') return true;
  if (parent?.name !== 'AssignStatement' && parent?.name !== 'UpdateStatement') return false;
  return childrenOf(parent).some((child) => child.name === 'AssignOp' && child.from >= node.to);
}

function insert(edits: Edit[], at: number, text: string): void {
  edits.push({ from: at, to: at, text });
}

function surround(edits: Edit[], first: SyntaxNode, last: SyntaxNode, before: string, after: string): void {
  insert(edits, first.from, before);
  edits.push({ from: last.to, to: last.to, text: after });
}

/** Edits at one place apply in the order they were made. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  const opening = edits.map((edit, index) => ({ ...edit, index }));
  opening.sort((a, b) => a.from - b.from || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { from, to, text } of opening) {
    result += source.slice(at, from) + text;
    at = Math.max(at, to);
  }
  return result + source.slice(at);
}
