import type { Process } from '../kernel/process.ts';
import { importFunction } from './builtins/function-text.ts';
import { flavourOf } from './flavour.ts';
import { ShellState } from './shell-state.ts';
import { UNSET } from './variables.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Which bash it is: images of older systems have older ones. */
export function bashRelease({ release, busybox }: Process): string {
  return release && !busybox ? release : '5.2.37';
}

/** A shell's state at its start: the environment and the variables every shell has. `name` is `$0`. */
export function initializeState(proc: Process, name: string, flavourName = name): ShellState {
  const state = new ShellState();
  const flavour = flavourOf(proc, flavourName);
  state.name = name;
  state.flavourName = flavourName;
  state.startMs = proc.now();
  state.importEnvironment(proc.env);
  const plain = (key: string, value: string): void => {
    if (!state.variables.has(key)) state.variables.set(key, { ...UNSET, value });
  };
  state.variables.set('PWD', { ...UNSET, value: startDirectory(proc), exported: true });
  state.variables.set('IFS', { ...UNSET, value: ' \t\n' });
  plain('PATH', DEFAULT_PATH);
  state.variables.set('OPTIND', { ...UNSET, value: '1' });
  if (flavour === 'ash') state.readonlyMessage = (key) => `${key}: is read only`;
  if (flavour === 'dash') state.readonlyMessage = (key) => `${key}: is read only`;
  if (flavour === 'dash') return state;
  const level = Number(state.get('SHLVL') ?? 0) + 1;
  state.variables.set('SHLVL', { ...UNSET, value: String(level), exported: true });
  if (flavour === 'ash') plain('HOSTNAME', proc.hostname);
  if (flavour === 'ash') return state;
  if (!state.variables.has('OLDPWD')) state.variables.set('OLDPWD', { ...UNSET, exported: true });
  plain('BASH', '/usr/bin/bash');
  const release = bashRelease(proc);
  plain('BASH_VERSION', `${release}(1)-release`);
  plain('HOSTTYPE', 'x86_64');
  plain('OSTYPE', 'linux-gnu');
  plain('MACHTYPE', 'x86_64-pc-linux-gnu');
  plain('PS4', '+ ');
  const version = [...release.split('.'), '1', 'release', 'x86_64-pc-linux-gnu'];
  state.variables.set('BASH_VERSINFO', { ...UNSET, indexed: new Map(version.entries()), readonly: true });
  for (const [key, value] of proc.env) {
    const name = /^BASH_FUNC_(.+)%%$/.exec(key)?.[1];
    const found = name === undefined ? undefined : importFunction(name, value);
    if (name !== undefined && found) state.functions.set(name, found);
  }
  state.options.add('hashall');
  state.options.add('braceexpand');
  state.options.add('interactive-comments');
  return state;
}

/** PWD as inherited where it names the current directory, which may be through a symlink. */
function startDirectory({ env, files }: Process): string {
  const given = env.get('PWD');
  if (given === undefined || !given.startsWith('/') || given === files.cwd) return files.cwd;
  const [a, b] = [files.statIfAny(given), files.statIfAny('.')];
  return a && b && a.ino === b.ino && a.dev === b.dev ? given : files.cwd;
}
