import type { Function as FunctionNode } from 'unbash';
import { ExpansionError, FunctionReturn } from '../control-flow.ts';
import { andThen, recover, withCleanup, type Maybe } from '../maybe.ts';
import { errorPrefix } from './error-prefix.ts';
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
  shell.source = called.source.withName(called.name);
  const outerTrap = state.options.has('functrace') ? undefined : state.traps.get('RETURN');
  if (outerTrap !== undefined) state.traps.delete('RETURN');
  return withCleanup(
    () =>
      andThen(
        recover<number>(
          () => shell.command(called.body),
          (error) => {
            if (error instanceof FunctionReturn) return error.status;
            if (error instanceof ExpansionError) error.prefix ??= errorPrefix(shell);
            throw error;
          },
        ),
        (status) => (state.traps.has('RETURN') ? runReturnTrap(shell, status) : status),
      ),
    () => {
      shell.source = source;
      if (outerTrap !== undefined && !state.traps.has('RETURN')) state.traps.set('RETURN', outerTrap);
      state.leaveFunction();
      state.parameters = parameters;
      state.loopDepth = loopDepth;
      state.line = line;
    },
  );
}

async function runReturnTrap(shell: Interpreter, status: number): Promise<number> {
  await shell.traps.runNamed('RETURN');
  return status;
}
