import { argumentAt, calleeBefore, destructuredAt, indexAt, iteratedAt, tokenAt } from './source-words.ts';

/** Where an error happened, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The line's text. */
  readonly text: string;
}

type Rule = readonly [pattern: RegExp, words: (match: readonly string[], place: Place | undefined) => string];

const of = (place: Place | undefined, callee: (place: Place) => string, otherwise: string): string =>
  place ? callee(place) : otherwise;

/** QuickJS's words for what programs see often → V8's. What is not here stays as it is. */
const RULES: readonly Rule[] = [
  [/^'(.+)' is not defined$/, ([, name]) => `${name} is not defined`],
  [/^cannot read property 'Symbol\.iterator' of (null|undefined)$/, ([, what = ''], place) => notIterable(place, what)],
  [/^cannot read property '(.*)' of (null|undefined)$/s, ([, key, what]) => `Cannot read properties of ${what} (reading '${key}')`],
  [/^cannot set property '(.*)' of (null|undefined)$/s, ([, key, what]) => `Cannot set properties of ${what} (setting '${key}')`],
  [/^cannot read property of (null|undefined)$/, ([, what], place) => `Cannot read properties of ${what} (reading '${indexAt(place)}')`],
  [/^not a function$/, (_, place) => `${of(place, calleeBefore, 'object')} is not a function`],
  [/^not a constructor$/, (_, place) => `${of(place, calleeBefore, 'object')} is not a constructor`],
  [/^value is not iterable$/, (_, place) => notIterable(place, 'object')],
  [/^ is not a constructor$/, () => '(intermediate value) is not a constructor'],
  [/^class constructors must be invoked with 'new'$/, () => "Class constructor cannot be invoked without 'new'"],
  [/^this is not initialized$/, () => "Must call super constructor in derived class before accessing 'this' or returning from derived constructor"],
  [/^(\S+) is not initialized$/, ([, name]) => `Cannot access '${name}' before initialization`],
  [/^invalid 'instanceof' right operand$/, () => "Right-hand side of 'instanceof' is not callable"],
  [/^invalid 'in' operand$/, () => "Cannot use 'in' operator to search for a key in a value that is not an object"],
  [/^cannot convert bigint to number$/, () => 'Cannot mix BigInt and other types, use explicit conversions'],
  [/^cannot convert symbol to (number|string)$/, ([, what]) => `Cannot convert a Symbol value to a ${what}`],
  [/^operand 'prototype' property is not an object$/, () => "Function has non-object prototype 'undefined' in instanceof check"],
  [/^cannot convert to object$/, (_, place) => notDestructured(place)],
  [/^object is not extensible$/, (_, place) => `Cannot add property ${of(place, addedProperty, '')}, object is not extensible`.replace(' ,', ',')],
  [/^invalid number of digits$/, (_, place) => digitsWords(place)],
  [/^radix must be between 2 and 36$/, () => 'toString() radix must be between 2 and 36'],
  [/^string too long$/, () => 'Invalid string length'],
  [/^Date value is NaN$/, () => 'Invalid time value'],
  [/^invalid value used as Weak(Map|Set|Ref) (?:key|target)$|^invalid value used in WeakSet$/, ([, kind]) => (kind === 'Map' ? 'Invalid value used as weak map key' : 'Invalid value used in weak set')],
  [/^private class field '(.*)' does not exist$/, ([, name]) => `Cannot read private member ${name} from an object whose class did not declare it`],
  [/^invalid array length$/, () => 'Invalid array length'],
  [/^invalid repeat count$/, (_, place) => `Invalid count value: ${of(place, argumentAt, '')}`.replace(/: $/, '')],
  [/^expecting hex digit$/, () => 'URI malformed'],
  [/^empty array$/, () => 'Reduce of empty array with no initial value'],
  [/^stack overflow$/, () => 'Maximum call stack size exceeded'],
  [/^cannot convert to BigInt: not an integer$/, (_, place) => `The number ${of(place, argumentAt, '')} cannot be converted to a BigInt because it is not an integer`.replace('  ', ' ')],
]; // prettier-ignore

const SYNTAX: readonly Rule[] = [
  [/^unexpected token in expression: ''$/, () => 'Unexpected end of input'],
  [/^invalid redefinition of .*$|^redeclaration of .*$/, (_, place) => `Identifier '${of(place, redefined, '?')}' has already been declared`],
  [/^unexpected end of string$/, (_, place) => (place && /^`/.test(place.text.slice(place.column - 1)) ? 'Unterminated template literal' : 'Invalid or unexpected token')],
  [/^invalid number literal$/, () => 'Invalid or unexpected token'],
  [/^return not in a function$/, () => 'Illegal return statement'],
  [/^function name expected$/, () => 'Function statements require a function name'],
  [/^expecting '[,)]'$/, (_, place) => (place === undefined || isEnd(place) ? 'missing ) after argument list' : callWords(place))],
  [/^invalid property name$|^(?:unexpected token|expecting|missing).*$/i, (_, place) => of(place, unexpected, 'Unexpected token')],
  [/^import (?:declaration )?.*$/, () => 'Cannot use import statement outside a module'],
]; // prettier-ignore

/** The message as V8 words it; `native`: the function of the language that threw it. @see messages of V8, message-template.h (facts only) */
export function v8Message(name: string, message: string, place: Place | undefined, native?: string): string {
  if (name === 'SyntaxError' && place && /\bRegExp\s*$/.test(place.text.slice(0, place.column - 1)))
    return wrongPattern(message, place);
  if (native !== undefined && place) {
    if (message === 'not a function') return notCallable(native, place);
    if (message === 'not an object') return `${calleeBefore(place)} called on non-object`;
  }
  if (name === 'SyntaxError') return applyRules(SYNTAX, message, place);
  if (name === 'TypeError' && /^'.+' is read-only$/.test(message)) return readOnly(message, place);
  return applyRules(RULES, message, place);
}

/** A function of the language was handed something else. Simplified: V8 tells the value; here it is known where it is written out, and `undefined` otherwise. */
function notCallable(native: string, place: Place): string {
  if (native === 'Promise') return `Promise resolver ${argumentAt(place) || 'undefined'} is not a function`;
  if (/^(?:sort|toSorted)$/.test(native))
    return 'The comparison function must be either a function or undefined';
  return `${argumentAt(place) || 'undefined'} is not a function`;
}

function notIterable(place: Place | undefined, what: string): string {
  const name = place && iteratedAt(place);
  return name
    ? `${name} is not iterable`
    : `${what} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}

/** Simplified: V8 knows whether the value is null; here that is said only of a `null` that is written out. */
function notDestructured(place: Place | undefined): string {
  const taken = place && destructuredAt(place);
  if (!taken) return 'Cannot convert undefined or null to object';
  return `Cannot destructure property '${taken.property}' of '${taken.value}' as it is ${taken.value === 'null' ? 'null' : 'undefined'}.`;
}

const addedProperty = (place: Place): string =>
  /^\.?([\w$]+)\s*=/.exec(place.text.slice(place.column - 1))?.[1] ?? '';

function digitsWords(place: Place | undefined): string {
  const callee = of(place, calleeBefore, '').split('.').at(-1) ?? '';
  return callee === 'toPrecision'
    ? 'toPrecision() argument must be between 1 and 100'
    : `${callee}() ${callee === 'toFixed' ? 'digits ' : ''}argument must be between 0 and 100`;
}

const PATTERN_FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^expecting '\)'$/, 'Unterminated group'], [/^nothing to repeat$/, 'Nothing to repeat'], [/^extraneous characters at the end$/, 'Unmatched \')\''],
  [/^unexpected end$|^expecting '\]'$/, 'Unterminated character class'], [/^invalid group$|^invalid (?:lookbehind )?group/, 'Invalid group'],
  [/^invalid class range$/, 'Range out of order in character class'], [/^duplicate group name$/, 'Duplicate capture group name'],
]; // prettier-ignore

function wrongPattern(message: string, place: Place): string {
  const pattern = /^\(\s*(['"])(.*?)\1/.exec(place.text.slice(place.column - 1))?.[2];
  const fault = PATTERN_FAULTS.find(([words]) => words.test(message))?.[1] ?? message;
  return pattern === undefined ? `Invalid regular expression: ${fault}` : `Invalid regular expression: /${pattern}/: ${fault}`;
} // prettier-ignore

function applyRules(rules: readonly Rule[], message: string, place: Place | undefined): string {
  for (const [pattern, words] of rules) {
    const match = pattern.exec(message);
    if (match) return words(match, place);
  }
  return message;
}

function readOnly(message: string, place: Place | undefined): string {
  const name = /^'(.+)' is/.exec(message)?.[1] ?? '';
  const isProperty =
    place &&
    (/[.\]]\s*$/.test(place.text.slice(0, place.column - 1)) ||
      /^[.[]/.test(place.text.slice(place.column - 1)));
  const before = place?.text.slice(0, place.column - 1) ?? '';
  return isProperty || before.endsWith(`.${name}`) || /\)\s*\.$/.test(before)
    ? `Cannot assign to read only property '${name}' of object '#<Object>'`
    : 'Assignment to constant variable.';
}

function redefined(place: Place): string {
  const token = /^[\w$]+/.exec(place.text.slice(place.column - 1))?.[0];
  const before = /([\w$]+)\s*$/.exec(place.text.slice(0, place.column - 1))?.[1];
  return token ?? before ?? '?';
}

const isEnd = (place: Place | undefined): boolean =>
  place !== undefined && place.text.slice(place.column - 1).trim() === '';

function callWords(place: Place | undefined): string {
  const before = place?.text.slice(0, place.column - 1) ?? '';
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')');
  return opened ? 'missing ) after argument list' : of(place, unexpected, 'Unexpected token');
}

function unexpected(place: Place): string {
  if (/^\s*import\b(?!\s*\()/.test(place.text)) return 'Cannot use import statement outside a module';
  if (/^\s*export\b/.test(place.text)) return "Unexpected token 'export'";
  const token = tokenAt(place);
  if (token === '') return 'Unexpected end of input';
  if (/^['"]/.test(token)) return 'Unexpected string';
  if (token.startsWith('`')) return 'Unexpected template string';
  if (/^\d/.test(token)) return 'Unexpected number';
  if (KEYWORDS.has(token)) return `Unexpected token '${token}'`;
  if (/^[\w$]/.test(token)) {
    const before = place.text.slice(0, place.column - 1).trimEnd();
    if (/\bawait$/.test(before))
      return 'await is only valid in async functions and the top level bodies of modules';
    return `Unexpected identifier '${token}'`;
  }
  return `Unexpected token '${token}'`;
}

const KEYWORDS = new Set(
  'break case catch class const continue debugger default delete do else export extends finally for function if import in instanceof new return super switch this throw try typeof var void while with yield null true false'.split(
    ' ',
  ),
);
