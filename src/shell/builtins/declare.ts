import { ExpansionError, ShellExit } from '../control-flow.ts';
import { assign, assignText } from '../run/assign.ts';
import { drive } from '../maybe.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { assignElement } from '../expand/special-parameters.ts';
import { NAME_PATTERN, UNSET, type Variable } from '../variables.ts';
import { formatVariable } from '../format-variable.ts';
import { fail, print, raise, type Builtin } from './builtin.ts';
import { functionText } from './function-text.ts';
import { showUsage } from './show-usage.ts';

/** `declare`, `typeset`, `local`, `export`, `readonly`. */
export const declare: Builtin = async (shell, words) => {
  const [name = 'declare'] = words;
  const { flags, unset, args, wrong } = readFlags(words.slice(1));
  if (wrong !== undefined) return showUsage(shell, name, `${wrong}: invalid option`);
  const inFunction = shell.state.scopes.length > 0;
  if (name === 'local' && !inFunction)
    return shell.flavour === 'bash'
      ? fail(shell, 'local', 'can only be used in a function')
      : raise(shell, 'local', 'not in a function');
  const local = name === 'local' || (/^(declare|typeset)$/.test(name) && inFunction && !flags.includes('g'));
  if (/[fF]/.test(flags) && name !== 'export') return printFunctions(shell, args, flags.includes('F'));
  if (/[fF]/.test(flags)) return exportFunctions(shell, args, !flags.includes('n'));
  if (args.length === 0 || (flags.includes('p') && name !== 'export'))
    return printVariables(shell, name, flags, args);
  const attributes = attributesOf(
    name,
    flags,
    name === 'export' && flags.includes('n') ? [...unset, 'x'] : unset,
  );
  let status = 0;
  for (const arg of args) if (!(await declareOne(shell, name, arg, local, attributes))) status = 1;
  return status;
};

function readFlags(args: readonly string[]): {
  flags: string;
  unset: string[];
  args: string[];
  wrong?: string;
} {
  let flags = '';
  const unset: string[] = [];
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      index++;
      break;
    }
    const wrong = /^[-+][a-zA-Z]*?([^-+aAfFgiIlnprtux])/.exec(arg)?.[1];
    if (/^[-+]./.test(arg) && wrong !== undefined)
      return { flags, unset, args: [], wrong: `${arg[0] ?? ''}${wrong}` };
    if (/^-[a-zA-Z]+$/.test(arg)) flags += arg.slice(1);
    else if (/^\+[a-zA-Z]+$/.test(arg)) unset.push(...arg.slice(1));
    else break;
  }
  return { flags, unset, args: args.slice(index) };
}

interface Attributes {
  readonly change: (old: Variable) => Variable;
  readonly readonly: boolean;
  readonly reference: boolean;
}

function attributesOf(name: string, flags: string, unset: readonly string[]): Attributes {
  const has = (letter: string): boolean => flags.includes(letter);
  return {
    readonly: name === 'readonly' || has('r'),
    reference: has('n') && name !== 'export',
    change: (old) => {
      const made: Variable = {
        ...old,
        ...(name === 'export' || has('x') ? { exported: true } : {}),
        ...(has('i') ? { integer: true } : {}),
        ...(has('l') ? { letterCase: 'lower' } : has('u') ? { letterCase: 'upper' } : {}),
        ...(unset.includes('x') ? { exported: false } : {}),
        ...(unset.includes('i') ? { integer: false } : {}),
      };
      const first = made.value === undefined ? [] : [[0, made.value] as const];
      if (has('a') && !made.indexed) return { ...made, value: undefined, indexed: new Map(first) };
      if (has('A') && !made.keyed) return { ...made, value: undefined, keyed: new Map() };
      return made;
    },
  };
}

async function declareOne(
  shell: Interpreter,
  builtin: string,
  arg: string,
  local: boolean,
  { change, readonly, reference }: Attributes,
): Promise<boolean> {
  const [, name = '', index, append, value] =
    /^([A-Za-z_]\w*)(\[.*?\])?(?:(\+)?=([\s\S]*))?$/.exec(arg) ?? [];
  if (!NAME_PATTERN.test(name)) {
    const bad = /^([^=]*)/.exec(arg)?.[1] ?? arg;
    await fail(
      shell,
      builtin,
      shell.flavour === 'bash' ? `\`${arg}': not a valid identifier` : `${bad}: bad variable name`,
    );
    if (shell.flavour !== 'bash') throw new ShellExit(2);
    return false;
  }
  const { state } = shell;
  if (local) {
    if (state.variables.get(name)?.readonly) {
      await fail(shell, builtin, `${name}: readonly variable`);
      return false;
    }
    state.declareLocal(name, shell.flavour !== 'bash');
  }
  const target = reference ? name : state.resolve(name);
  const old = state.variables.get(target) ?? UNSET;
  if (old.readonly && value !== undefined) {
    if (shell.flavour !== 'bash') throw new ExpansionError(state.readonlyMessage(target), 'shell');
    const own = builtin === 'export' || builtin === 'readonly' ? undefined : builtin;
    await shell.complain(`${target}: readonly variable`, own);
    return false;
  }
  if (reference) {
    state.variables.set(name, { ...UNSET, reference: value ?? '' });
    return true;
  }
  if (!old.readonly || value === undefined) state.variables.set(target, change(old));
  const pending = value === '(' ? state.pendingArrays.get(name) : undefined;
  state.pendingArrays.delete(name);
  if (pending) await drive(assign(shell, pending));
  else if (value !== undefined && index !== undefined)
    assignElement(state, target, shell.expander.plainIndex(target, index.slice(1, -1)), value);
  else if (value !== undefined) assignText(shell, target, value, append === '+');
  if (readonly) state.variables.set(target, { ...(state.variables.get(target) ?? UNSET), readonly: true });
  return true;
}

async function printVariables(
  shell: Interpreter,
  builtin: string,
  flags: string,
  names: readonly string[],
): Promise<number> {
  const { variables, scopes } = shell.state;
  let status = 0;
  const all = builtin === 'local' ? [...(scopes.at(-1)?.keys() ?? [])] : [...variables.keys()];
  const plain = shell.flavour !== 'bash' && (builtin === 'export' || builtin === 'readonly');
  for (const name of names.length ? names : all.filter((key) => NAME_PATTERN.test(key)).sort()) {
    const variable = variables.get(name);
    if (!variable) {
      status = await fail(shell, builtin, `${name}: not found`);
    } else if (names.length || matches(builtin, flags, variable)) {
      const quoted = `'${(variable.value ?? '').replaceAll("'", "'\\''")}'`;
      await print(shell, plain ? `${builtin} ${name}=${quoted}\n` : formatVariable(name, variable));
    }
  }
  return status;
}

function matches(builtin: string, flags: string, variable: Variable): boolean {
  if (builtin === 'export' || flags.includes('x')) return variable.exported;
  if (builtin === 'readonly' || flags.includes('r')) return variable.readonly;
  if (flags.includes('A')) return variable.keyed !== undefined;
  return !flags.includes('a') || variable.indexed !== undefined;
}

async function exportFunctions(
  shell: Interpreter,
  names: readonly string[],
  exported: boolean,
): Promise<number> {
  let status = 0;
  for (const name of names) {
    const found = shell.state.functions.get(name);
    if (found) shell.state.functions.set(name, { ...found, exported });
    else status = await fail(shell, 'export', `${name}: not a function`);
  }
  return status;
}

async function printFunctions(
  shell: Interpreter,
  names: readonly string[],
  onlyNames: boolean,
): Promise<number> {
  let status = 0;
  for (const name of names.length ? names : [...shell.state.functions.keys()].sort()) {
    const found = shell.state.functions.get(name);
    if (!found) status = 1;
    else
      await print(
        shell,
        onlyNames ? (names.length ? `${name}\n` : `declare -f ${name}\n`) : functionText(name, found),
      );
  }
  return status;
}
