import type { Interpreter } from '../run/interpreter.ts';
import { NAME_PATTERN } from '../variables.ts';
import { fail, raise, usage, type Builtin } from './builtin.ts';

export const getopts: Builtin = (shell, words) => {
  const [, spec, name, ...given] = words;
  const { flavour } = shell;
  if (spec === undefined || name === undefined) {
    if (flavour === 'bash') return usage(shell, 'getopts', 'optstring name [arg ...]');
    const text = { ash: 'usage: getopts optstring var [arg]', dash: 'Usage: getopts optstring var [arg...]' };
    return raise(shell, 'getopts', text[flavour]);
  }
  if (!NAME_PATTERN.test(name))
    return flavour === 'bash'
      ? fail(shell, 'getopts', `\`${name}': not a valid identifier`)
      : raise(shell, 'getopts', `${name}: bad variable name`);
  const { state } = shell;
  const args = words.length > 3 ? given : state.parameters;
  const index = Number(state.get('OPTIND') ?? 1);
  if (index !== state.getoptsIndex) state.getoptsOffset = 1;
  state.getoptsIndex = index;
  const arg = args[index - 1];
  if (arg === undefined || !/^-./.test(arg) || arg === '--') {
    if (arg === '--') advance(shell, 1);
    state.set(name, '?');
    state.variables.delete('OPTARG');
    state.getoptsOffset = 1;
    return 1;
  }
  return takeOption(shell, spec, name, args, arg);
};

function advance({ state }: Interpreter, by: number): void {
  state.getoptsIndex += by;
  state.set('OPTIND', String(state.getoptsIndex));
  state.getoptsOffset = 1;
}

function takeOption(
  shell: Interpreter,
  spec: string,
  name: string,
  args: readonly string[],
  arg: string,
): number | Promise<number> {
  const { state } = shell;
  const silent = spec.startsWith(':');
  const letter = arg[state.getoptsOffset] ?? '';
  const last = state.getoptsOffset + 1 >= arg.length;
  const at = letter === ':' ? -1 : spec.indexOf(letter, silent ? 1 : 0);
  if (at >= 0 && spec[at + 1] === ':') {
    const value = last ? args[state.getoptsIndex] : arg.slice(state.getoptsOffset + 1);
    advance(shell, last && value !== undefined ? 2 : 1);
    if (value === undefined) return wrong(shell, name, letter, silent, ':', 'option requires an argument');
    state.set(name, letter);
    state.set('OPTARG', value);
    return 0;
  }
  if (last) advance(shell, 1);
  else state.getoptsOffset++;
  if (at < 0) return wrong(shell, name, letter, silent, '?', 'illegal option');
  state.set(name, letter);
  state.variables.delete('OPTARG');
  return 0;
}

function wrong(
  { state, proc, flavour }: Interpreter,
  name: string,
  letter: string,
  silent: boolean,
  mark: string,
  message: string,
): number | Promise<number> {
  state.set(name, silent ? mark : '?');
  if (silent) {
    state.set('OPTARG', letter);
    return 0;
  }
  state.variables.delete('OPTARG');
  if (state.get('OPTERR') === '0') return 0;
  const text =
    flavour === 'dash' && mark === ':'
      ? `No arg for -${letter} option`
      : flavour === 'dash'
        ? `Illegal option -${letter}`
        : `${state.name}: ${message} -- ${letter}`;
  const slow = proc.err(`${text}\n`);
  return slow ? slow.then(() => 0) : 0;
}
