import type { SyntaxNode } from '@lezer/common';
import { childrenOf, elementsOf, type Rewrite, type Rewriter } from './rewriter.ts';

/** A display with unpacking in it, as a call with one argument for each of its elements. */
export function rewriteSpread(star: string, helper: string, open: string, close: string): Rewrite {
  return (node, to) => {
    const children = childrenOf(node);
    if (!children.some((child) => child.name === star)) return;
    const [bracket, end] = [children[0], children.at(-1)];
    if (!bracket || !end) return;
    const bare = bracket.name !== '[' && bracket.name !== '{' && bracket.name !== '(';
    if (bare) to.insert(bracket.from, `${helper}(`);
    else to.replace(bracket.from, bracket.to, `${helper}(`);
    for (const element of elementsOf(bare ? children : children.slice(1, -1))) {
      const [first, last] = [element[0], element.at(-1)];
      if (first?.name === star) to.replace(first.from, first.to, '');
      else if (first && last) to.surround(first, last, open, close);
    }
    if (bare) to.insert(end.to, ')');
    else to.replace(end.from, end.to, ')');
  };
}

/** `x[a:b:c]` read: MicroPython's slices of most types have no step. */
export function rewriteSlice(node: SyntaxNode, to: Rewriter): void {
  const parts = sliceParts(node, to);
  if (!parts || isTarget(node)) return;
  const { object, bracket, first, second, close, empty } = parts;
  to.insert(object.from, '__step(');
  to.replace(bracket.from, bracket.to, ', ');
  to.replace(first, first + 1, `${empty(bracket.to, first) ? 'None' : ''}, `);
  to.replace(second, second + 1, `${empty(first + 1, second) ? 'None' : ''}, `);
  to.replace(close.from, close.to, `${empty(second + 1, close.from) ? 'None' : ''})`);
}

/** `x[a:b:c] = y` */
export function rewriteAssignment(node: SyntaxNode, to: Rewriter): 'done' | void {
  const [target, sign, value] = childrenOf(node);
  if (target?.name !== 'MemberExpression' || sign?.name !== 'AssignOp' || !value) return;
  const parts = sliceParts(target, to);
  if (!parts) return;
  to.replace(node.from, node.to, `__set_step(${stepArguments(parts, to)}, (${to.render([value], sign.to, node.to).trim()}))`);
  return 'done';
} // prettier-ignore

/** `del x[a:b:c]` */
export function rewriteDelete(node: SyntaxNode, to: Rewriter): 'done' | void {
  const [, target, more] = childrenOf(node);
  const parts = target?.name === 'MemberExpression' && !more ? sliceParts(target, to) : undefined;
  if (!parts) return;
  to.replace(node.from, node.to, `__del_step(${stepArguments(parts, to)})`);
  return 'done';
}

type SliceParts = NonNullable<ReturnType<typeof sliceParts>>;

function stepArguments({ object, bracket, first, second, close }: SliceParts, to: Rewriter): string {
  const part = (from: number, end: number): string => to.source.slice(from, end).trim() || 'None';
  return [to.render([object]), part(bracket.to, first), part(first + 1, second), part(second + 1, close.from)].join(', ');
} // prettier-ignore

function sliceParts(node: SyntaxNode, to: Rewriter) {
  const children = childrenOf(node);
  const open = children.findIndex((child) => child.name === '[');
  const [object, close] = [children[0], children.at(-1)];
  const inside = children.slice(open + 1, -1);
  const colons = inside.filter((child) => child.name === ':');
  if (open < 0 || !object || !close || colons.length !== 2) return undefined;
  if (inside.some((child) => child.name === ',')) return undefined;
  const [first, second] = colons.map((child) => child.from);
  const bracket = children[open];
  if (first === undefined || second === undefined || !bracket) return undefined;
  const empty = (from: number, end: number): boolean => to.source.slice(from, end).trim() === '';
  return { object, bracket, first, second, close, empty };
}

/** Assigned to or deleted. */
function isTarget(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (parent?.name === 'DeleteStatement') return true;
  if (parent?.name !== 'AssignStatement' && parent?.name !== 'UpdateStatement') return false;
  return childrenOf(parent).some((child) => child.name === 'AssignOp' && child.from >= node.to);
}

export function rewriteBinary(node: SyntaxNode, to: Rewriter): void {
  keepPower(node, to);
  rewriteUnion(node, to);
}

/** `10**100000`: MicroPython would work it out while it compiles, when nothing can interrupt it. Its left side is no constant then. */
function keepPower(node: SyntaxNode, to: Rewriter): void {
  const [left, operator, right] = childrenOf(node);
  if (!left || !right || operator?.name !== 'ArithOp' || to.text(operator) !== '**') return;
  if (left.name === 'Number' && !/^\d{1,2}$/.test(to.text(right))) to.surround(left, left, '[', '][0]');
}

/** Types that an `|` may stand between. */
const TYPES = /^(?:int|str|float|bool|list|dict|set|tuple|bytes|None|type|object|complex)$/;

/** `int | str`, which MicroPython's types can't do. */
function rewriteUnion(node: SyntaxNode, to: Rewriter): void {
  const [left, operator, right] = childrenOf(node);
  if (operator?.name !== 'BitOp' || !left || !right || to.text(operator) !== '|') return;
  const call = node.parent?.name === 'ArgList' ? node.parent.prevSibling : undefined;
  const typed = [left, right].some((side) => TYPES.test(to.text(side)));
  if (!typed && !(call && /^is(?:instance|subclass)$/.test(to.text(call)))) return;
  to.insert(left.from, '__union(');
  to.replace(operator.from, operator.to, ',');
  to.insert(right.to, ')');
}

/** Calls of types whose words or parameters are others in CPython, where they have these arguments. */
const CALLS: Readonly<Record<string, readonly [arguments_: RegExp, instead: string]>> = {
  dict: [/[^()\s]/, '__dict'],
  float: [/./, '__float'],
  zip: [/\bstrict\s*=/, '__zip'],
  OSError: [/,/, '__os_error_of'],
};

/** The same for numbers that only a program would give them: the library's are small. */
const PROGRAM_CALLS: typeof CALLS = {
  ...CALLS,
  range: [/./, '__range'],
  bytes: [/[^()\s]/, '__bytes'],
  bytearray: [/[^()\s]/, '__bytearray'],
};

export const rewriteCall = rewriteCalls(CALLS);
export const rewriteProgramCall = rewriteCalls(PROGRAM_CALLS);

function rewriteCalls(calls: typeof CALLS): Rewrite {
  return (node, to) => {
    const [callee, list] = childrenOf(node);
    if (callee?.name === 'MemberExpression' && list) formatMethod(callee, list, to);
    if (callee?.name !== 'VariableName' || !list) return;
    const [pattern, instead] = calls[to.text(callee)] ?? [];
    if (instead && pattern?.test(to.text(list))) to.replace(callee.from, callee.to, instead);
  };
}

/** `x.format(…)`: MicroPython's own is kept for f-strings. */
function formatMethod(callee: SyntaxNode, list: SyntaxNode, to: Rewriter): void {
  const [object, dot, name] = childrenOf(callee);
  const open = list.firstChild;
  if (!object || !open || dot?.name !== '.' || !name || to.text(name) !== 'format') return;
  to.insert(object.from, '__sformat(');
  to.replace(dot.from, open.to, elementsOf(childrenOf(list).slice(1, -1)).length > 0 ? ', ' : '');
}
