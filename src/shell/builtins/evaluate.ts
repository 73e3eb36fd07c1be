import { isSysError } from '../../kernel/errno.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { ExpansionError, FunctionReturn, ShellExit } from '../control-flow.ts';
import { withCleanup, type Maybe } from '../maybe.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, usage, type Builtin } from './builtin.ts';
import { readSource } from '../run/read-source.ts';

/** Evals and sourced files in each other. */
const MAX_NESTING = 2000;

export const evalBuiltin: Builtin = (shell, words) => {
  const { state } = shell;
  const text = words.slice(words[1] === '--' ? 2 : 1).join(' ');
  if (state.indirection >= MAX_NESTING)
    throw new ExpansionError(`eval: maximum eval nesting level exceeded (${MAX_NESTING})`, 'line');
  state.evalDepth++;
  state.indirection++;
  return withCleanup(
    () => {
      const run = (): Maybe<number> => shell.runText(text, { firstLine: state.line });
      // Every so often the machine's own stack is left, so that it never runs out.
      return state.indirection % 16 === 15 ? Promise.resolve().then(run) : run();
    },
    () => {
      state.evalDepth--;
      state.indirection--;
    },
  );
};

/** A file name without slash is looked for in PATH, then (bash) here. */
function sourcePath(shell: Interpreter, name: string): string | undefined {
  const { files } = shell.proc;
  if (name.includes('/')) return name;
  for (const directory of (shell.state.get('PATH') ?? '').split(':')) {
    const candidate = joinPath(directory || '.', name);
    if (files.statIfAny(candidate)?.type === 'file') return candidate;
  }
  return shell.flavour === 'dash' ? undefined : name;
}

export const source: Builtin = async (shell, words) => {
  const [name = '.', path, ...given] = words;
  const args = shell.flavour === 'dash' ? [] : given;
  const { state, proc } = shell;
  if (path === undefined)
    return shell.flavour === 'bash'
      ? usage(shell, name, 'filename [arguments]', 'filename argument required')
      : 2;
  const found = sourcePath(shell, path);
  let text: string;
  try {
    if (found === undefined) return await missing(shell, name, path, 'not found');
    if (proc.files.statIfAny(found)?.type === 'directory')
      return await missing(shell, name, path, 'is a directory');
    text = await readSource(proc, found);
  } catch (error) {
    if (!isSysError(error)) throw error;
    return missing(shell, name, path, error.message);
  }
  const { parameters, evalDepth, loopDepth, line, calls } = state;
  state.calls = [...calls, { name: 'source', isFunction: false, file: path, line }];
  if (args.length) state.parameters = args;
  if (state.indirection >= MAX_NESTING)
    throw new ExpansionError(`${name}: maximum source nesting level exceeded (${MAX_NESTING})`, 'line');
  state.sourceDepth++;
  state.indirection++;
  state.evalDepth = 0;
  if (state.sourceDepth % 16 === 0) await Promise.resolve();
  try {
    const status = await shell.runText(text, { name: path });
    await shell.traps.runNamed('RETURN');
    return status;
  } catch (error) {
    if (error instanceof FunctionReturn) return error.status;
    throw error;
  } finally {
    state.sourceDepth--;
    state.indirection--;
    state.evalDepth = evalDepth;
    state.loopDepth = loopDepth;
    state.line = line;
    state.calls = calls;
    if (args.length) state.parameters = parameters;
  }
};

/** POSIX shells end where bash goes on. */
async function missing(shell: Interpreter, name: string, path: string, reason: string): Promise<number> {
  if (shell.flavour === 'bash') {
    await (reason === 'is a directory'
      ? shell.complain(`${path}: ${reason}`, name)
      : shell.complain(`${path}: ${reason}`));
    return 1;
  }
  await fail(
    shell,
    name,
    shell.flavour === 'ash'
      ? `can't open '${path}': ${reason}`
      : reason === 'not found'
        ? `${path}: not found`
        : `cannot open ${path}: ${reason === 'No such file or directory' ? 'No such file' : reason}`,
  );
  if (shell.options.interactive) return 2;
  throw new ShellExit(2);
}
