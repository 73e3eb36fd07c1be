import { tableOf } from '../../../lib/table.ts';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '../transform/rewriter.ts';
import { descendants, expressionsOf, statementAt, textOf, type Source } from './sources.ts';

/** What is known about an error in one frame. */
export interface Evidence {
  /** The function that was called from here, unless the error is from here. */
  readonly called: string | undefined;
  /** The error's type and text. */
  readonly type: string;
  readonly text: string;
}

/** A part of the source: where it went wrong. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Operators and subscripts: which part of it is pointed at. */
  readonly anchor?: { readonly from: number; readonly to: number };
  /** Calls, from their brackets on: pointed at since 3.13. */
  readonly brackets?: { readonly from: number; readonly to: number };
  /** It is all that a statement returns or assigns, by a call. */
  readonly isWhole?: boolean;
}

/**
 * Which part of a line went wrong. MicroPython knows lines only: the rest is concluded from what kind of error it was and what it says.
 * Simplified: CPython knows it of each instruction; where a line does the same thing twice ours may point at the other one.
 */
export function locate(source: Source, line: number, name: string, evidence: Evidence): Range | undefined {
  const statement = statementAt(source, line);
  if (!statement) return undefined;
  const all = expressionsOf(source, statement, line, name);
  if (/^(?:Raise|Import)Statement$/.test(statement.name) && !evidence.called) return statement;
  const node = evidence.called
    ? calling(source, all, evidence.called)
    : failing(source, statement, all, evidence);
  if (!node) return statement;
  return withAnchor(node);
}

const BUILTIN =
  /^(?:print|len|str|int|float|list|dict|set|tuple|repr|range|isinstance|type|round|abs|open|input|enumerate|zip|bool)$/;

export const calleeName = (source: Source, call: SyntaxNode): string =>
  /([A-Za-z_]\w*)\s*$/.exec(call.firstChild ? textOf(source, call.firstChild) : '')?.[1] ?? '';

const isCall = (node: SyntaxNode): boolean => node.name === 'CallExpression';
const isSubscript = (node: SyntaxNode): boolean =>
  node.name === 'MemberExpression' && childrenOf(node).some((child) => child.name === '[');
const isAttribute = (node: SyntaxNode): boolean =>
  node.name === 'MemberExpression' && node.lastChild?.name === 'PropertyName';

/** A function that yields runs when its values are asked for. */
function isGenerator(source: Source, name: string): boolean {
  for (const node of descendants(source.tree.topNode)) {
    const own = node.name === 'FunctionDefinition' ? node.getChild('VariableName') : null;
    if (own && textOf(source, own) === name)
      return [...descendants(node)].some((one) => /^Yield/.test(one.name));
  }
  return false;
}

const COMPREHENSIONS: Readonly<Record<string, string>> = tableOf({
  list: 'ArrayComprehensionExpression',
  dict: 'DictionaryComprehensionExpression',
  set: 'SetComprehensionExpression',
});

/** The call through which a function was called. */
function calling(source: Source, all: readonly SyntaxNode[], called: string): SyntaxNode | undefined {
  const [, comprehension] = /^<(list|dict|set)comp>$/.exec(called) ?? [];
  if (comprehension) return all.find((node) => COMPREHENSIONS[comprehension] === node.name);
  const calls = all.filter(isCall);
  const named = calls.filter((call) => calleeName(source, call) === called);
  // What a loop goes through is made before it; later on it is the loop that calls.
  const loop = all[0]?.name === 'for' ? all.find((node) => node.name === 'in')?.nextSibling : undefined;
  if (named[0] && !(loop && named[0].from === loop.from && isGenerator(source, called))) return named[0];
  if (named[0]) return undefined;
  if (/^__(?:get|set|del)item__$/.test(called)) return all.find(isSubscript);
  if (/^__r?(?:add|sub|mul|truediv|floordiv|mod|pow)__$/.test(called))
    return all.find((node) => node.name === 'BinaryExpression');
  const attribute = all.find((node) => isAttribute(node) && node.lastChild && textOf(source, node.lastChild) === called);
  if (attribute) return attribute;
  if (called === '__init__' || called === '__new__')
    return calls.find((call) => /^[A-Z]/.test(calleeName(source, call))) ?? calls[0];
  return calls.find((call) => !BUILTIN.test(calleeName(source, call))) ?? calls[0];
} // prettier-ignore

function failing(source: Source, statement: SyntaxNode, all: readonly SyntaxNode[], { type, text }: Evidence): SyntaxNode | Range | undefined {
  const binary = (operator: RegExp): SyntaxNode | undefined =>
    all.find((node) => node.name === 'BinaryExpression' && operator.test(operatorOf(source, node)?.text ?? ''));
  const call = (name: RegExp): SyntaxNode | undefined =>
    all.filter(isCall).find((node) => name.test(calleeName(source, node)));
  const [, quoted = ''] = /'([^']*)'[^']*$/.exec(text) ?? [];
  if (type === 'NameError' || type === 'UnboundLocalError') {
    const [, name] = /'(\w+)'/.exec(text) ?? [];
    return all.find((node) => node.name === 'VariableName' && textOf(source, node) === name);
  }
  if (type === 'AttributeError')
    return all.find((node) => isAttribute(node) && node.lastChild && textOf(source, node.lastChild) === quoted);
  if (type === 'ZeroDivisionError') return binary(/^(?:\/\/?|%)$/) ?? call(/^divmod$/);
  if (type === 'AssertionError') return statement.name === 'AssertStatement' ? (statement.firstChild?.nextSibling ?? undefined) : undefined;
  if (type === 'KeyError' || type === 'IndexError') {
    const subscripts = all.filter(isSubscript);
    const keyed = subscripts.find((node) => subscriptText(source, node).replaceAll('"', "'") === text);
    return /^pop /.test(text) ? call(/^pop/) : (keyed ?? subscripts[0] ?? all.find(isCall));
  }
  if (/unpack/.test(text)) return targets(statement);
  // A loop as a whole is what could not go on.
  if (/ not iterable$/.test(text)) return statement.name === 'ForStatement' ? undefined : outerCall(source, all);
  if (/ not callable$/.test(text)) return outerCall(source, all);
  if (/ not subscriptable$|indices must be/.test(text)) return all.find(isSubscript);
  const [, operator] = /^unsupported operand type\(s\) for (\S+?):|^'(\S+)' not supported/.exec(text) ?? [];
  if (operator) return binary(new RegExp(`^${operator.replace(/[=]$/, '').replaceAll(/[*+^|/]/g, '\\$&')}$`)) ?? comparison(all);
  if (/^can only concatenate|^can't concat/.test(text)) return concatenation(source, all, text);
  if (/not supported between instances/.test(text)) return comparison(all);
  if (/^bad operand type for unary/.test(text)) return all.find((node) => node.name === 'UnaryExpression');
  const [, callee] = /^(?:[\w.<>]*\.)?([\w<>]+)\(\) /.exec(text) ?? [];
  if (callee) {
    const init = /^__(?:init|new)__$/.test(callee) ? /^(?:[\w.]*?)(\w+)\.__\w+__\(\)/.exec(text)?.[1] : undefined;
    return call(new RegExp(`^${init ?? callee}$`)) ?? outerCall(source, all);
  }
  const [, literal] = /^(?:invalid literal for (\w+)\(\)|could not convert string to float)/.exec(text) ?? [];
  if (/^invalid literal|^could not convert/.test(text)) return call(new RegExp(`^${literal ?? 'float'}$`)) ?? outerCall(source, all);
  if (type === 'FileNotFoundError') return call(/^open$/) ?? outerCall(source, all);
  return outerCall(source, all) ?? undefined;
} // prettier-ignore

function outerCall(source: Source, all: readonly SyntaxNode[]): SyntaxNode | undefined {
  const calls = all.filter(isCall);
  return calls.find((node) => calleeName(source, node) !== 'print') ?? calls[0];
}

const comparison = (all: readonly SyntaxNode[]): SyntaxNode | undefined =>
  all.find((node) => node.name === 'BinaryExpression' && node.getChild('CompareOp'));

function concatenation(source: Source, all: readonly SyntaxNode[], text: string): SyntaxNode | undefined {
  const sums = all.filter((node) => operatorOf(source, node)?.text === '+');
  const [, wrong] = /not "(\w+)"/.exec(text) ?? [];
  const fits = (node: SyntaxNode): boolean => {
    const right = node.lastChild;
    if (!right) return false;
    if (wrong === 'int' || wrong === 'float') return right.name === 'Number';
    return wrong === 'NoneType' && right.name === 'None';
  };
  // The innermost is what happens first; a literal of the wrong type says which it was.
  return sums.find(fits) ?? sums.at(-1);
}

/** The names on the left of an assignment. */
function targets(statement: SyntaxNode): Range | undefined {
  const children = childrenOf(statement);
  if (statement.name === 'ForStatement') {
    const at = children.findIndex((child) => child.name === 'in');
    const [first, last] = [children[1], children[at - 1]];
    return first && last ? { from: first.from, to: last.to } : undefined;
  }
  const sign = children.findIndex((child) => child.name === 'AssignOp');
  const [first, last] = [children[0], children[sign - 1]];
  return first && last ? { from: first.from, to: last.to } : undefined;
}

function subscriptText(source: Source, node: SyntaxNode): string {
  const children = childrenOf(node);
  const open = children.findIndex((child) => child.name === '[');
  const [from, to] = [children[open]?.to ?? node.to, children.at(-1)?.from ?? node.to];
  return source.text.slice(from, to).trim();
}

function operatorOf(source: Source, node: SyntaxNode): { from: number; to: number; text: string } | undefined {
  if (node.name !== 'BinaryExpression') return undefined;
  const operator = childrenOf(node).find((child) => /^(?:ArithOp|BitOp|CompareOp)$/.test(child.name));
  return operator ? { from: operator.from, to: operator.to, text: textOf(source, operator) } : undefined;
} // prettier-ignore

function withAnchor(node: SyntaxNode | Range): Range {
  if (!('name' in node)) return node;
  const children = childrenOf(node);
  const operator = children.find((child) => /^(?:ArithOp|BitOp)$/.test(child.name));
  if (node.name === 'BinaryExpression' && operator)
    return { from: node.from, to: node.to, anchor: { from: operator.from, to: operator.to } };
  const bracket = children.find((child) => child.name === '[');
  if (node.name === 'MemberExpression' && bracket)
    return { from: node.from, to: node.to, anchor: { from: bracket.from, to: node.to } };
  const list = node.name === 'CallExpression' ? node.getChild('ArgList') : null;
  const range = { from: node.from, to: node.to };
  return list ? { ...range, brackets: { from: list.from, to: node.to }, isWhole: isWhole(node) } : range;
}

/** `return f(…)` with a plain name, `x = …(…)` */
function isWhole(call: SyntaxNode): boolean {
  const { parent } = call;
  if (parent?.lastChild?.from !== call.from) return false;
  if (parent.name === 'ReturnStatement') return call.firstChild?.name === 'VariableName';
  return parent.name === 'AssignStatement' && !parent.getChild('TypeDef');
}
