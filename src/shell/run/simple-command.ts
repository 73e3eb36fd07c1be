import type { Assignment, Command, Word } from 'unbash';
import { hasBuiltin, isSpecialBuiltin } from '../builtins/builtin-sets.ts';
import { refuseIllegalOption } from '../builtins/illegal-option.ts';
import { ExpansionError, ShellExit } from '../control-flow.ts';
import { andThen, recover, type Maybe } from '../maybe.ts';
import { assignAll, withAssignments } from './assign.ts';
import { callFunction } from './call-function.ts';
import type { Interpreter } from './interpreter.ts';
import { withRedirections } from './redirect.ts';
import { runExec, runProgram } from './run-program.ts';
import { traces, traceWords } from './trace.ts';

/** Builtins whose `name=value` arguments are assignments: arrays allowed, not split. */
const DECLARING = new Set(['declare', 'typeset', 'local', 'export', 'readonly', 'alias']);
const NONE: readonly Assignment[] = [];

/** A simple command in this process; programs run in a child. */
export function runSimple(shell: Interpreter, node: Command): Maybe<number> {
  return recover(
    () => run(shell, node, false),
    (error) => {
      if (!(error instanceof ExpansionError) || error.reach !== 'command') throw error;
      return shell.complain(error.message).then(() => 1);
    },
  );
}

/** A simple command in a child that has nothing else to do: a program replaces it. */
export function execSimple(shell: Interpreter, node: Command): Maybe<number> {
  return run(shell, node, true);
}

function run(shell: Interpreter, node: Command, replace: boolean): Maybe<number> {
  const assignments = node.prefix.length
    ? node.prefix.filter((part): part is Assignment => part.type === 'Assignment')
    : NONE;
  shell.substitutionStatus = undefined;
  if (!node.name) return assignOnly(shell, node, assignments);
  const done = andThen(expandWords(shell, node, node.name), (words) =>
    words.length === 0
      ? assignOnly(shell, node, assignments)
      : invoke(shell, node, words, assignments, replace),
  );
  return shell.state.substitutions.length ? closeSubstitutions(shell, done) : done;
}

async function closeSubstitutions(shell: Interpreter, done: Maybe<number>): Promise<number> {
  try {
    return await done;
  } finally {
    for (const fd of shell.state.substitutions.splice(0)) shell.proc.closeFd(fd);
  }
}

function invoke(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
  replace: boolean,
): Maybe<number> {
  // Assignments in front are traced first, where they are done.
  if (!traces(shell) || assignments.length > 0) return dispatch(shell, node, words, assignments, replace);
  return traceWords(shell, words).then(() => dispatch(shell, node, words, assignments, replace));
}

function dispatch(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
  replace: boolean,
): Maybe<number> {
  const [name = ''] = words;
  const { state } = shell;
  rememberLast(shell, words);
  if (state.functions.has(name))
    return andThen(
      withRedirections(shell, node.redirects, () =>
        withAssignments(shell, words, assignments, () => callFunction(shell, name, words.slice(1))),
      ),
      (status) => {
        rememberLast(shell, words);
        return status;
      },
    );
  if (name === 'exec') return runExec(shell, node, words, assignments);
  const builtin = hasBuiltin(shell, name) ? shell.builtins.get(name) : undefined;
  if (!builtin) return runProgram(shell, node, words, assignments, replace);
  state.pipeStatus = ZERO;
  const failed = (): number => {
    if (isSpecialBuiltin(name) && shell.flavour !== 'bash') throw new ShellExit(2);
    return 1;
  };
  const perform = (): Maybe<number> => refuseIllegalOption(shell, words) ?? builtin(shell, words);
  const done = withRedirections(
    shell,
    node.redirects,
    () => withAssignments(shell, words, assignments, perform),
    failed,
  );
  return andThen(done, (status) => {
    // What it ran itself has changed `$_`.
    rememberLast(shell, words);
    if (status !== 0) state.pipeStatus = [status];
    return status;
  });
}

function rememberLast({ flavour, state }: Interpreter, words: readonly string[]): void {
  if (flavour === 'bash') state.lastArgument = words.at(-1) ?? '';
}

const ZERO: readonly number[] = [0];

function expandWords(shell: Interpreter, node: Command, name: Word): Maybe<string[]> {
  const { args } = node;
  if (DECLARING.has(name.text)) return expandDeclaration(shell, node, name);
  if (args.every((arg) => arg.type === 'Word')) return shell.expander.words([name, ...args]);
  return shell.expander.words([name, ...args.map((arg) => (arg.type === 'Word' ? arg : asWord(arg)))]);
}

async function expandDeclaration(shell: Interpreter, node: Command, name: Word): Promise<string[]> {
  const words = [...(await shell.expander.words([name]))];
  for (const arg of node.args) {
    if (arg.type === 'Word') words.push(...(await shell.expander.words([arg])));
    else words.push(await declaration(shell, arg));
  }
  return words;
}

/** `name=value` among the arguments of an ordinary command is a word. */
function asWord(assignment: Assignment): Word {
  const { text, pos, end } = assignment;
  if (assignment.value.type === 'ArrayValue') return { type: 'Word', text, value: text, pos, end };
  const { value } = assignment;
  const head = text.slice(0, text.length - value.text.length);
  const literal = { type: 'Literal', pos, end: pos + head.length, value: head, text: head } as const;
  const parts = value.parts ?? [{ type: 'Literal', pos, end, value: value.value, text: value.text } as const];
  return { type: 'Word', text, value: head + value.value, pos, end, parts: [literal, ...parts] };
}

/** The argument that a declaring builtin reads back: arrays are assigned when it comes to them. */
async function declaration(shell: Interpreter, assignment: Assignment): Promise<string> {
  const operator = assignment.append ? '+=' : '=';
  const head = assignment.text.slice(0, assignment.text.indexOf(operator)) + operator;
  if (assignment.value.type !== 'ArrayValue') return head + (await shell.expander.text(assignment.value));
  shell.state.pendingArrays.set(assignment.name, assignment);
  return `${assignment.name}=(`;
}

/** Assignments without a command: the status is that of the last command substitution in them. */
function assignOnly(shell: Interpreter, node: Command, assignments: readonly Assignment[]): Maybe<number> {
  return andThen(assignAll(shell, assignments), () => {
    rememberLast(shell, []);
    const status = shell.substitutionStatus ?? 0;
    shell.state.pipeStatus = status === 0 ? ZERO : [status];
    return node.redirects.length ? withRedirections(shell, node.redirects, () => status) : status;
  });
}
