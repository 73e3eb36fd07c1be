import { isSysError } from '../../kernel/errno.ts';
import { joinPath, normalizePath } from '../../kernel/files/path.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { UNSET } from '../variables.ts';
import { fail, print, usage, type Builtin } from './builtin.ts';

/** `$PWD` where it still is the current directory (it may go through symlinks), else the real path. */
export function logicalCwd({ state, proc }: Interpreter): string {
  const pwd = state.get('PWD');
  if (pwd === proc.files.cwd) return pwd;
  const here = proc.files.statIfAny('.');
  // Deleted under the shell: it keeps the name it knew.
  if (!here) return pwd ?? proc.files.cwd;
  const there = pwd?.startsWith('/') ? proc.files.statIfAny(pwd) : undefined;
  return pwd && there && here.ino === there.ino && here.dev === there.dev ? pwd : proc.files.cwd;
}

/** Changes directory and says why not, in the name of `builtin`. */
async function change(
  shell: Interpreter,
  builtin: string,
  target: string,
  physical = false,
): Promise<boolean> {
  const { state, proc } = shell;
  const old = logicalCwd(shell);
  try {
    proc.files.chdir(target === '' ? '.' : physical ? target : normalizePath(target, old));
  } catch (error) {
    if (!isSysError(error)) throw error;
    const text =
      shell.flavour === 'bash'
        ? `${target}: ${error.message}`
        : `can't cd to ${target}${shell.flavour === 'ash' ? `: ${error.message}` : ''}`;
    await fail(shell, builtin, text);
    return false;
  }
  const path = physical ? proc.files.cwd : target === '' ? old : normalizePath(target, old);
  state.variables.set('OLDPWD', { ...UNSET, ...state.variables.get('OLDPWD'), value: old, exported: true });
  state.variables.set('PWD', { ...UNSET, ...state.variables.get('PWD'), value: path });
  return true;
}

/** The directory below CDPATH that a relative name means. */
function searched({ state, proc }: Interpreter, target: string): string | undefined {
  if (/^(\/|\.\.?(\/|$))/.test(target)) return undefined;
  for (const base of (state.get('CDPATH') ?? '').split(':')) {
    if (base !== '' && proc.files.statIfAny(joinPath(base, target))?.type === 'directory')
      return joinPath(base, target);
  }
  return undefined;
}

export const cd: Builtin = async (shell, words) => {
  let args = words.slice(1);
  let physical = shell.state.options.has('physical');
  for (; /^-[LPe@]+$/.test(args[0] ?? ''); args = args.slice(1)) physical = args[0]?.includes('P') ?? false;
  if (args[0] === '--') args = args.slice(1);
  if (/^-./.test(args[0] ?? ''))
    return usage(shell, 'cd', '[-L|[-P [-e]] [-@]] [dir]', `-${args[0]?.[1] ?? ''}: invalid option`);
  if (args.length > 1 && shell.flavour === 'bash') return fail(shell, 'cd', 'too many arguments');
  const back = args[0] === '-';
  const target = back ? shell.state.get('OLDPWD') : (args[0] ?? shell.state.get('HOME'));
  if (target === undefined) return fail(shell, 'cd', back ? 'OLDPWD not set' : 'HOME not set');
  const found = searched(shell, target);
  if (!(await change(shell, 'cd', found ?? target, physical))) return shell.flavour === 'bash' ? 1 : 2;
  return back || found !== undefined ? print(shell, `${shell.state.get('PWD') ?? ''}\n`) : 0;
};

export const pwd: Builtin = (shell, words) =>
  print(shell, `${words.includes('-P') ? shell.proc.files.cwd : logicalCwd(shell)}\n`);

function shortPath({ state }: Interpreter, path: string): string {
  const home = state.get('HOME') ?? '';
  return home && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path;
}

export const dirs: Builtin = (shell, words) => {
  const flags = words.slice(1).join('');
  if (flags.includes('c')) {
    shell.state.directories = [];
    return 0;
  }
  const all = [logicalCwd(shell), ...shell.state.directories];
  const shown = flags.includes('l') ? all : all.map((path) => shortPath(shell, path));
  if (flags.includes('v'))
    return print(shell, shown.map((path, index) => `${String(index).padStart(2)}  ${path}\n`).join(''));
  return print(shell, flags.includes('p') ? `${shown.join('\n')}\n` : `${shown.join(' ')}\n`);
};

export const pushd: Builtin = async (shell, words) => {
  const { state } = shell;
  const here = logicalCwd(shell);
  const turn = /^[+-](\d+)$/.exec(words[1] ?? '');
  if (turn || words[1] === undefined) {
    const all = [here, ...state.directories];
    if (all.length < 2)
      return fail(
        shell,
        'pushd',
        turn ? `${words[1] ?? ''}: directory stack index out of range` : 'no other directory',
      );
    const at = turn ? Number(turn[1]) : 1;
    const index = words[1]?.startsWith('-') ? all.length - 1 - at : at;
    if (index < 0 || index >= all.length)
      return fail(shell, 'pushd', `${words[1] ?? ''}: directory stack index out of range`);
    const turned = turn
      ? [...all.slice(index), ...all.slice(0, index)]
      : [all[1] ?? here, here, ...all.slice(2)];
    if (!(await change(shell, 'pushd', turned[0] ?? here))) return 1;
    state.directories = turned.slice(1);
    return dirs(shell, ['dirs']);
  }
  if (!(await change(shell, 'pushd', words[1]))) return 1;
  state.directories.unshift(here);
  return dirs(shell, ['dirs']);
};

export const popd: Builtin = async (shell) => {
  const [target] = shell.state.directories;
  if (target === undefined) return fail(shell, 'popd', 'directory stack empty');
  if (!(await change(shell, 'popd', target))) return 1;
  shell.state.directories.shift();
  return dirs(shell, ['dirs']);
};
