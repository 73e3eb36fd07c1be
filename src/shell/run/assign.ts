import type { Assignment, Word } from 'unbash';
import { assignElement, nextIndex } from '../expand/special-parameters.ts';
import { drive, type Maybe, type Steps } from '../maybe.ts';
import { UNSET, type Variable } from '../variables.ts';
import type { Interpreter } from './interpreter.ts';
import { traceAssignment, traces, traceWords } from './trace.ts';

/** Does assignments in order. @throws ExpansionError for a readonly variable */
export function assignAll(shell: Interpreter, assignments: readonly Assignment[]): Maybe<void> {
  return drive(assignSteps(shell, assignments));
}

function* assignSteps(shell: Interpreter, assignments: readonly Assignment[]): Steps<void> {
  for (const assignment of assignments) yield* assign(shell, assignment);
}

/** Does one assignment. @throws ExpansionError for a readonly variable */
export function* assign(shell: Interpreter, assignment: Assignment): Steps<void> {
  const { name, value, append = false, index } = assignment;
  const { state, expander } = shell;
  if (value.type === 'ArrayValue')
    return yield* assignArray(shell, assignment, state.resolve(name), value.elements);
  const text = value.parts ? yield* expander.textSteps(value) : (expander.text(value) as string);
  if (traces(shell)) yield* traceAssignment(shell, assignment, text);
  if (!index) return assignText(shell, name, text, append);
  const key = yield* expander.indexSteps(name, index);
  const old = append ? (expander.get(`${name}[${key}]`) ?? '') : '';
  assignElement(state, name, key, numeric(shell, name, old, text));
}

/** `name=text`, `name+=text`: an integer variable takes the text's value. @throws ExpansionError */
export function assignText(
  { state, expander }: Interpreter,
  name: string,
  text: string,
  append: boolean,
): void {
  const variable = state.find(name);
  if (variable?.integer) {
    const old = append ? expander.arithmetic(state.get(name) ?? '') : 0n;
    return state.set(name, String(old + expander.arithmetic(text)));
  }
  state.set(name, append ? (state.get(name) ?? '') + text : text);
}

function numeric(shell: Interpreter, name: string, old: string, text: string): string {
  return shell.state.find(name)?.integer
    ? String(shell.expander.arithmetic(old) + shell.expander.arithmetic(text))
    : old + text;
}

function* assignArray(
  shell: Interpreter,
  assignment: Assignment,
  name: string,
  elements: readonly Word[],
): Steps<void> {
  const { state, expander } = shell;
  const { append = false } = assignment;
  if (traces(shell))
    yield* traceAssignment(shell, assignment, `(${elements.map((element) => element.text).join(' ')})`);
  const old = state.variables.get(name) ?? UNSET;
  const collected: { key?: string; text: string; append: boolean }[] = [];
  for (const element of elements) {
    const keyed = /^\[([^\]]*)\](\+?)=/.exec(element.text);
    if (!keyed) {
      for (const text of yield* expander.wordSteps([element])) collected.push({ text, append: false });
      continue;
    }
    const source = yield* expander.expandText(keyed[1] ?? '');
    const key = old.keyed ? source.replace(/^(["'])(.*)\1$/s, '$2') : String(expander.arithmetic(source));
    const text = yield* expander.textSteps(withoutHead(element, keyed[0].length));
    collected.push({ key, text, append: keyed[2] === '+' });
  }
  clearArray(shell, name, old, append);
  if (old.keyed && collected.length && collected.every(({ key }) => key === undefined)) {
    for (let i = 0; i < collected.length; i += 2)
      assignElement(state, name, collected[i]?.text ?? '', collected[i + 1]?.text ?? '');
    return;
  }
  const indexed = state.variables.get(name)?.indexed;
  let next = append && indexed ? nextIndex(indexed) : 0;
  for (const { key, text, append: more } of collected) {
    const at = key ?? String(next);
    const before = more ? (expander.get(`${name}[${at}]`) ?? '') : '';
    assignElement(state, name, at, numeric(shell, name, before, text));
    next = Number(at) + 1;
  }
}

function clearArray({ state }: Interpreter, name: string, old: Variable, append: boolean): void {
  if (append && (old.keyed || old.indexed)) return;
  const first = append && old.value !== undefined ? [[0, old.value] as const] : [];
  state.put(
    name,
    old.keyed ? { ...old, keyed: new Map() } : { ...old, value: undefined, indexed: new Map(first) },
  );
}

/** The value of an `[index]=value` element. */
function withoutHead(element: Word, length: number): Word {
  const text = element.text.slice(length);
  if (!element.parts) return { ...element, text, value: element.value.slice(length) };
  let left = length;
  const parts = element.parts.flatMap((part) => {
    if (left <= 0) return [part];
    const cut = Math.min(left, part.text.length);
    left -= cut;
    if (cut === part.text.length) return [];
    const rest = part.text.slice(cut);
    return [{ type: 'Literal', pos: part.pos, end: part.end, text: rest, value: rest } as const];
  });
  return { ...element, text, value: text, parts };
}

/** `name=value command` around a builtin or function: the assignments last as long as it. */
export function withAssignments(
  shell: Interpreter,
  words: readonly string[],
  assignments: readonly Assignment[],
  invoke: () => Maybe<number>,
): Maybe<number> {
  if (assignments.length === 0) return invoke();
  return runAssigned(shell, words, assignments, invoke);
}

/** In bash a command runs although what stands in front of it could not be assigned. */
async function assignInFront(shell: Interpreter, assignment: Assignment): Promise<void> {
  if (shell.flavour === 'bash' && shell.state.variables.get(assignment.name)?.readonly)
    return shell.complain(shell.state.readonlyMessage(assignment.name));
  await assignAll(shell, [assignment]);
}

async function runAssigned(
  shell: Interpreter,
  words: readonly string[],
  assignments: readonly Assignment[],
  invoke: () => Maybe<number>,
): Promise<number> {
  const { variables } = shell.state;
  const saved = assignments.map(({ name }) => [name, variables.get(name)] as const);
  try {
    for (const assignment of assignments) {
      await assignInFront(shell, assignment);
      const variable = variables.get(assignment.name);
      if (variable) variables.set(assignment.name, { ...variable, exported: true });
    }
    if (traces(shell)) await traceWords(shell, words);
    return await invoke();
  } finally {
    for (const [name, variable] of saved) {
      if (variable) variables.set(name, variable);
      else variables.delete(name);
    }
  }
}
