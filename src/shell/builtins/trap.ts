import { parseSignal, SIGNALS, type Signal } from '../../kernel/signals.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, print, type Builtin } from './builtin.ts';
import { listSignals } from './kill.ts';

export const trap: Builtin = async (shell, words) => {
  const { state } = shell;
  let args = words.slice(1);
  if (args[0] === '-l') return print(shell, listSignals());
  const show = args[0] === '-p' || args.length === 0;
  if (args[0] === '-p') args = args.slice(1);
  if (args[0] === '--') args = args.slice(1);
  if (show) return print(shell, describe(shell, args));
  const [action = '-', ...names] = args.length === 1 ? ['-', ...args] : args;
  let status = 0;
  for (const spec of names) {
    const name = trapName(spec);
    if (name === undefined) {
      if (shell.flavour === 'dash') await shell.proc.err(`trap: ${spec}: bad trap\n`);
      else await fail(shell, 'trap', `${spec}: invalid signal specification`);
      status = 1;
      continue;
    }
    if (action === '-') state.traps.delete(name);
    else state.traps.set(name, action);
    const signal = name === 'EXIT' ? undefined : parseSignal(name);
    if (signal) shell.proc.onSignal(signal, signalAction(shell, signal, action));
  }
  return status;
};

function describe({ state, flavour }: Interpreter, specs: readonly string[]): string {
  const order = ['EXIT', ...SIGNALS.map((signal) => signal.slice(3)), 'DEBUG', 'ERR', 'RETURN'];
  const chosen = specs.length ? specs.map((spec) => trapName(spec) ?? spec) : order;
  return chosen
    .flatMap((name) => {
      const action = state.traps.get(name);
      if (action === undefined) return [];
      const label = flavour !== 'bash' || !SIGNALS.includes(`SIG${name}` as Signal) ? name : `SIG${name}`;
      return [`trap -- '${action.replaceAll("'", "'\\''")}' ${label}\n`];
    })
    .join('');
}

function trapName(spec: string): string | undefined {
  const upper = spec.toUpperCase().replace(/^SIG/, '');
  if (upper === 'EXIT' || upper === '0') return 'EXIT';
  if (upper === 'ERR' || upper === 'DEBUG' || upper === 'RETURN') return upper;
  return parseSignal(spec)?.slice(3);
}

function signalAction(
  shell: Interpreter,
  signal: Signal,
  action: string,
): 'default' | 'ignore' | (() => void) {
  if (action === '') return 'ignore';
  return action === '-' && !shell.options.interactive ? 'default' : () => shell.traps.add(signal);
}
