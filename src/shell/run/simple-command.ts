import type { Assignment, Command, Word } from 'unbash';
import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { BUILTINS, isSpecialBuiltin } from '../builtins/builtins.ts';
import { ExpansionError, FunctionReturn } from '../control-flow.ts';
import { assignElement } from '../expand/special-parameters.ts';
import { quoteWord, UNSET, type Variable } from '../variables.ts';
import { findCommand } from './find-command.ts';
import type { Interpreter } from './interpreter.ts';
import {
  openRedirections,
  RedirectError,
  releaseChanges,
  withRedirections,
  type FdChanges,
} from './redirect.ts';

/** Builtins whose `name=value` arguments are assignments: arrays allowed, not split. */
const DECLARING = new Set(['declare', 'typeset', 'local', 'export', 'readonly']);

/** A simple command in this process; programs run in a child. */
export async function runSimple(shell: Interpreter, node: Command): Promise<number> {
  try {
    return await run(shell, node, false);
  } catch (error) {
    if (!(error instanceof ExpansionError) || error.fatal) throw error;
    await shell.complain(error.message);
    return 1;
  }
}

/** A simple command in a child that has nothing else to do: a program replaces it. */
export function execSimple(shell: Interpreter, node: Command): Promise<number> {
  return run(shell, node, true);
}

async function run(shell: Interpreter, node: Command, replace: boolean): Promise<number> {
  const assignments = node.prefix.filter((part): part is Assignment => part.type === 'Assignment');
  shell.substitutionStatus = undefined;
  const words = node.name ? await expandWords(shell, node) : [];
  if (words.length === 0) return assignOnly(shell, node, assignments);
  if (shell.state.options.has('xtrace')) await trace(shell, words);
  const [name = ''] = words;
  const body = shell.state.functions.get(name);
  const builtin = BUILTINS.get(name);
  if (name === 'exec' && builtin) return runExec(shell, node, words, assignments);
  if (body || builtin) {
    const failed = (): number => {
      if (builtin && isSpecialBuiltin(name) && shell.proc.busybox) throw new FunctionReturn(1);
      return 1;
    };
    const invoke = (): Promise<number> =>
      withAssignments(shell, assignments, () =>
        body ? callFunction(shell, name, words.slice(1)) : Promise.resolve(builtin?.(shell, words) ?? 0),
      );
    return withRedirections(shell, node.redirects, invoke, failed);
  }
  return runProgram(shell, node, words, assignments, replace);
}

async function expandWords(shell: Interpreter, node: Command): Promise<string[]> {
  if (!node.name) return [];
  const first = await shell.expander.words([node.name]);
  if (first[0] === undefined || !DECLARING.has(first[0])) {
    return [
      ...first,
      ...(await shell.expander.words(node.args.map((arg) => (arg.type === 'Word' ? arg : asWord(arg))))),
    ];
  }
  const words = [...first];
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
  if (assignment.value.type !== 'ArrayValue')
    return `${assignment.name}${operator}${await shell.expander.text(assignment.value)}`;
  pendingArrays.set(assignment.name, assignment);
  return `${assignment.name}=(`;
}

const pendingArrays = new Map<string, Assignment>();

/** Assigns the array that `declare name=(…)` was given. */
export async function assignPendingArray(shell: Interpreter, name: string): Promise<void> {
  const assignment = pendingArrays.get(name);
  pendingArrays.delete(name);
  if (assignment) await assign(shell, assignment);
}

async function assignOnly(
  shell: Interpreter,
  node: Command,
  assignments: readonly Assignment[],
): Promise<number> {
  for (const assignment of assignments) await assign(shell, assignment);
  const status = shell.substitutionStatus ?? 0;
  return withRedirections(
    shell,
    node.redirects,
    () => Promise.resolve(status),
    () => 1,
  );
}

/** Does one assignment. @throws ExpansionError for a readonly variable */
export async function assign(shell: Interpreter, { name, value, append, index }: Assignment): Promise<void> {
  const { state, expander } = shell;
  if (value.type === 'ArrayValue') return assignArray(shell, name, value.elements, append ?? false);
  const text = await expander.text(value);
  if (state.options.has('xtrace'))
    await shell.proc.err(`${'+'.repeat(state.subshell + 1)} ${name}=${quoteWord(text)}\n`);
  if (index) {
    const key = await expander.index(name, index);
    const old = append ? (expander.get(`${name}[${key}]`) ?? '') : '';
    return assignElement(state, name, key, old + text, Number(key));
  }
  const variable = state.variables.get(name);
  if (variable?.integer) {
    const old = append ? BigInt(state.get(name) ?? 0) : 0n;
    return state.set(name, String(old + (await expander.arithmetic(text))));
  }
  state.set(name, append ? (state.get(name) ?? '') + text : text);
}

async function assignArray(
  shell: Interpreter,
  name: string,
  elements: readonly Word[],
  append: boolean,
): Promise<void> {
  const { state, expander } = shell;
  const old = state.variables.get(name) ?? UNSET;
  if (!append)
    state.put(
      name,
      old.keyed ? { ...old, keyed: new Map() } : { ...old, value: undefined, indexed: new Map() },
    );
  let next = append ? Math.max(-1, ...(old.indexed?.keys() ?? (old.value === undefined ? [] : [0]))) + 1 : 0;
  for (const element of elements) {
    const keyed = /^\[([^\]]*)\]=([\s\S]*)$/.exec(element.text);
    if (keyed) {
      const key = (await expander.expand(keyed[1] as string)) || '0';
      const value = (await expander.text(asElement(element, keyed[1] as string))) || '';
      if (old.keyed) assignElement(state, name, key, value, 0);
      else assignElement(state, name, key, value, (next = Number(await expander.arithmetic(key))));
      next++;
      continue;
    }
    for (const text of await expander.words([element]))
      assignElement(state, name, String(next), text, next++);
  }
  const made = state.variables.get(name);
  if (made && !made.keyed && !made.indexed) state.put(name, { ...made, indexed: new Map() } as Variable);
}

/** The value of an `[index]=value` element. */
function asElement(element: Word, index: string): Word {
  const skip = index.length + 3;
  if (!element.parts) return { ...element, text: element.text.slice(skip), value: element.value.slice(skip) };
  let left = skip;
  const parts = element.parts.flatMap((part) => {
    if (left <= 0) return [part];
    const cut = Math.min(left, part.text.length);
    left -= cut;
    if (cut === part.text.length) return [];
    const text = part.text.slice(cut);
    return [{ type: 'Literal', pos: part.pos, end: part.end, text, value: text } as const];
  });
  return { ...element, text: element.text.slice(skip), value: element.text.slice(skip), parts };
}

/** `name=value command` around a builtin or function: the assignments last as long as it. */
async function withAssignments(
  shell: Interpreter,
  assignments: readonly Assignment[],
  invoke: () => Promise<number>,
): Promise<number> {
  if (assignments.length === 0) return invoke();
  const { variables } = shell.state;
  const saved = assignments.map(({ name }) => [name, variables.get(name)] as const);
  try {
    for (const assignment of assignments) {
      await assign(shell, assignment);
      const variable = variables.get(assignment.name);
      if (variable) variables.set(assignment.name, { ...variable, exported: true });
    }
    return await invoke();
  } finally {
    for (const [name, variable] of saved) {
      if (variable) variables.set(name, variable);
      else variables.delete(name);
    }
  }
}

const MAX_CALLS = 1000;

export async function callFunction(
  shell: Interpreter,
  name: string,
  args: readonly string[],
): Promise<number> {
  const { state } = shell;
  const called = state.functions.get(name);
  if (!called) return 127;
  if (state.functionNames.length >= MAX_CALLS)
    throw new ExpansionError(`${name}: maximum function nesting level exceeded (${MAX_CALLS})`);
  const { parameters, loopDepth } = state;
  const { source } = shell;
  state.parameters = args;
  state.loopDepth = 0;
  state.scopes.push(new Map());
  state.functionNames.push(name);
  shell.source = called.source;
  try {
    return await shell.command(called.body);
  } catch (error) {
    if (error instanceof FunctionReturn) return error.status;
    throw error;
  } finally {
    shell.source = source;
    state.leaveFunction();
    state.parameters = parameters;
    state.loopDepth = loopDepth;
  }
}

async function trace(shell: Interpreter, words: readonly string[]): Promise<void> {
  await shell.proc.err(`${'+'.repeat(shell.state.subshell + 1)} ${words.map(quoteWord).join(' ')}\n`);
}

async function childEnvironment(
  shell: Interpreter,
  assignments: readonly Assignment[],
): Promise<Map<string, string>> {
  const env = shell.state.environment();
  for (const { name, value } of assignments) {
    if (value.type !== 'ArrayValue') env.set(name, await shell.expander.text(value));
  }
  return env;
}

async function runProgram(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
  replace: boolean,
): Promise<number> {
  const env = await childEnvironment(shell, assignments);
  let changes: FdChanges;
  try {
    changes = await openRedirections(shell, node.redirects);
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    await shell.complain(error.message);
    return 1;
  }
  const fds = new Map<number, OpenFile>(shell.proc.fds);
  for (const [fd, file] of changes) {
    if (file) fds.set(fd, file);
    else fds.delete(fd);
  }
  try {
    if (replace) return await replaceProcess(shell, words, env, fds);
    const pid = await spawn(shell, words, env, fds);
    if (typeof pid !== 'number') return pid.status;
    if (shell.options.interactive) shell.proc.tty?.setForeground(pid);
    releaseChanges(changes);
    changes.clear();
    const [status = 0] = await shell.waitForeground([pid], shell.source.slice(node.pos, node.end));
    shell.state.pipeStatus = [status];
    return status;
  } finally {
    releaseChanges(changes);
  }
}

async function spawn(
  shell: Interpreter,
  words: readonly string[],
  env: ReadonlyMap<string, string>,
  fds: ReadonlyMap<number, OpenFile>,
): Promise<number | { status: number }> {
  const found = findCommand(shell, words[0] ?? '', env.get('PATH'));
  if (typeof found !== 'string') return failure(shell, fds, found);
  try {
    const options = { env, fds, ...(shell.options.interactive ? { pgid: 0 } : {}) };
    return shell.proc.spawn(found, words, options);
  } catch (error) {
    if (isSysError(error, 'ENOEXEC')) return runAsScript(shell, found, words, env, fds);
    if (!isSysError(error)) throw error;
    return failure(shell, fds, spawnFailure(shell, words[0] ?? '', found, error.code, error.message));
  }
}

/** A text without `#!` is run by a shell, unless it is a binary. */
async function runAsScript(
  shell: Interpreter,
  path: string,
  words: readonly string[],
  env: ReadonlyMap<string, string>,
  fds: ReadonlyMap<number, OpenFile>,
): Promise<number | { status: number }> {
  const head = shell.proc.files.readFile(path).subarray(0, 80);
  if (head.includes(0) || head[0] === 0x7f) {
    return failure(shell, fds, {
      message: `${words[0] ?? ''}: cannot execute binary file: Exec format error`,
      status: 126,
    });
  }
  const interpreter = shell.proc.files.exists('/bin/bash') ? '/bin/bash' : '/bin/sh';
  return shell.proc.spawn(interpreter, [interpreter, path, ...words.slice(1)], { env, fds });
}

function spawnFailure(
  shell: Interpreter,
  name: string,
  path: string,
  code: string,
  message: string,
): { message: string; status: number } {
  if (code === 'ENOENT' && shell.proc.files.exists(path))
    return { message: `${name}: cannot execute: required file not found`, status: 127 };
  if (shell.proc.files.statIfAny(path)?.type === 'directory')
    return { message: `${name}: Is a directory`, status: 126 };
  return { message: `${name}: ${message}`, status: code === 'ENOENT' || code === 'ENOTDIR' ? 127 : 126 };
}

async function failure(
  shell: Interpreter,
  fds: ReadonlyMap<number, OpenFile>,
  { message, status }: { message: string; status: number },
): Promise<{ status: number }> {
  const stderr = fds.get(2);
  if (stderr) await stderr.write(new TextEncoder().encode(`${shell.errorPrefix()}${message}\n`));
  return { status };
}

async function replaceProcess(
  shell: Interpreter,
  words: readonly string[],
  env: ReadonlyMap<string, string>,
  fds: ReadonlyMap<number, OpenFile>,
): Promise<number> {
  const found = findCommand(shell, words[0] ?? '', env.get('PATH'));
  if (typeof found !== 'string') return (await failure(shell, fds, found)).status;
  for (const [fd, file] of fds) shell.proc.setFd(fd, file);
  for (const fd of [...shell.proc.fds.keys()]) if (!fds.has(fd)) shell.proc.closeFd(fd);
  try {
    return await shell.proc.exec(found, words, env);
  } catch (error) {
    if (isSysError(error, 'ENOEXEC')) {
      const pid = await runAsScript(shell, found, words, env, fds);
      if (typeof pid !== 'number') return pid.status;
      return (await shell.waitForeground([pid], ''))[0] ?? 0;
    }
    if (!isSysError(error) || error.path === undefined) throw error;
    return (await failure(shell, fds, spawnFailure(shell, words[0] ?? '', found, error.code, error.message)))
      .status;
  }
}

/** `exec cmd` replaces the shell; without a command its redirections stay. */
async function runExec(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
): Promise<number> {
  let changes: FdChanges;
  try {
    changes = await openRedirections(shell, node.redirects);
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    await shell.complain(error.message);
    return 1;
  }
  for (const [fd, file] of changes) {
    if (file) shell.proc.setFd(fd, file);
    else shell.proc.closeFd(fd);
  }
  releaseChanges(changes);
  const builtin = BUILTINS.get('exec');
  if (words.length === 1 || !builtin) return 0;
  const env = await childEnvironment(shell, assignments);
  const status = await replaceProcess(shell, words.slice(1), env, shell.proc.fds);
  return shell.proc.exit(status);
}
