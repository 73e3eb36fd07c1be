import { elementsOf, keysOf, NAME_PATTERN, scalarOf, UNSET } from '../variables.ts';
import type { ShellState } from '../shell-state.ts';
import { SHELL_OPTIONS } from '../shell-state.ts';
import type { Expanded, Expander } from './expander.ts';

function single(value: string | undefined): Expanded | undefined {
  return value === undefined ? undefined : { values: [value], separate: false };
}

/** The value of `$name` for variables, positional and special parameters; undefined where it is unset. */
export function valueOfParameter(expander: Expander, name: string): Expanded | undefined {
  const { state, host } = expander;
  if (/^\d+$/.test(name)) return single(name === '0' ? state.name : state.parameters[Number(name) - 1]);
  switch (name) {
    case '@':
      return { values: state.parameters, separate: true };
    case '*':
      return { values: state.parameters, separate: false };
    case '#':
      return single(String(state.parameters.length));
    case '?':
      return single(String(state.status));
    case '$':
      return single(state.get('\0pid') ?? String(host.proc.pid));
    case '!':
      return state.lastBackground ? single(String(state.lastBackground)) : undefined;
    case '-':
      return single(flagsOf(state));
    default:
      return single(dynamicVariable(expander, name) ?? scalarOf(state.variables.get(name)));
  }
}

function flagsOf(state: ShellState): string {
  return [...state.options].map((option) => SHELL_OPTIONS[option]).join('');
}

/** Variables that are computed when they are read. */
function dynamicVariable({ state, host }: Expander, name: string): string | undefined {
  switch (name) {
    case 'RANDOM':
      return String(host.proc.random() & 0x7fff);
    case 'SECONDS':
      return String(Math.floor((host.proc.now() - state.startMs) / 1000));
    case 'LINENO':
      return String(state.line);
    case 'EPOCHSECONDS':
      return String(Math.floor(host.proc.now() / 1000));
    case 'BASHPID':
      return String(host.proc.pid);
    case 'BASH_SUBSHELL':
      return String(state.subshell);
    case 'PPID':
      return String(host.proc.ppid);
    case 'UID':
    case 'EUID':
      return String(host.proc.uid);
    case 'HOSTNAME':
      return state.variables.has('HOSTNAME') ? undefined : host.proc.hostname;
    case 'FUNCNAME':
      return state.functionNames.at(-1);
    case 'PIPESTATUS':
      return String(state.pipeStatus[0] ?? 0);
    default:
      return undefined;
  }
}

/** `${name[@]}` and `${name[*]}`. */
export function arrayElements({ state }: Expander, name: string): string[] {
  if (name === 'PIPESTATUS') return state.pipeStatus.map(String);
  if (name === 'FUNCNAME') return [...state.functionNames].reverse();
  if (name === '@' || name === '*') return [...state.parameters];
  return elementsOf(state.variables.get(name));
}

export function arrayKeys({ state }: Expander, name: string): string[] {
  if (name === 'PIPESTATUS') return state.pipeStatus.map((_, index) => String(index));
  return keysOf(state.variables.get(name));
}

/** One element, by key or by number (negative ones count from the end). */
export function arrayElement(expander: Expander, name: string, index: string): string | undefined {
  if (name === 'PIPESTATUS') return expander.state.pipeStatus[Number(index)]?.toString();
  const variable = expander.state.variables.get(name);
  if (variable?.keyed) return variable.keyed.get(index);
  const number = Number(index);
  if (!variable?.indexed) return number === 0 ? scalarOf(variable) : undefined;
  const last = Math.max(-1, ...variable.indexed.keys());
  return variable.indexed.get(number < 0 ? last + 1 + number : number);
}

/** `name[index]=value` */
export function assignElement(
  state: ShellState,
  name: string,
  key: string,
  value: string,
  number: number,
): void {
  const variable = state.variables.get(name) ?? UNSET;
  if (variable.keyed) return state.put(name, { ...variable, keyed: new Map(variable.keyed).set(key, value) });
  const base = variable.indexed ?? (variable.value === undefined ? [] : [[0, variable.value] as const]);
  const indexed = new Map<number, string>(base);
  const last = Math.max(-1, ...indexed.keys());
  state.put(name, {
    ...variable,
    value: undefined,
    indexed: indexed.set(number < 0 ? last + 1 + number : number, value),
  });
}

/** Names of variables that begin so. */
export function namesWithPrefix({ state }: Expander, prefix: string): string[] {
  return [...state.variables.keys()]
    .filter((name) => name.startsWith(prefix) && NAME_PATTERN.test(name))
    .sort();
}
