import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
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

/** What is quoted in a regular expression is literal. */
function* regExpSource(shell: Interpreter, word: Word): Steps<string> {
  if (!word.parts) return word.text;
  const pattern = yield* shell.expander.patternSteps(word);
  return pattern.replace(/\\([\s\S])/g, (_, char: string) =>
    /[\\^$.|?*+()[\]{}]/.test(char) ? `\\${char}` : char,
  );
}

function matchRegExp(shell: Interpreter, text: string, source: string): boolean {
  const { state } = shell;
  let match: RegExpExecArray | null;
  try {
    match = boundedRegExp(toJavaScript(source), state.shopts.has('nocasematch') ? 'si' : 's', {
      longest: true,
    }).exec(text);
  } catch {
    throw new TestFailure();
  }
  const groups = (match ? [...match] : []).map((group, index) => [index, group ?? ''] as const);
  state.variables.set('BASH_REMATCH', { ...UNSET, indexed: new Map(groups) });
  return match !== null;
}

/** The regular expression is wrong: the command's status is 2, silently. */
export class TestFailure extends Error {}

function toJavaScript(source: string): string {
  return source.replace(/\[:(\w+):\]/g, (_, name: string) => POSIX_CLASSES[name] ?? '');
}

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  digit: '0-9', alpha: 'A-Za-z', alnum: 'A-Za-z0-9', space: '\\s', upper: 'A-Z', lower: 'a-z', punct: '!-\\/:-@\\[-`{-~', blank: ' \\t',
  xdigit: '0-9A-Fa-f', cntrl: '\\x00-\\x1f\\x7f', print: ' -~', graph: '!-~', word: '\\w',
}; // prettier-ignore
