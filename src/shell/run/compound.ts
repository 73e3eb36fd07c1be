import type { ArithmeticFor, Case, CompoundCommand, For, If, While } from 'unbash';
import { LoopExit } from '../control-flow.ts';
import { evaluateArithmetic } from '../expand/arithmetic.ts';
import { patternToRegExp } from '../expand/pattern.ts';
import type { Interpreter } from './interpreter.ts';
import { runTest } from './test-command.ts';

/** Loops, conditions and groups. */
export async function runCompound(shell: Interpreter, node: CompoundCommand): Promise<number> {
  switch (node.type) {
    case 'BraceGroup':
    case 'Subshell':
      return shell.list(node.body);
    case 'If':
      return runIf(shell, node);
    case 'For':
    case 'Select':
      return runFor(shell, node as For);
    case 'ArithmeticFor':
      return runArithmeticFor(shell, node);
    case 'While':
      return runWhile(shell, node);
    case 'Case':
      return runCase(shell, node);
    case 'TestCommand':
      return (await runTest(shell, node.expression)) ? 0 : 1;
    case 'ArithmeticCommand':
      return node.expression && (await evaluateArithmetic(node.expression, shell.expander)) !== 0n ? 0 : 1;
  }
}

async function runIf(shell: Interpreter, node: If): Promise<number> {
  for (const branch of [{ clause: node.clause, then: node.then }, ...node.elif]) {
    if ((await shell.tested(() => shell.list(branch.clause))) === 0) return shell.list(branch.then);
  }
  return node.else ? shell.list(node.else) : 0;
}

/** Runs a loop's body; false when the loop ends. */
async function iterate(
  shell: Interpreter,
  body: () => Promise<number>,
  status: { value: number },
): Promise<boolean> {
  try {
    status.value = await body();
    return true;
  } catch (error) {
    if (!(error instanceof LoopExit)) throw error;
    status.value = 0;
    if (--error.levels > 0 && shell.state.loopDepth > 1) throw error;
    return error.kind === 'continue';
  }
}

async function inLoop(
  shell: Interpreter,
  run: (status: { value: number }) => Promise<void>,
): Promise<number> {
  const status = { value: 0 };
  shell.state.loopDepth++;
  try {
    await run(status);
  } finally {
    shell.state.loopDepth--;
  }
  return status.value;
}

async function runFor(shell: Interpreter, node: For): Promise<number> {
  const words = node.wordlist ? await shell.expander.words(node.wordlist) : [...shell.state.parameters];
  return inLoop(shell, async (status) => {
    for (const word of words) {
      shell.state.set(node.name.value, word);
      if (!(await iterate(shell, () => shell.list(node.body), status))) return;
    }
  });
}

async function runArithmeticFor(
  shell: Interpreter,
  { initialize, test, update, body }: ArithmeticFor,
): Promise<number> {
  if (initialize) await evaluateArithmetic(initialize, shell.expander);
  return inLoop(shell, async (status) => {
    while (!test || (await evaluateArithmetic(test, shell.expander)) !== 0n) {
      const turn = shell.proc.tick();
      if (turn) await turn;
      if (!(await iterate(shell, () => shell.list(body), status))) return;
      if (update) await evaluateArithmetic(update, shell.expander);
    }
  });
}

async function runWhile(shell: Interpreter, { kind, clause, body }: While): Promise<number> {
  return inLoop(shell, async (status) => {
    for (;;) {
      const condition = { value: 0 };
      if (!(await iterate(shell, () => shell.tested(() => shell.list(clause)), condition))) return;
      if ((condition.value === 0) !== (kind === 'while')) return;
      if (!(await iterate(shell, () => shell.list(body), status))) return;
    }
  });
}

async function runCase(shell: Interpreter, node: Case): Promise<number> {
  const word = await shell.expander.text(node.word);
  let status = 0;
  let falling = false;
  for (const item of node.items) {
    if (!falling && !(await matchesAny(shell, word, item.pattern))) continue;
    status = await shell.list(item.body);
    falling = item.terminator === ';&';
    if (item.terminator === ';;' || item.terminator === undefined) break;
  }
  return status;
}

async function matchesAny(
  shell: Interpreter,
  word: string,
  patterns: Case['items'][number]['pattern'],
): Promise<boolean> {
  for (const pattern of patterns) {
    if (patternToRegExp(await shell.expander.pattern(pattern)).test(word)) return true;
  }
  return false;
}
