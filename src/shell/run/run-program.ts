import type { Assignment, Command } from 'unbash';
import { isSysError, type SysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes } from '../../lib/bytes.ts';
import { ExpansionError, ShellExit } from '../control-flow.ts';
import { drive } from '../maybe.ts';
import { exportedFunction } from '../builtins/function-text.ts';
import { waitForeground } from './children.ts';
import { errorPrefix } from './error-prefix.ts';
import { findCommand, type NotFound } from './find-command.ts';
import { retryFork } from './fork-failure.ts';
import type { Interpreter } from './interpreter.ts';
import { traceAssignment, traces, traceWords } from './trace.ts';
import { openRedirections, RedirectError, releaseChanges, type FdChanges } from './redirect.ts';

/** Runs a program: in a child, or in place of this process. */
export async function runProgram(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
  replace: boolean,
): Promise<number> {
  const env = await childEnvironment(shell, words, assignments);
  const changes = await changesOf(shell, node, !replace && shell.flavour === 'bash');
  if (!(changes instanceof Map)) return changes;
  const fds = new Map<number, OpenFile>(shell.proc.fds);
  for (const [fd, file] of changes) {
    if (file) fds.set(fd, file);
    else fds.delete(fd);
  }
  try {
    if (replace) return await replaceProcess(shell, words, env, fds);
    const pid = await spawn(shell, words, env, fds);
    if (typeof pid !== 'number') {
      shell.state.pipeStatus = [pid.status];
      return pid.status;
    }
    if (shell.jobControl) shell.proc.tty?.setForeground(pid);
    releaseChanges(changes);
    changes.clear();
    const [status = 0] = await waitForeground(shell, [pid], shell.source.slice(node));
    shell.state.pipeStatus = [status];
    return status;
  } finally {
    releaseChanges(changes);
  }
}

/** What a command's redirections open, or the status where one failed. In bash a program's are expanded in its child: only that one ends. */
async function changesOf(shell: Interpreter, node: Command, inChild = false): Promise<FdChanges | number> {
  try {
    return await openRedirections(shell, node.redirects);
  } catch (error) {
    const ends = inChild && error instanceof ExpansionError && error.reach === 'shell';
    if (!(error instanceof RedirectError) && !ends) throw error;
    await shell.complain(error.message);
    return ends ? 127 : shell.flavour === 'dash' ? 2 : 1;
  }
}

async function childEnvironment(
  shell: Interpreter,
  words: readonly string[],
  assignments: readonly Assignment[],
): Promise<Map<string, string>> {
  const env = shell.state.environment();
  for (const [name, found] of shell.state.functions)
    if (found.exported) env.set(`BASH_FUNC_${name}%%`, exportedFunction(found));
  for (const assignment of assignments) {
    const { name, value, append } = assignment;
    if (value.type === 'ArrayValue') continue;
    const text = await shell.expander.text(value);
    if (traces(shell)) await drive(traceAssignment(shell, assignment, text));
    if (shell.state.variables.get(name)?.readonly) await shell.complain(shell.state.readonlyMessage(name));
    else env.set(name, append ? (shell.state.get(name) ?? '') + text : text);
  }
  if (assignments.length > 0 && traces(shell)) await traceWords(shell, words);
  return env;
}

type Environment = ReadonlyMap<string, string>;
type Descriptors = ReadonlyMap<number, OpenFile>;

async function spawn(
  shell: Interpreter,
  words: readonly string[],
  env: Environment,
  fds: Descriptors,
): Promise<number | { status: number }> {
  const found = locate(shell, words[0] ?? '', env.get('PATH'));
  if (typeof found !== 'string') return failure(shell, fds, found);
  if (isTooLong(words, env))
    return failure(shell, fds, { message: `${found}: Argument list too long`, status: 126 });
  const options = { env, fds, ...(shell.jobControl ? { pgid: 0 } : {}) };
  try {
    return await retryFork(shell, () => shell.proc.spawn(found, words, options));
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (error.code !== 'ENOEXEC')
      return failure(shell, fds, spawnFailure(shell, words[0] ?? '', found, error));
    const script = scriptOf(shell, found, words);
    if ('message' in script) return failure(shell, fds, script);
    return shell.proc.spawn(script.interpreter, script.argv, options);
  }
}

/** Where the program is; bash remembers it from the first time on. @see bash findcmd.c search_for_command */
function locate(shell: Interpreter, name: string, path: string | undefined): string | NotFound {
  const { state, flavour } = shell;
  const own = state.get('PATH');
  const isHashed = flavour === 'bash' && !name.includes('/') && (path === undefined || path === own);
  const known = isHashed ? state.hashed.get(name) : undefined;
  if (known) {
    known.hits++;
    if (shell.proc.files.statIfAny(known.path)) return known.path;
    return { message: `${known.path}: No such file or directory`, status: 127 };
  }
  const found = findCommand(shell, name, path ?? own);
  if (isHashed && typeof found === 'string' && found.startsWith('/'))
    state.hashed.set(name, { path: found, hits: 1 });
  return found;
}

/** What execve(2) takes: 128 KiB an argument, 2 MiB in all. */
const MAX_ARGUMENT = 131_072;
const MAX_ARGUMENTS = 2_097_152;

function isTooLong(words: readonly string[], env: Environment): boolean {
  let size = 0;
  for (const word of words) {
    if (word.length >= MAX_ARGUMENT) return true;
    size += word.length + 9;
  }
  for (const [name, value] of env) size += name.length + value.length + 10;
  return size > MAX_ARGUMENTS;
}

/** A text without `#!` is run by a shell, unless it is a binary. */
function scriptOf(
  { proc }: Interpreter,
  path: string,
  words: readonly string[],
): { interpreter: string; argv: string[] } | NotFound {
  const head = proc.files.readFile(path).subarray(0, 80);
  if (head.includes(0) || head[0] === 0x7f)
    return { message: `${words[0] ?? ''}: cannot execute binary file: Exec format error`, status: 126 };
  const interpreter = proc.files.exists('/bin/bash') ? '/bin/bash' : '/bin/sh';
  return { interpreter, argv: [interpreter, path, ...words.slice(1)] };
}

function spawnFailure(shell: Interpreter, name: string, path: string, { code, message }: SysError): NotFound {
  const { files } = shell.proc;
  if (code === 'ENOENT' && files.exists(path)) {
    const text = shell.flavour === 'bash' ? 'cannot execute: required file not found' : 'not found';
    return { message: `${name}: ${text}`, status: 127 };
  }
  if (files.statIfAny(path)?.type === 'directory') return { message: `${name}: Is a directory`, status: 126 };
  return { message: `${name}: ${message}`, status: code === 'ENOENT' || code === 'ENOTDIR' ? 127 : 126 };
}

async function failure(
  shell: Interpreter,
  fds: Descriptors,
  { message, status }: NotFound,
  builtin?: string,
): Promise<{ status: number }> {
  await fds.get(2)?.write(toBytes(`${errorPrefix(shell, builtin)}${message}\n`));
  return { status };
}

async function replaceProcess(
  shell: Interpreter,
  words: readonly string[],
  env: Environment,
  fds: Descriptors,
  builtin?: string,
  argv = words,
): Promise<number> {
  const { proc } = shell;
  const [name = ''] = words;
  const found = findCommand(shell, name, env.get('PATH') ?? shell.state.get('PATH'), builtin !== undefined);
  if (typeof found !== 'string') return (await failure(shell, fds, found, builtin)).status;
  for (const [fd, file] of fds) proc.setFd(fd, file);
  for (const fd of [...proc.fds.keys()]) if (!fds.has(fd)) proc.closeFd(fd);
  try {
    return await proc.exec(found, argv, env);
  } catch (error) {
    if (!isSysError(error) || error.path === undefined) throw error;
    if (error.code !== 'ENOEXEC')
      return (await failure(shell, fds, spawnFailure(shell, name, found, error), builtin)).status;
    const script = scriptOf(shell, found, words);
    if ('message' in script) return (await failure(shell, fds, script)).status;
    return proc.exec(script.interpreter, script.argv, env);
  }
}

/** `exec cmd` replaces the shell; without a command its redirections stay. */
export async function runExec(
  shell: Interpreter,
  node: Command,
  words: readonly string[],
  assignments: readonly Assignment[],
): Promise<number> {
  const { proc } = shell;
  const changes = await changesOf(shell, node);
  if (!(changes instanceof Map)) {
    if (shell.flavour === 'bash') return 1;
    throw new ShellExit(shell.flavour === 'dash' ? 2 : 1);
  }
  for (const [fd, file] of changes) {
    if (file) proc.setFd(fd, file);
    else proc.closeFd(fd);
  }
  releaseChanges(changes);
  let args = words.slice(1);
  if (args[0] === '--') args = args.slice(1);
  let env: Environment = await childEnvironment(shell, words, assignments);
  let own: string | undefined;
  let login = '';
  for (; /^-[acl]+$/.test(args[0] ?? '') && shell.flavour === 'bash'; args = args.slice(1)) {
    const [flags = ''] = args;
    if (flags.includes('c')) env = new Map();
    if (flags.includes('l')) login = '-';
    if (!flags.endsWith('a')) continue;
    own = args[1];
    args = args.slice(1);
  }
  if (args.length === 0) return 0;
  for (const signal of ['SIGINT', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGQUIT', 'SIGTERM'] as const)
    if (typeof proc.getSignalAction(signal) === 'function' && shell.options.interactive)
      proc.onSignal(signal, 'default');
  const argv = [`${login}${own ?? args[0] ?? ''}`, ...args.slice(1)];
  const status = await replaceProcess(shell, args, env, new Map(proc.fds), 'exec', argv);
  if (shell.options.interactive && (status === 127 || status === 126) && !replaced(proc.argv, argv))
    return status;
  return proc.exit(status);
}

function replaced(now: readonly string[], wanted: readonly string[]): boolean {
  return now.length === wanted.length && now.every((word, index) => word === wanted[index]);
}
