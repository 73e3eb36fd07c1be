import { calleeBefore, indexAt, tokenAt } from './source-words.ts';

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
  [/^cannot read property 'Symbol\.iterator' of (null|undefined)$/, ([, what]) => `${what} is not iterable`],
  [/^cannot read property '(.*)' of (null|undefined)$/s, ([, key, what]) => `Cannot read properties of ${what} (reading '${key}')`],
  [/^cannot set property '(.*)' of (null|undefined)$/s, ([, key, what]) => `Cannot set properties of ${what} (setting '${key}')`],
  [/^cannot read property of (null|undefined)$/, ([, what], place) => `Cannot read properties of ${what} (reading '${indexAt(place)}')`],
  [/^not a function$/, (_, place) => `${of(place, calleeBefore, 'object')} is not a function`],
  [/^not a constructor$/, (_, place) => `${of(place, calleeBefore, 'object')} is not a constructor`],
  [/^value is not iterable$/, () => 'object is not iterable (cannot read property Symbol(Symbol.iterator))'],
  [/^class constructors must be invoked with 'new'$/, () => "Class constructor cannot be invoked without 'new'"],
  [/^this is not initialized$/, () => "Must call super constructor in derived class before accessing 'this' or returning from derived constructor"],
  [/^(\S+) is not initialized$/, ([, name]) => `Cannot access '${name}' before initialization`],
  [/^invalid 'instanceof' right operand$/, () => "Right-hand side of 'instanceof' is not callable"],
  [/^invalid 'in' operand$/, () => "Cannot use 'in' operator to search for a key in a value that is not an object"],
  [/^cannot convert bigint to number$/, () => 'Cannot mix BigInt and other types, use explicit conversions'],
  [/^cannot convert symbol to (number|string)$/, ([, what]) => `Cannot convert a Symbol value to a ${what}`],
  [/^cannot convert to object$/, () => 'Cannot convert undefined or null to object'],
  [/^circular reference$/, () => "Converting circular structure to JSON\n    --> starting at object with constructor 'Object'\n    --- property closes the circle"],
  [/^object is not extensible$/, () => 'Cannot add property, object is not extensible'],
  [/^private class field '(.*)' does not exist$/, ([, name]) => `Cannot read private member ${name} from an object whose class did not declare it`],
  [/^invalid array length$/, () => 'Invalid array length'],
  [/^invalid repeat count$/, () => 'Invalid count value'],
  [/^expecting hex digit$/, () => 'URI malformed'],
  [/^empty array$/, () => 'Reduce of empty array with no initial value'],
  [/^stack overflow$/, () => 'Maximum call stack size exceeded'],
  [/^cannot convert to BigInt: not an integer$/, () => 'The number cannot be converted to a BigInt because it is not an integer'],
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

/** The message as V8 words it. @see messages of V8, message-template.h (facts only) */
export function v8Message(name: string, message: string, place: Place | undefined): string {
  if (name === 'SyntaxError') return applyRules(SYNTAX, message, place);
  if (name === 'TypeError' && /^'.+' is read-only$/.test(message)) return readOnly(message, place);
  return applyRules(RULES, message, place);
}

function applyRules(rules: readonly Rule[], message: string, place: Place | undefined): string {
  for (const [pattern, words] of rules) {
    const match = pattern.exec(message);
    if (match) return words(match, place);
  }
  return message;
}

function readOnly(message: string, place: Place | undefined): string {
  const name = /^'(.+)' is/.exec(message)?.[1] ?? '';
  const isProperty = place && /[.\]]\s*$/.test(place.text.slice(0, place.column - 1));
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
