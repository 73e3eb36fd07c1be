import type { Function as FunctionNode } from 'unbash';
import { ExpansionError, FunctionReturn } from '../control-flow.ts';
import { recover, withCleanup, type Maybe } from '../maybe.ts';
import type { Interpreter } from './interpreter.ts';

const MAX_CALLS = 4000;
/** Every so many nested calls, the machine's own stack is left, so that it never runs out. */
const STACK_STEP = 24;

/** `name() { …; }` */
export function runFunctionDefinition(shell: Interpreter, node: FunctionNode): number {
  const { state, source } = shell;
  const name = source.name ?? (state.sourceKind === 'command' ? 'environment' : undefined);
  state.functions.set(node.name.value, { body: node.body, source, name });
  return 0;
}

/** Runs a function that is defined. */
export function callFunction(shell: Interpreter, name: string, args: readonly string[]): Maybe<number> {
  const depth = shell.state.functionNames.length;
  if (depth >= MAX_CALLS)
    throw new ExpansionError(`${name}: maximum function nesting level exceeded (${MAX_CALLS})`, 'line');
  return depth % STACK_STEP === STACK_STEP - 1
    ? Promise.resolve().then(() => call(shell, name, args))
    : call(shell, name, args);
}

function call(shell: Interpreter, name: string, args: readonly string[]): Maybe<number> {
  const { state, source } = shell;
  const called = state.functions.get(name);
  if (!called) return 127;
  const { parameters, loopDepth, line } = state;
  state.parameters = args;
  state.loopDepth = 0;
  state.scopes.push(new Map());
  state.functionNames.push(name);
  shell.source = called.name === source.name ? called.source : called.source.withName(called.name);
  return withCleanup(
    () =>
      recover<number>(
        () => shell.command(called.body),
        (error) => {
          if (error instanceof FunctionReturn) return error.status;
          throw error;
        },
      ),
    () => {
      shell.source = source;
      state.leaveFunction();
      state.parameters = parameters;
      state.loopDepth = loopDepth;
      state.line = line;
    },
  );
}
