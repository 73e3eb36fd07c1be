import type {
  ArithmeticExpression,
  ArithmeticFor,
  Case,
  CompoundCommand,
  CompoundList,
  For,
  If,
  Select,
  While,
} from 'unbash';
import { ExpansionError, LoopExit } from '../control-flow.ts';
import { patternToRegExp } from '../expand/pattern.ts';
import { andThen, drive, recover, repeat, withCleanup, type Maybe, type Steps } from '../maybe.ts';
import type { Interpreter } from './interpreter.ts';
import { runSelect } from './select.ts';
import { runTest, TestFailure } from './test-command.ts';
import { traces, traceSteps } from './trace.ts';

/** Loops, conditions and groups. */
export function runCompound(shell: Interpreter, node: CompoundCommand): Maybe<number> {
  switch (node.type) {
    case 'BraceGroup':
    case 'Subshell':
      return shell.list(node.body);
    case 'If':
      return runIf(shell, node);
    case 'For':
      return runFor(shell, node);
    case 'Select':
      return inLoop(shell, async (loop) => {
        if (await runSelect(shell, node, (body) => iterate(shell, body, loop))) loop.status = 1;
      });
    case 'ArithmeticFor':
      return runArithmeticFor(shell, node);
    case 'While':
      return runWhile(shell, node);
    case 'Case':
      return drive(caseSteps(shell, node));
    case 'TestCommand':
      if (shell.flavour === 'dash') return unknownCommand(shell, '[[');
      return recover<number>(
        () => andThen(runTest(shell, node.expression), (holds) => (holds ? 0 : 1)),
        (error) => failedCommand(shell, error),
      );
    case 'ArithmeticCommand':
      // Two subshells around a command of this name.
      if (shell.flavour !== 'bash') return unknownCommand(shell, node.body.trim().split(/\s/)[0] ?? '');
      return recover<number>(
        () =>
          andThen(drive(arithmeticCommand(shell, node.expression, node.body)), (value) =>
            value === 0n ? 1 : 0,
          ),
        (error) => failedCommand(shell, error),
      );
  }
}

async function unknownCommand(shell: Interpreter, name: string): Promise<number> {
  await shell.complain(`${name}: not found`);
  return 127;
}

/** `[[` and `((` that can't be evaluated fail; the script goes on. */
async function failedCommand(shell: Interpreter, error: unknown): Promise<number> {
  if (error instanceof TestFailure) return 2;
  if (!(error instanceof ExpansionError) || error.reach !== 'command') throw error;
  await shell.complain(error.message);
  return 1;
}

function runIf(shell: Interpreter, node: If): Maybe<number> {
  const branch = (index: number): Maybe<number> => {
    const { clause, then } = index === 0 ? node : (node.elif[index - 1] ?? {});
    if (!clause || !then) return node.else ? shell.list(node.else) : 0;
    return andThen(
      shell.tested(() => shell.list(clause)),
      (status) => (status === 0 ? shell.list(then) : branch(index + 1)),
    );
  };
  return branch(0);
}

/** A loop that is running, and the status it would end with. */
interface Loop {
  status: number;
}

/** Runs a loop's body; false where the loop ends. */
function iterate(shell: Interpreter, body: () => Maybe<number>, loop: Loop): Maybe<boolean> {
  return recover<boolean>(
    () =>
      andThen(body(), (status) => {
        loop.status = status;
        return true;
      }),
    (error) => {
      if (!(error instanceof LoopExit)) throw error;
      loop.status = error.status;
      if (--error.levels > 0 && shell.state.loopDepth > 1) throw error;
      return error.kind === 'continue';
    },
  );
}

function inLoop(shell: Interpreter, run: (loop: Loop) => Maybe<void>): Maybe<number> {
  const loop = { status: 0 };
  shell.state.loopDepth++;
  return withCleanup(
    () => andThen(run(loop), () => loop.status),
    () => {
      shell.state.loopDepth--;
    },
  );
}

function runFor(shell: Interpreter, node: For | Select): Maybe<number> {
  const name = node.name.value;
  if (!/^[A-Za-z_]\w*$/.test(name)) return shell.complain(`\`${name}': not a valid identifier`).then(() => 1);
  if (shell.flavour === 'bash' && shell.state.variables.get(name)?.readonly)
    return shell.complain(shell.state.readonlyMessage(name)).then(() => 1);
  const words = node.wordlist ? shell.expander.words(node.wordlist) : [...shell.state.parameters];
  const body = (): Maybe<number> => shell.list(node.body);
  const head = `for ${name} in ${node.wordlist ? node.wordlist.map((word) => word.text).join(' ') : '"$@"'}`;
  const traced = traces(shell) && shell.flavour === 'bash';
  const debugs = (): boolean => node.type === 'For' && shell.state.traps.has('DEBUG');
  return andThen(words, (all) =>
    inLoop(shell, (loop) => {
      let index = 0;
      return repeat(() => {
        if (index >= all.length) return false;
        const value = all[index++] ?? '';
        const round = (): Maybe<boolean> => {
          shell.state.set(name, value);
          return iterate(shell, body, loop);
        };
        if (!traced && !debugs()) return round();
        return andThen(debugs() ? shell.traps.runDebug(node) : undefined, () =>
          traced ? andThen(drive(traceSteps(shell, head)), round) : round(),
        );
      });
    }),
  );
}

function runArithmeticFor(
  shell: Interpreter,
  { initialize, test, update, body }: ArithmeticFor,
): Maybe<number> {
  const evaluate = (expression: typeof test): Maybe<bigint> => {
    if (!expression) return 1n;
    const text = shell.source.slice(expression);
    const debug = shell.state.traps.has('DEBUG') ? shell.traps.runNamed('DEBUG', `((${text}))`) : undefined;
    return andThen(debug, () => drive(arithmeticCommand(shell, expression, text)));
  };
  const run = (): Maybe<number> => shell.list(body);
  return andThen(evaluate(initialize), () =>
    inLoop(shell, (loop) =>
      repeat(() =>
        andThen(evaluate(test), (value) => {
          if (value === 0n) return false;
          return andThen(shell.proc.tick() as Maybe<void>, () =>
            andThen(iterate(shell, run, loop), (more) => more && andThen(evaluate(update), () => true)),
          );
        }),
      ),
    ),
  );
}

function* arithmeticCommand(
  shell: Interpreter,
  expression: ArithmeticExpression | undefined,
  text: string,
): Steps<bigint> {
  if (traces(shell)) yield* traceSteps(shell, `(( ${yield* shell.expander.expandText(text.trim())} ))`);
  return yield* shell.expander.arithmeticSteps(expression, text, 'command', '((: ');
}

function runWhile(shell: Interpreter, { kind, clause, body }: While): Maybe<number> {
  const condition: Loop = { status: 0 };
  const test = (): Maybe<number> => shell.tested(() => listOf(shell, clause));
  const run = (): Maybe<number> => listOf(shell, body);
  return inLoop(shell, (loop) =>
    repeat(() =>
      andThen(iterate(shell, test, condition), (more) =>
        more && (condition.status === 0) === (kind === 'while') ? iterate(shell, run, loop) : false,
      ),
    ),
  );
}

/** An empty list costs a turn too: a loop over nothing must not last forever. */
function listOf(shell: Interpreter, list: CompoundList): Maybe<number> {
  return list.commands.length ? shell.list(list) : andThen(shell.proc.tick() as Maybe<void>, () => 0);
}

function* caseSteps(shell: Interpreter, node: Case): Steps<number> {
  if (traces(shell)) yield* traceSteps(shell, `case ${node.word.text} in`);
  const word = yield* shell.expander.textSteps(node.word);
  let status = 0;
  let falling = false;
  for (const item of node.items) {
    if (!falling && !(yield* matchesAny(shell, word, item.pattern))) continue;
    const result = shell.list(item.body);
    status = result instanceof Promise ? ((yield result) as number) : result;
    falling = item.terminator === ';&';
    if (item.terminator === ';;' || item.terminator === undefined) break;
  }
  return status;
}

function* matchesAny(
  shell: Interpreter,
  word: string,
  patterns: Case['items'][number]['pattern'],
): Steps<boolean> {
  const ignoreCase = shell.state.shopts.has('nocasematch');
  for (const pattern of patterns) {
    if (patternToRegExp(yield* shell.expander.patternSteps(pattern), { ignoreCase }).test(word)) return true;
  }
  return false;
}
