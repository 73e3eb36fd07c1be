import { elementsOf, keysOf, NAME_PATTERN, scalarOf, UNSET } from '../variables.ts';
import type { Flavour } from '../flavour.ts';
import type { ShellState } from '../shell-state.ts';
import { SHELL_OPTIONS } from '../shell-state.ts';
import { ExpansionError } from '../control-flow.ts';
import { callArray, isCallArray } from './call-arrays.ts';
import type { Expanded, Expander } from './expander.ts';

function single(value: string | undefined): Expanded | undefined {
  return value === undefined ? undefined : { values: [value], separate: false };
}

/** The value of `$name` for variables, positional and special parameters; undefined where it is unset. */
export function valueOfParameter(expander: Expander, name: string): Expanded | undefined {
  const { state, host } = expander;
  const first = name.charCodeAt(0);
  if (name === '_' && state.lastArgument !== undefined) return single(state.lastArgument);
  if (first > 64) {
    const value = scalarOf(state.find(name)) ?? (first < 91 ? dynamicVariable(expander, name) : undefined);
    return value === undefined ? undefined : { values: [value], separate: false };
  }
  if (first >= 48 && first <= 57)
    return single(/^0+$/.test(name) ? state.name : state.parameters[Number(name) - 1]);
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
      return single(String(state.shellPid ?? host.proc.pid));
    case '!':
      return state.lastBackground ? single(String(state.lastBackground)) : undefined;
    case '-':
      return single(flagsOf(state, host.flavour));
    default:
      return undefined;
  }
}

/** The letters of `$-` in the order the shells show them. @see bash flags.c; dash options.c, read from its end */
const BASH_FLAGS = 'abefhikmnprtuvxBCEHPTcs';
const DASH_FLAGS = 'ubaCEVvxsnmiIfe';

/** `$-` */
function flagsOf(state: ShellState, flavour: Flavour): string {
  const set = new Set<string>([...state.options].map((option) => SHELL_OPTIONS[option]));
  if (state.interactive) set.add('i');
  if (state.sourceKind === 'command') set.add('c');
  if (state.sourceKind === 'input') set.add('s');
  const order = flavour === 'bash' ? BASH_FLAGS : DASH_FLAGS;
  return [...order].filter((letter) => set.has(letter)).join('');
}

/** Those of bash that ash has too. */
const ASH_VARIABLES = new Set(['RANDOM', 'EPOCHSECONDS', 'EPOCHREALTIME']);

/** Variables that are computed when they are read. */
function dynamicVariable({ state, host }: Expander, name: string): string | undefined {
  switch (name) {
    case 'LINENO':
      if (host.flavour === 'dash') return undefined;
      return String(state.line - (host.flavour === 'ash' && state.sourceKind === 'command' ? 1 : 0));
    case 'PPID':
      return String(host.proc.ppid);
    default:
      return host.flavour === 'bash' || (host.flavour === 'ash' && ASH_VARIABLES.has(name))
        ? bashVariable({ state, host }, name)
        : undefined;
  }
}

function bashVariable({ state, host }: Pick<Expander, 'state' | 'host'>, name: string): string | undefined {
  const { proc } = host;
  switch (name) {
    case 'RANDOM':
      return String(proc.random() & 0x7fff);
    case 'SRANDOM':
      return String(proc.random() >>> 0);
    case 'SECONDS':
      return String(Math.floor((proc.now() - state.startMs) / 1000));
    case 'EPOCHSECONDS':
      return String(Math.floor(proc.now() / 1000));
    case 'EPOCHREALTIME':
      return (proc.now() / 1000).toFixed(6);
    case 'BASHPID':
      return String(proc.pid);
    case 'BASH_SUBSHELL':
      return String(state.subshell);
    case 'UID':
    case 'EUID':
      return String(proc.uid);
    case 'HOSTNAME':
      return proc.hostname;
    case 'FUNCNAME':
    case 'BASH_SOURCE':
    case 'BASH_LINENO':
      return callArray(state, name)[0];
    case 'BASH_COMMAND':
      return state.trapped ?? host.commandText;
    case 'PIPESTATUS':
      return String(state.pipeStatus[0] ?? 0);
    case 'DIRSTACK':
      return state.get('PWD');
    default:
      return undefined;
  }
}

/** `${name[@]}` and `${name[*]}`. */
export function arrayElements({ state }: Expander, name: string): string[] {
  if (name === 'PIPESTATUS') return state.pipeStatus.map(String);
  if (isCallArray(name)) return callArray(state, name);
  if (name === '@' || name === '*') return [...state.parameters];
  return elementsOf(state.find(name));
}

export function arrayKeys({ state }: Expander, name: string): string[] {
  if (name === 'PIPESTATUS') return state.pipeStatus.map((_, index) => String(index));
  if (isCallArray(name)) return callArray(state, name).map((_, index) => String(index));
  return keysOf(state.find(name));
}

/** One element, by key or by number (negative ones count from the end). */
export function arrayElement(expander: Expander, name: string, index: string): string | undefined {
  if (name === 'PIPESTATUS') return expander.state.pipeStatus[Number(index)]?.toString();
  if (isCallArray(name)) return callArray(expander.state, name).at(Number(index));
  const variable = expander.state.find(name);
  if (variable?.keyed) return variable.keyed.get(index);
  const number = Number(index);
  if (!variable?.indexed) return number === 0 || number === -1 ? scalarOf(variable) : undefined;
  return variable.indexed.get(number < 0 ? nextIndex(variable.indexed) + number : number);
}

/** The index after an array's last. */
export function nextIndex(indexed: ReadonlyMap<number, string>): number {
  const known = ends.get(indexed);
  if (known !== undefined) return known;
  let next = 0;
  for (const index of indexed.keys()) if (index >= next) next = index + 1;
  ends.set(indexed, next);
  return next;
}

/** The next index of arrays that were asked for it; only `assignElement` changes an array in place. */
const ends = new WeakMap<ReadonlyMap<number, string>, number>();

/** `name[key]=value`; in an array that is not associative, the key is a number. @throws ExpansionError */
export function assignElement(state: ShellState, given: string, key: string, value: string): void {
  const name = state.resolve(given);
  const variable = state.variables.get(name) ?? UNSET;
  if (variable.keyed) {
    const keyed = ownedCopy(state, variable.keyed);
    state.put(name, { ...variable, keyed });
    keyed.set(key, value);
    return;
  }
  const base = variable.indexed ?? new Map(variable.value === undefined ? [] : [[0, variable.value]]);
  const indexed = ownedCopy(state, base);
  const number = Number(key);
  const index = number < 0 ? nextIndex(indexed) + number : number;
  if (index < 0) throw new ExpansionError(`${name}[${key}]: bad array subscript`, 'line');
  state.put(name, { ...variable, value: undefined, indexed });
  const end = nextIndex(indexed);
  indexed.set(index, value);
  ends.set(indexed, Math.max(end, index + 1));
}

/** The array itself where nobody else sees it, else a copy that is ours. */
function ownedCopy<K>(state: ShellState, array: ReadonlyMap<K, string>): Map<K, string> {
  if (state.owned.has(array)) return array as Map<K, string>;
  const copy = new Map(array);
  state.owned.add(copy);
  return copy;
}

/** Names of variables that begin so. */
export function namesWithPrefix({ state }: Expander, prefix: string): string[] {
  return [...state.variables.keys()]
    .filter((name) => name.startsWith(prefix) && NAME_PATTERN.test(name))
    .sort();
}
