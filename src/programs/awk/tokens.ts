import { tableOf } from '../../lib/table.ts';

/** A piece of an awk program. */
export interface Token {
  readonly kind:
    | 'number'
    | 'string'
    | 'regexp'
    | 'name'
    | 'function-name'
    | 'builtin'
    | 'keyword'
    | 'operator'
    | 'newline'
    | 'end';
  readonly text: string;
  readonly line: number;
}

/**
 * A slash inside of brackets is no end, and a `]` that comes first in them is one of theirs if another one closes them. No text can be read in two ways: with
 * several there would be a power of them.
 */
const REGEXP =
  /^\/((?:\[\^?\](?:(?:\[:\w+:\]|\[(?!:\w+:\])|[^\][\n])*\]|(?![^\n]*\]))|\[\^?(?!\])(?:\[:\w+:\]|\[(?!:\w+:\])|[^\][\n])*\]|\\[^\n]|[^/\\\n[])*)\//;

/** The program can't be read. */
export class AwkSyntaxError extends Error {
  readonly line: number;
  readonly near: string;

  constructor(line: number, near: string, message = `syntax error at or near ${near}`) {
    super(message);
    this.name = 'AwkSyntaxError';
    this.line = line;
    this.near = near;
  }
}

const KEYWORDS = new Set([
  'BEGIN', 'END', 'function', 'func', 'if', 'else', 'while', 'for', 'do', 'break', 'continue', 'next', 'nextfile', 'exit', 'return', 'delete', 'in', 'getline', 'print', 'printf',
]); // prettier-ignore

/** Functions of the language itself. */
export const BUILTINS: ReadonlySet<string> = new Set([
  'length', 'substr', 'index', 'split', 'sub', 'gsub', 'gensub', 'match', 'sprintf', 'sin', 'cos', 'atan2', 'exp', 'log', 'sqrt', 'int', 'rand', 'srand', 'tolower', 'toupper',
  'system', 'close', 'fflush', 'systime', 'strftime', 'and', 'or', 'xor', 'lshift', 'rshift', 'compl', 'strtonum',
]); // prettier-ignore

const OPERATORS = [
  '**=', '&&', '||', '++', '--', '+=', '-=', '*=', '/=', '%=', '^=', '==', '<=', '>=', '!=', '!~', '>>', '**',
  '{', '}', '(', ')', '[', ']', ';', ',', '+', '-', '*', '/', '%', '^', '!', '>', '<', '|', '?', ':', '~', '$', '=',
]; // prettier-ignore

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  '/': '/',
});

/** Resolves the escapes of a string literal, and of `-v` and operand assignments. */
export function unescapeAwk(text: string): string {
  return text.replace(/\\([0-7]{1,3}|\n|[^])/g, (_, escape: string) => {
    if (escape === '\n') return '';
    if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
    return ESCAPES[escape] ?? `\\${escape}`;
  });
}

/** Splits a program. A `/` begins a regular expression where no value stands before it. @throws AwkSyntaxError */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  const push = (kind: Token['kind'], text: string): void => void tokens.push({ kind, text, line });
  while (at < source.length) {
    const rest = source.slice(at);
    const blank = /^(?:[ \t\r]|\\\r?\n|#.*)+/.exec(rest)?.[0];
    if (blank !== undefined) {
      line += blank.split('\n').length - 1;
      at += blank.length;
      continue;
    }
    if (rest.startsWith('\n')) {
      push('newline', '\n');
      line++;
      at++;
      continue;
    }
    const length = readToken(rest, tokens, push, line);
    at += length;
  }
  push('newline', '\n');
  line++;
  push('end', 'end of file');
  return tokens;
}

function readToken(
  rest: string,
  tokens: readonly Token[],
  push: (kind: Token['kind'], text: string) => void,
  line: number,
): number {
  const number = /^(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/.exec(rest)?.[0];
  if (number !== undefined) {
    push('number', number);
    return number.length;
  }
  const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
  if (name !== undefined) {
    if (KEYWORDS.has(name)) push('keyword', name === 'func' ? 'function' : name);
    else if (BUILTINS.has(name)) push('builtin', name);
    else push(rest[name.length] === '(' ? 'function-name' : 'name', name);
    return name.length;
  }
  if (rest.startsWith('"')) {
    const text = /^"((?:[^"\\\n]|\\[^])*)"/.exec(rest);
    if (!text) throw new AwkSyntaxError(line, rest.split('\n')[0] ?? '');
    push('string', unescapeAwk(text[1] ?? ''));
    return text[0].length;
  }
  if (rest.startsWith('/') && !afterValue(tokens.at(-1))) {
    const text = REGEXP.exec(rest);
    if (!text) throw new AwkSyntaxError(line, rest.split('\n')[0] ?? '');
    push('regexp', (text[1] ?? '').replace(/\\\//g, '/'));
    return text[0].length;
  }
  const operator = OPERATORS.find((candidate) => rest.startsWith(candidate));
  if (operator === undefined) throw new AwkSyntaxError(line, rest[0] ?? '');
  push('operator', operator === '**' ? '^' : operator === '**=' ? '^=' : operator);
  return operator.length;
}

function afterValue(token: Token | undefined): boolean {
  if (!token) return false;
  if (['number', 'string', 'name', 'builtin'].includes(token.kind)) return true;
  return token.kind === 'operator' && [')', ']', '$', '++', '--'].includes(token.text);
}
