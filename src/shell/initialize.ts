import type { Process } from '../kernel/process.ts';
import { ShellState } from './shell-state.ts';
import { UNSET } from './variables.ts';

/** A shell's state at its start: the environment and the variables every shell has. */
export function initializeState(proc: Process, name: string): ShellState {
  const state = new ShellState();
  state.name = name;
  state.startMs = proc.now();
  state.importEnvironment(proc.env);
  const plain = (key: string, value: string): void => {
    if (!state.variables.has(key)) state.variables.set(key, { ...UNSET, value });
  };
  state.variables.set('PWD', { ...UNSET, value: proc.files.cwd, exported: true });
  plain('IFS', ' \t\n');
  plain('PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin');
  plain('OPTIND', '1');
  if (!proc.busybox) {
    plain('BASH_VERSION', '5.2.37(1)-release');
    state.variables.set('BASH_VERSINFO', {
      ...UNSET,
      indexed: new Map(['5', '2', '37', '1', 'release'].map((part, index) => [index, part])),
    });
    const level = Number(state.get('SHLVL') ?? 0) + 1;
    state.variables.set('SHLVL', { ...UNSET, value: String(level), exported: true });
  }
  return state;
}
