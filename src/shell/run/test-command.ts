import type { TestExpression } from 'unbash';
import { ExpansionError } from '../control-flow.ts';
import { hasWildcard, patternToRegExp, unescapePattern } from '../expand/pattern.ts';
import { UNSET } from '../variables.ts';
import { binaryTest, unaryTest } from '../builtins/test-operators.ts';
import type { Interpreter } from './interpreter.ts';

/** `[[ … ]]` */
export async function runTest(shell: Interpreter, expression: TestExpression): Promise<boolean> {
  switch (expression.type) {
    case 'TestGroup':
      return runTest(shell, expression.expression);
    case 'TestNot':
      return (await runTest(shell, expression.operand)) !== (expression.negations.length % 2 === 1);
    case 'TestLogical':
      return runLogical(shell, expression);
    case 'TestUnary': {
      const operand = await shell.expander.text(expression.operand);
      return unaryTest(shell, expression.operator, operand);
    }
    case 'TestBinary':
      return runBinary(shell, expression);
  }
}

async function runLogical(
  shell: Interpreter,
  { operator, operands }: Extract<TestExpression, { type: 'TestLogical' }>,
): Promise<boolean> {
  for (const operand of operands) {
    if ((await runTest(shell, operand)) !== (operator === '&&')) return operator !== '&&';
  }
  return operator === '&&';
}

async function runBinary(
  shell: Interpreter,
  expression: Extract<TestExpression, { type: 'TestBinary' }>,
): Promise<boolean> {
  const { operator } = expression;
  const left = await shell.expander.text(expression.left);
  if (operator === '=' || operator === '==' || operator === '!=') {
    const pattern = await shell.expander.pattern(expression.right);
    const equal = hasWildcard(pattern)
      ? patternToRegExp(pattern).test(left)
      : unescapePattern(pattern) === left;
    return equal === (operator !== '!=');
  }
  if (operator === '=~') return matchRegExp(shell, left, await regExpSource(shell, expression.right));
  const right = await shell.expander.text(expression.right);
  if (/^-(eq|ne|lt|le|gt|ge)$/.test(operator)) {
    const [a, b] = [await shell.expander.arithmetic(left), await shell.expander.arithmetic(right)];
    return binaryTest(shell, String(a), operator, String(b));
  }
  return binaryTest(shell, left, operator, right);
}

/** What is quoted in a regular expression is literal. */
async function regExpSource(
  shell: Interpreter,
  word: Parameters<Interpreter['expander']['text']>[0] & object,
): Promise<string> {
  if (!word.parts) return word.text;
  const pattern = await shell.expander.pattern(word);
  return pattern.replace(/\\([\s\S])/g, (_, char: string) =>
    /[\\^$.|?*+()[\]{}]/.test(char) ? `\\${char}` : char,
  );
}

function matchRegExp(shell: Interpreter, text: string, source: string): boolean {
  let match: RegExpExecArray | null;
  try {
    match = new RegExp(
      source.replace(/\[\[:(\w+):\]\]/g, (_, name: string) => POSIX_CLASSES[name] ?? ''),
      'su',
    ).exec(text);
  } catch {
    throw new ExpansionError('invalid regular expression');
  }
  const groups = (match ? [...match] : []).map((group, index) => [index, group ?? ''] as const);
  shell.state.variables.set('BASH_REMATCH', { ...UNSET, indexed: new Map(groups) });
  return match !== null;
}

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  digit: '[0-9]', alpha: '[A-Za-z]', alnum: '[A-Za-z0-9]', space: '\\s', upper: '[A-Z]', lower: '[a-z]', punct: '[!-/:-@[-`{-~]',
}; // prettier-ignore
