import { escapeRegExp, posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import type { TestExpression, Word } from 'unbash';
import { hasWildcard, patternToRegExp, unescapePattern } from '../expand/pattern.ts';
import { drive, type Maybe, type Steps } from '../maybe.ts';
import { quoteTraced, UNSET } from '../variables.ts';
import { binaryTest, unaryTest } from '../builtins/test-operators.ts';
import type { Interpreter } from './interpreter.ts';
import { traces, traceSteps } from './trace.ts';

/** `[[ … ]]` */
export function runTest(shell: Interpreter, expression: TestExpression): Maybe<boolean> {
  return drive(testSteps(shell, expression));
}

function* testSteps(shell: Interpreter, expression: TestExpression): Steps<boolean> {
  switch (expression.type) {
    case 'TestGroup':
      return yield* testSteps(shell, expression.expression);
    case 'TestNot':
      return (yield* testSteps(shell, expression.operand)) !== (expression.negations.length % 2 === 1);
    case 'TestLogical': {
      const all = expression.operator === '&&';
      for (const operand of expression.operands) if ((yield* testSteps(shell, operand)) !== all) return !all;
      return all;
    }
    case 'TestUnary':
      return yield* unarySteps(shell, expression.operator, expression.operand);
    case 'TestBinary':
      return yield* binarySteps(shell, expression);
  }
}

function* unarySteps(shell: Interpreter, operator: string, operand: Word): Steps<boolean> {
  const text = yield* shell.expander.textSteps(operand);
  if (traces(shell)) yield* traceSteps(shell, `[[ ${operator} ${quoteTraced(text)} ]]`);
  return unaryTest(shell, operator, text);
}

function* binarySteps(
  shell: Interpreter,
  { operator, left: first, right: second }: Extract<TestExpression, { type: 'TestBinary' }>,
): Steps<boolean> {
  const { expander, state } = shell;
  const left = yield* expander.textSteps(first);
  if (operator === '=' || operator === '==' || operator === '!=') {
    const pattern = yield* expander.patternSteps(second);
    if (traces(shell)) yield* traceSteps(shell, `[[ ${quoteTraced(left)} ${operator} ${pattern || "''"} ]]`);
    const ignoreCase = state.shopts.has('nocasematch');
    const equal =
      hasWildcard(pattern) || ignoreCase
        ? patternToRegExp(pattern, { ignoreCase }).test(left)
        : unescapePattern(pattern) === left;
    return equal === (operator !== '!=');
  }
  if (operator === '=~') {
    const source = yield* regExpSource(shell, second);
    if (traces(shell)) yield* traceSteps(shell, `[[ ${quoteTraced(left)} =~ ${source} ]]`);
    return matchRegExp(shell, left, source);
  }
  const right = yield* expander.textSteps(second);
  if (traces(shell)) yield* traceSteps(shell, `[[ ${quoteTraced(left)} ${operator} ${quoteTraced(right)} ]]`);
  if (!/^-(eq|ne|lt|le|gt|ge)$/.test(operator)) return binaryTest(shell, left, operator, right);
  const [a, b] = [left, right].map((text) => expander.arithmetic(text, 'command', '[[: '));
  return binaryTest(shell, String(a), operator, String(b));
}

/** What is quoted in a regular expression is literal; what an expansion gives is not. */
function* regExpSource(shell: Interpreter, word: Word): Steps<string> {
  let source = '';
  for (const part of word.parts ?? []) {
    if (part.type === 'Literal') source += unquoteRegExp(part.text);
    else {
      const text = yield* shell.expander.textSteps({ ...word, parts: [part] });
      source += QUOTED.has(part.type) ? escapeRegExp(text) : text;
    }
  }
  return word.parts ? source : unquoteRegExp(word.text);
}

const QUOTED = new Set(['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'LocaleString']);

/** Without the backslashes of the shell: one in front of a letter quotes it, and a letter stands for itself anyway. */
function unquoteRegExp(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, char: string) => escapeRegExp(char));
}

function matchRegExp(shell: Interpreter, text: string, source: string): boolean {
  const { state } = shell;
  let match: RegExpExecArray | null;
  try {
    const flags = state.shopts.has('nocasematch') ? 'i' : '';
    match = posixRegExp(source, { extended: true, flags }).exec(text);
  } catch {
    throw new TestFailure();
  }
  const groups = (match ? [...match] : []).map((group, index) => [index, group ?? ''] as const);
  state.variables.set('BASH_REMATCH', { ...UNSET, indexed: new Map(groups) });
  return match !== null;
}

/** The regular expression is wrong: the command's status is 2, silently. */
export class TestFailure extends Error {}
