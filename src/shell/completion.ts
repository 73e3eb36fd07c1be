import { isSysError } from '../kernel/errno.ts';
import type { Completion } from '../kernel/readline/read-line.ts';
import { BUILTINS } from './builtins/builtins.ts';
import type { Interpreter } from './run/interpreter.ts';
import type { ShellHooks } from './shell-program.ts';

/** What could stand at the cursor: a command, a variable, arguments that a command knows of, a file. */
export async function completeLine(
  shell: Interpreter,
  hooks: ShellHooks,
  line: string,
  cursor: number,
): Promise<Completion> {
  const before = line.slice(0, cursor);
  const segment = /(?:^|[;&|(`]|&&|\|\|)\s*([^;&|(`]*)$/.exec(before)?.[1] ?? before;
  const words = segment.split(/\s+/);
  const current = words.at(-1) ?? '';
  const candidates = await candidatesFor(shell, hooks, words, current);
  const unique = [...new Set(candidates)].sort();
  return { replace: current.length, candidates: unique };
}

async function candidatesFor(
  shell: Interpreter,
  hooks: ShellHooks,
  words: readonly string[],
  current: string,
): Promise<string[]> {
  if (current.startsWith('$')) return variableNames(shell, current);
  if (words.length === 1 && !current.includes('/')) return commandNames(shell, current);
  const known = (await hooks.completeArguments?.(words)) ?? [];
  const fitting = known.filter((candidate) => candidate.startsWith(current));
  return fitting.length ? fitting : fileNames(shell, current, words[0] === 'cd');
}

function variableNames(shell: Interpreter, current: string): string[] {
  const name = current.slice(1);
  return [...shell.state.variables.keys()]
    .filter((key) => /^\w/.test(key) && key.startsWith(name))
    .map((key) => `$${key}`);
}

function commandNames(shell: Interpreter, current: string): string[] {
  const names = [...BUILTINS.keys(), ...shell.state.functions.keys(), ...shell.state.aliases.keys()];
  for (const directory of (shell.state.get('PATH') ?? '').split(':'))
    names.push(...listDirectory(shell, directory).map((entry) => entry.name));
  return names.filter((name) => name.startsWith(current));
}

function fileNames(shell: Interpreter, current: string, onlyDirectories: boolean): string[] {
  const slash = current.lastIndexOf('/') + 1;
  const [directory, prefix] = [current.slice(0, slash), current.slice(slash)];
  const home = shell.state.get('HOME') ?? '/root';
  const real = directory.startsWith('~/') ? home + directory.slice(1) : directory;
  return listDirectory(shell, real || '.')
    .filter(({ name }) => name.startsWith(prefix) && (prefix.startsWith('.') || !name.startsWith('.')))
    .map(({ name }) => ({
      name,
      isDirectory: shell.proc.files.statIfAny(`${real || './'}${name}`)?.type === 'directory',
    }))
    .filter(({ isDirectory }) => isDirectory || !onlyDirectories)
    .map(
      ({ name, isDirectory }) =>
        directory + name.replace(/[ \\$"'*?&;()]/g, '\\$&') + (isDirectory ? '/' : ''),
    );
}

function listDirectory(shell: Interpreter, path: string): { name: string }[] {
  try {
    return shell.proc.files.readDir(path);
  } catch (error) {
    if (isSysError(error)) return [];
    throw error;
  }
}
