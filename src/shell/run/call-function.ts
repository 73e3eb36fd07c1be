import type { Function as FunctionNode } from 'unbash';
import { ExpansionError, FunctionReturn } from '../control-flow.ts';
import { andThen, recover, withCleanup, type Maybe } from '../maybe.ts';
import type { ShellState } from '../shell-state.ts';
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
  const depth = shell.state.calls.length;
  const limit = maxCalls(shell.state);
  if (depth >= limit)
    throw new ExpansionError(`${name}: maximum function nesting level exceeded (${limit})`, 'line');
  return depth % STACK_STEP === STACK_STEP - 1
    ? Promise.resolve().then(() => call(shell, name, args))
    : call(shell, name, args);
}

/** `FUNCNEST`, where it is lower than what we can take. */
function maxCalls(state: ShellState): number {
  const chosen = Number(state.get('FUNCNEST'));
  return chosen > 0 ? Math.min(chosen, MAX_CALLS) : MAX_CALLS;
}

function call(shell: Interpreter, name: string, args: readonly string[]): Maybe<number> {
  const { state, source } = shell;
  const called = state.functions.get(name);
  if (!called) return 127;
  const { parameters, loopDepth, line, calls } = state;
  state.parameters = args;
  state.loopDepth = 0;
  state.scopes.push(new Map());
  state.calls = [...calls, { name, isFunction: true, file: called.name ?? state.name, line }];
  shell.source = called.source.withName(called.name);
  const restoreTraps = state.traps.size > 0 ? hideTraps(state) : undefined;
  return withCleanup(
    () =>
      andThen(
        recover<number>(
          () => {
            const debug = state.traps.has('DEBUG') ? shell.traps.runNamed('DEBUG') : undefined;
            return andThen(debug, () => shell.command(called.body));
          },
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
      restoreTraps?.();
      state.leaveFunction();
      state.calls = calls;
      state.parameters = parameters;
      state.loopDepth = loopDepth;
      state.line = line;
    },
  );
}

/** Puts away the traps that a function does not have; gives what puts those back that it did not set itself. @see bash execute_cmd.c execute_function */
function hideTraps(state: ShellState): () => void {
  const hidden = ['RETURN', 'DEBUG', 'ERR'].flatMap((name) => {
    const action = state.inherits(name) ? undefined : state.traps.get(name);
    return action === undefined ? [] : [[name, action] as const];
  });
  for (const [name] of hidden) state.traps.delete(name);
  return () => {
    for (const [name, action] of hidden) if (!state.traps.has(name)) state.traps.set(name, action);
  };
}

async function runReturnTrap(shell: Interpreter, status: number): Promise<number> {
  await shell.traps.runNamed('RETURN');
  return status;
}
