import { tableOf } from '../../../lib/table.ts';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, elementsOf } from '../transform/rewriter.ts';
import type { Frame } from './frames.ts';
import { calleeName } from './locate.ts';
import { signaturesOf, type Signature } from './signatures.ts';
import type { PythonVersion } from '../versions.ts';
import { descendants, expressionsOf, statementAt, textOf, type Source } from './sources.ts';

/** Operators by the method that MicroPython names. */
const OPERATORS: Readonly<Record<string, string>> = tableOf({
  add: '+', sub: '-', mul: '*', truediv: '/', floordiv: '//', mod: '%', pow: '** or pow()', matmul: '@', and: '&', or: '|', xor: '^', lshift: '<<',
  rshift: '>>', neg: '-', pos: '+', invert: '~', lt: '<', gt: '>', le: '<=', ge: '>=',
}); // prettier-ignore
const COMPARISON = /^__(?:lt|gt|le|ge)__$/;

/** Completes a message with names that MicroPython does not know at run time, so that it is CPython's. */
export function explain(message: string, frames: readonly Frame[], version: PythonVersion, find: (path: string) => Source | undefined): string {
  const [, method, ...types] = /^(?:unsupported operand type\(s\) for|bad operand type for unary) (__\w+__): '(.*?)'(?: and '(.*)')?$/.exec(message) ?? [];
  if (method) return operands(method, types[0] ?? '', types[1]);
  const frame = frames.at(-1);
  const source = frame && find(frame.path);
  const line = source?.lineOf(frame?.line ?? 0) ?? 0;
  const statement = source && statementAt(source, line);
  if (!source || !statement) return plain(message);
  const all = expressionsOf(source, statement, line, frame?.name ?? '');
  const counted = /^not enough values to unpack \(got (\d+)\)$/.exec(message);
  if (counted) return unpacking(statement, counted[1] ?? '', source);
  if (/ object is not iterable$/.test(message)) return iteration(message, statement);
  if (message === 'local variable referenced before assignment') return unbound(source, statement, all);
  if (message === 'arg is an empty sequence') {
    const call = all.find((node) => node.name === 'CallExpression' && /^(?:max|min)$/.test(calleeName(source, node)));
    return `${call ? calleeName(source, call) : 'max'}() iterable argument is empty`;
  }
  if (message === "can't set attribute") return readOnly(source, statement);
  if (message === 'division by zero') return division(source, all);
  if (message.startsWith('cannot import name ')) return importing(message, source, statement, version, find);
  if (message.startsWith('int() argument must be ')) return numberFormat(message, source, all);
  return callProblem(message, all, source, find) ?? plain(message);
} // prettier-ignore

/** As much as can be said without the source. */
function plain(message: string): string {
  return message.replace(/^unexpected/, 'function got an unexpected');
}

function operands(method: string, left: string, right: string | undefined): string {
  const inPlace = /^__i(?=add|sub|mul|truediv|floordiv|mod|pow|and|or|xor|lshift|rshift)/.test(method);
  const name = method.slice(inPlace ? 3 : 2, -2);
  if (method === '__hash__') return `unhashable type: '${left}'`;
  if (method === '__abs__') return `bad operand type for abs(): '${left}'`;
  if (method === '__contains__') return `argument of type '${left}' is not iterable`;
  if (right === undefined) return `bad operand type for unary ${OPERATORS[name] ?? method}: '${left}'`;
  if (COMPARISON.test(method)) return `'${OPERATORS[name]}' not supported between instances of '${left}' and '${right}'`;
  const sequences = ['str', 'list', 'tuple', 'bytes'];
  if (name === 'add' && left === 'bytes') return `can't concat ${right} to bytes`;
  if (method === '__iadd__' && left === 'list') return `'${right}' object is not iterable`;
  if (name === 'add' && sequences.includes(left)) return `can only concatenate ${left} (not "${right}") to ${left}`;
  if (name === 'mul' && sequences.includes(left)) return `can't multiply sequence by non-int of type '${right}'`;
  if (name === 'mul' && sequences.includes(right)) return `can't multiply sequence by non-int of type '${left}'`;
  const operator = OPERATORS[name] ?? method;
  return `unsupported operand type(s) for ${inPlace ? `${operator.replace(/ or pow\(\)$/, '')}=` : operator}: '${left}' and '${right}'`;
} // prettier-ignore

/** What stands left of `=` or between `for` and `in`. */
function targetsOf(statement: SyntaxNode): SyntaxNode[][] {
  const children = childrenOf(statement);
  const isFor = statement.name === 'ForStatement';
  const end = children.findIndex((child) => child.name === (isFor ? 'in' : 'AssignOp'));
  if (end < 0) return [];
  const targets = children.slice(isFor ? 1 : 0, end);
  const only = targets.length === 1 ? targets[0] : undefined;
  if (only && /^(?:Tuple|Array)Expression$/.test(only.name)) return elementsOf(childrenOf(only).slice(1, -1));
  return elementsOf(targets);
}

function unpacking(statement: SyntaxNode, got: string, source: Source): string {
  const targets = targetsOf(statement);
  const starred = targets.some(([first]) => first && textOf(source, first).startsWith('*'));
  const expected = starred ? `at least ${targets.length - 1}` : String(targets.length || Number(got) + 1);
  return `not enough values to unpack (expected ${expected}, got ${got})`;
}

function iteration(message: string, statement: SyntaxNode): string {
  const unpacked = statement.name === 'AssignStatement' && targetsOf(statement).length > 1;
  return unpacked ? message.replace(/^'(.*)' object is not iterable$/, 'cannot unpack non-iterable $1 object') : message;
} // prettier-ignore

/** The first name that the statement reads and the function gives a value elsewhere. */
function unbound(source: Source, statement: SyntaxNode, all: readonly SyntaxNode[]): string {
  let scope: SyntaxNode | null = statement;
  while (scope && scope.name !== 'FunctionDefinition') scope = scope.parent;
  const assigned = new Set<string>();
  for (const node of scope ? descendants(scope) : [])
    if (/^(?:Assign|Update|For|With)Statement$/.test(node.name))
      for (const child of childrenOf(node)) {
        if (/^(?:AssignOp|UpdateOp|in)$/.test(child.name)) break;
        if (child.name === 'VariableName') assigned.add(textOf(source, child));
      }
  const sign = childrenOf(statement).find((child) => child.name === 'AssignOp');
  const read = all.find((node) => node.name === 'VariableName' && assigned.has(textOf(source, node)) && (!sign || node.from > sign.from));
  const name = read ? textOf(source, read) : '';
  return `cannot access local variable '${name}' where it is not associated with a value`;
} // prettier-ignore

function readOnly(source: Source, statement: SyntaxNode): string {
  const target = statement.firstChild;
  const name = target?.lastChild ? textOf(source, target.lastChild) : '';
  for (const node of descendants(source.tree.topNode)) {
    if (node.name !== 'DecoratedStatement') continue;
    const definition = node.getChild('FunctionDefinition')?.getChild('VariableName');
    let owner: SyntaxNode | null = node;
    while (owner && owner.name !== 'ClassDefinition') owner = owner.parent;
    const owned = owner?.getChild('VariableName');
    if (definition && owned && textOf(source, definition) === name)
      return `property '${name}' of '${textOf(source, owned)}' object has no setter`;
  }
  return "can't set attribute";
}

/** Whole numbers have words of their own. */
function division(source: Source, all: readonly SyntaxNode[]): string {
  const signs = all.filter((node) => node.name === 'ArithOp' || node.name === 'UpdateOp').map((node) => textOf(source, node));
  if (signs.some((sign) => /^\/=?$/.test(sign))) return 'division by zero';
  if (signs.some((sign) => /^\/\/=?$/.test(sign)) || all.some((node) => node.name === 'CallExpression' && calleeName(source, node) === 'divmod'))
    return 'integer division or modulo by zero';
  return signs.some((sign) => /^%=?$/.test(sign)) ? 'integer modulo by zero' : 'division by zero';
} // prettier-ignore

function importing(message: string, source: Source, statement: SyntaxNode, { library }: PythonVersion, find: (path: string) => Source | undefined): string {
  const [, module] = /^from\s+([\w.]+)\s+import/.exec(textOf(source, statement)) ?? [];
  if (module === undefined || message.includes(' from ')) return message;
  const folder = `${library}/${module.replaceAll('.', '/')}`;
  const path = IN_C.test(module) ? undefined : [`${folder}.py`, `${folder}/__init__.py`].find((one) => find(one));
  return `${message} from '${module}' (${path ?? 'unknown location'})`;
} // prettier-ignore

/** Modules that CPython has no file of. */
const IN_C = /^(?:itertools|math|time|binascii|sys|builtins|gc|errno)$/;

/** `'%d' % 'x'` */
function numberFormat(message: string, source: Source, all: readonly SyntaxNode[]): string {
  const [, type = ''] = /not '(.*)'$/.exec(message) ?? [];
  if (all.some((node) => node.name === 'CallExpression' && calleeName(source, node) === 'int')) return message;
  const formatted = all.find((node) => node.name === 'BinaryExpression' && /String/.test(node.firstChild?.name ?? ''));
  const [letter] = formatted ? (/%[-+ 0#]*[\d.]*([diouxX])/.exec(textOf(source, formatted))?.slice(1) ?? []) : [];
  return letter ? `%${letter} format: a real number is required, not ${type}` : message;
} // prettier-ignore

/** A call that does not fit the function: which parameter is missing, or how many there are. */
function callProblem(message: string, all: readonly SyntaxNode[], source: Source, find: (path: string) => Source | undefined): string | undefined {
  const [, named, given] = /^(?:([\w<>]+)\(\)|function) takes \d+ positional arguments but (\d+) were given$/.exec(message) ?? [];
  const [, keyword] = /(?:unexpected keyword argument|multiple values for argument|required keyword argument) '(.*)'$/.exec(message) ?? [];
  const missing = /^function missing /.test(message);
  if (given === undefined && keyword === undefined && !missing) return undefined;
  const everyCall = all.filter((node) => node.name === 'CallExpression');
  const withKeyword = everyCall.filter((call) =>
    elementsOf(childrenOf(call.getChild('ArgList') ?? call)).some(([, sign], index, list) =>
      sign?.name === 'AssignOp' && list[index]?.some((part) => part.name === 'VariableName' && textOf(source, part) === keyword)));
  const calls = withKeyword.length > 0 ? withKeyword : everyCall;
  for (const call of calls) {
    for (const signature of signaturesOf(calleeName(source, call), source, find)) {
      if (named !== undefined && signature.name !== named) continue;
      const told = describe(signature, call, message, source, given, keyword);
      if (told) return told;
    }
  }
  // A function that has another name where it is called: in a variable or a parameter.
  if (named !== undefined)
    for (const signature of signaturesOf(named, source, find)) {
      const told = describe(signature, undefined, message, source, given, keyword);
      if (told) return told;
    }
  const only = calls.find((call) => calleeName(source, call) !== 'print');
  return only && keyword !== undefined && /unexpected/.test(message)
    ? `${calleeName(source, only)}() got an unexpected keyword argument '${keyword}'`
    : undefined;
} // prettier-ignore

function describe(signature: Signature, call: SyntaxNode | undefined, message: string, source: Source, given: string | undefined, keyword: string | undefined): string | undefined {
  const { qualifiedName, positional, keywordOnly, bound } = signature;
  const list = call?.getChild('ArgList');
  const passed = list ? elementsOf(childrenOf(list).slice(1, -1)) : [];
  const keywords = passed.filter(([, sign]) => sign?.name === 'AssignOp').map(([name]) => (name ? textOf(source, name) : ''));
  if (/unexpected/.test(message)) return unexpected(signature, keyword ?? '', keywords);
  if (/multiple values/.test(message)) return `${qualifiedName}() got multiple values for argument '${keyword}'`;
  const count = given === undefined ? passed.length - keywords.length + (bound ? 1 : 0) : Number(given);
  const lacking = positional.filter((one, index) => index >= count && !one.optional && !keywords.includes(one.name));
  if (lacking.length > 0) return `${qualifiedName}() missing ${lacking.length} required positional argument${lacking.length > 1 ? 's' : ''}: ${listed(lacking.map(({ name }) => name))}`;
  const wanted = keywordOnly.filter((one) => !one.optional && !keywords.includes(one.name));
  if (wanted.length > 0 && given === undefined)
    return `${qualifiedName}() missing ${wanted.length} required keyword-only argument${wanted.length > 1 ? 's' : ''}: ${listed(wanted.map(({ name }) => name))}`;
  if (given === undefined) return undefined;
  const least = positional.filter(({ optional }) => !optional).length;
  if (count >= least && count <= positional.length) return undefined;
  const takes = least === positional.length ? String(least) : `from ${least} to ${positional.length}`;
  return `${qualifiedName}() takes ${takes} positional argument${takes === '1' ? '' : 's'} but ${given} ${given === '1' ? 'was' : 'were'} given`;
} // prettier-ignore

function unexpected({ qualifiedName, positional }: Signature, keyword: string, keywords: readonly string[]): string {
  const given = positional.filter((one) => one.positionalOnly && (one.name === keyword || keywords.includes(one.name)));
  return given.length > 0
    ? `${qualifiedName}() got some positional-only arguments passed as keyword arguments: '${given.map(({ name }) => name).join(', ')}'`
    : `${qualifiedName}() got an unexpected keyword argument '${keyword}'`;
} // prettier-ignore

/** 'a', 'b', and 'c' */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
}
