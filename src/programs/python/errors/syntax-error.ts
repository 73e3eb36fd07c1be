import { tableOf } from '../../../lib/table.ts';
import { parser } from '@lezer/python';

/** Why a source can't be compiled, where that can be told. */
export interface SyntaxProblem {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly text: string;
  readonly line: number;
  /** Column from 0; none where CPython shows no caret. */
  readonly from: number | undefined;
  readonly to: number;
}

interface Token {
  readonly kind: 'open' | 'close' | 'text' | 'newline';
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Looks for what is usually wrong, in CPython's words. Simplified: a source may be wrong in ways that are not known here; then it is `invalid syntax`
 * where the grammar first fails.
 * @param line where MicroPython gave up
 */
export function findSyntaxProblem(source: string, line: number, type: SyntaxProblem['type'], text: string): SyntaxProblem {
  const lines = source.split('\n');
  const tokens = tokenize(source.endsWith('\n') ? source : `${source}\n`);
  if ('text' in tokens) return tokens;
  return (
    brackets(tokens) ??
    missingColon(lines, tokens) ??
    indentation(lines, tokens) ??
    atFirstError(source, line, type, text)
  );
} // prettier-ignore

/** Brackets and ends of lines outside of texts; or what is wrong with a text. */
function tokenize(source: string): Token[] | SyntaxProblem {
  const tokens: Token[] = [];
  let line = 1;
  let start = 0;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    const column = at - start;
    if (char === '#') {
      while (at + 1 < source.length && source[at + 1] !== '\n') at++;
    } else if (char === '"' || char === "'") {
      const quote = source.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
      const end = endOfText(source, at + quote.length, quote);
      if (end === undefined) return unterminated(quote, line, column, source);
      for (let next = source.indexOf('\n', at); next >= 0 && next < end; next = source.indexOf('\n', next + 1)) {
        line++;
        start = next + 1;
      }
      at = end - 1;
    } else if ('([{'.includes(char)) {
      depth++;
      tokens.push({ kind: 'open', text: char, line, column });
    } else if (')]}'.includes(char)) {
      depth--;
      tokens.push({ kind: 'close', text: char, line, column });
    } else if (char === '\\' && source[at + 1] === '\n') {
      at++;
      line++;
      start = at + 1;
    } else if (char === '\n') {
      if (depth <= 0) tokens.push({ kind: 'newline', text: '', line, column });
      line++;
      start = at + 1;
    }
  }
  return tokens;
} // prettier-ignore

function endOfText(source: string, from: number, quote: string): number | undefined {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (source[at] === '\n' && quote.length === 1) return undefined;
  }
  return undefined;
}

function unterminated(quote: string, line: number, column: number, source: string): SyntaxProblem {
  const lines = source.split('\n');
  const last = quote.length === 3 ? lines.length - (lines.at(-1) === '' ? 1 : 0) : line;
  const kind = quote.length === 3 ? 'triple-quoted string' : 'string';
  const prefix = /[A-Za-z]*$/.exec((lines[line - 1] ?? '').slice(0, column))?.[0].length ?? 0;
  const what = /f/i.test((lines[line - 1] ?? '').slice(column - prefix, column)) ? kind.replace('string', 'f-string literal') : `${kind} literal`;
  return { type: 'SyntaxError', text: `unterminated ${what} (detected at line ${last})`, line, from: column - prefix, to: column - prefix + 1 };
} // prettier-ignore

const PAIRS: Readonly<Record<string, string>> = tableOf({ '(': ')', '[': ']', '{': '}' });

function brackets(tokens: readonly Token[]): SyntaxProblem | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind !== 'close') continue;
    const last = open.pop();
    const at = { type: 'SyntaxError' as const, line: token.line, from: token.column, to: token.column + 1 };
    if (!last) return { ...at, text: `unmatched '${token.text}'` };
    if (PAIRS[last.text] !== token.text) {
      const where = last.line === token.line ? '' : ` on line ${last.line}`;
      return { ...at, text: `closing parenthesis '${token.text}' does not match opening parenthesis '${last.text}'${where}` };
    }
  }
  const left = open.at(-1);
  return left && { type: 'SyntaxError', text: `'${left.text}' was never closed`, line: left.line, from: left.column, to: left.column + 1 };
} // prettier-ignore

const COMPOUND =
  /^(?:if|elif|else|for|while|def|class|try|except|finally|with|async def|async for|async with)\b/;

/** Lines that begin a statement, with their number; those within brackets and texts go on with one. */
function logicalLines(lines: readonly string[], tokens: readonly Token[]): { text: string; first: number; last: number }[] {
  const ends = tokens.filter(({ kind }) => kind === 'newline').map(({ line }) => line);
  let first = 1;
  return ends.map((last) => {
    const one = { text: lines.slice(first - 1, last).join('\n'), first, last };
    first = last + 1;
    return one;
  });
} // prettier-ignore

const withoutComment = (text: string): string => text.replace(/\s*#[^'"]*$/, '').trimEnd();

function missingColon(lines: readonly string[], tokens: readonly Token[]): SyntaxProblem | undefined {
  for (const { text, last } of logicalLines(lines, tokens)) {
    const code = withoutComment(text);
    if (!COMPOUND.test(code.trim()) || code.includes(':')) continue;
    const at = withoutComment(lines[last - 1] ?? '').length;
    return { type: 'SyntaxError', text: "expected ':'", line: last, from: at, to: at + 1 };
  }
  return undefined;
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:async )?def\b/, 'function definition'], [/^class\b/, 'class definition'], [/^(?:async )?for\b/, "'for' statement"],
  [/^(?:async )?with\b/, "'with' statement"], [/^(if|elif|else|while|try|except|finally)\b/, "'$1' statement"],
]; // prettier-ignore

function indentation(lines: readonly string[], tokens: readonly Token[]): SyntaxProblem | undefined {
  const levels = [0];
  let opened: { text: string; line: number } | undefined;
  for (const { text, first } of logicalLines(lines, tokens)) {
    const code = withoutComment(text);
    if (code.trim() === '') continue;
    const width = code.length - code.trimStart().length;
    const top = levels.at(-1) ?? 0;
    const word = code.trim();
    const problem = { type: 'IndentationError' as const, line: first };
    if (opened && width <= top) {
      const [pattern, name] = KINDS.find(([one]) => one.test(opened?.text ?? '')) ?? [];
      const after = pattern ? (pattern.exec(opened.text)?.[0] ?? '').replace(pattern, name ?? '') : '';
      return { ...problem, text: `expected an indented block after ${after} on line ${opened.line}`, from: width, to: width + 1 };
    }
    if (opened) levels.push(width);
    else if (width > top) return { ...problem, text: 'unexpected indent', from: undefined, to: 0 };
    while (!opened && width < (levels.at(-1) ?? 0)) levels.pop();
    if (!opened && width !== levels.at(-1))
      return { ...problem, text: 'unindent does not match any outer indentation level', from: code.length, to: code.length + 1 };
    opened = COMPOUND.test(word) && word.endsWith(':') ? { text: word, line: first } : undefined;
  }
  return undefined;
} // prettier-ignore

/** Where the grammar first fails. */
function atFirstError(
  source: string,
  line: number,
  type: SyntaxProblem['type'],
  text: string,
): SyntaxProblem {
  let at: number | undefined;
  parser.parse(source).iterate({
    enter: (node) => {
      if (node.type.isError) at ??= node.from;
    },
  });
  const lines = source.split('\n');
  if (at === undefined) return { type, text, line, from: undefined, to: 0 };
  const before = source.slice(0, at).split('\n');
  const column = before.at(-1)?.length ?? 0;
  const rest = (lines[before.length - 1] ?? '').slice(column);
  const gap = rest.length - rest.trimStart().length;
  const token = /^(?:\w+|\S)/.exec(rest.trim())?.[0] ?? '';
  return {
    type,
    text,
    line: before.length,
    from: column + gap,
    to: column + gap + Math.max(1, token.length),
  };
}

/** As the last lines of a traceback show it. */
export function formatSyntaxProblem(path: string, source: string, problem: SyntaxProblem): string {
  const text = source.split('\n')[problem.line - 1] ?? '';
  const indentation = text.length - text.trimStart().length;
  const { from, to } = problem;
  const carets = from === undefined ? '' : `    ${' '.repeat(Math.max(0, from - indentation))}${'^'.repeat(Math.max(1, to - from))}\n`;
  const code = text.trim() === '' ? '' : `    ${text.trim()}\n${carets}`;
  return `  File "${path}", line ${problem.line}\n${code}${problem.type}: ${problem.text}\n`;
} // prettier-ignore
