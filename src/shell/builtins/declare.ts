import { ExpansionError } from '../control-flow.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { assignPendingArray } from '../run/simple-command.ts';
import { elementsOf, keysOf, NAME_PATTERN, UNSET, type Variable } from '../variables.ts';

interface Attributes {
  exported?: boolean;
  readonly?: boolean;
  integer?: boolean;
  indexed?: boolean;
  keyed?: boolean;
}

/** `declare`, `typeset`, `local`, `export`, `readonly`. */
export async function declare(shell: Interpreter, words: readonly string[]): Promise<number> {
  const [name = 'declare'] = words;
  const { flags, unset, args } = readFlags(words.slice(1));
  const local =
    name === 'local' ||
    ((name === 'declare' || name === 'typeset') && shell.state.scopes.length > 0 && !flags.includes('g'));
  if (name === 'local' && shell.state.scopes.length === 0) {
    await shell.complain('local: can only be used in a function');
    return 1;
  }
  if (flags.includes('f') || flags.includes('F')) return printFunctions(shell, args, flags.includes('F'));
  if (args.length === 0 || (flags.includes('p') && name !== 'export')) return print(shell, name, args);
  if (flags.includes('n') && name === 'export') unset.push('x');
  const attributes = attributesOf(name, flags);
  let status = 0;
  for (const arg of args) if (!(await declareOne(shell, name, arg, local, attributes, unset))) status = 1;
  return status;
}

function readFlags(args: readonly string[]): { flags: string; unset: string[]; args: string[] } {
  let flags = '';
  const unset: string[] = [];
  let index = 0;
  for (; index < args.length; index++) {
    const arg = args[index] as string;
    if (arg === '--') {
      index++;
      break;
    }
    if (/^-[a-zA-Z]+$/.test(arg)) flags += arg.slice(1);
    else if (/^\+[a-zA-Z]+$/.test(arg)) unset.push(...arg.slice(1));
    else break;
  }
  return { flags, unset, args: args.slice(index) };
}

function attributesOf(name: string, flags: string): Attributes {
  return {
    ...(name === 'export' || flags.includes('x') ? { exported: true } : {}),
    ...(name === 'readonly' || flags.includes('r') ? { readonly: true } : {}),
    ...(flags.includes('i') ? { integer: true } : {}),
    ...(flags.includes('a') ? { indexed: true } : {}),
    ...(flags.includes('A') ? { keyed: true } : {}),
  };
}

async function declareOne(
  shell: Interpreter,
  builtin: string,
  arg: string,
  local: boolean,
  attributes: Attributes,
  unset: readonly string[],
): Promise<boolean> {
  const match = /^([A-Za-z_]\w*)(?:(\+)?=([\s\S]*))?$/.exec(arg);
  const name = match?.[1];
  if (!name || !NAME_PATTERN.test(name)) {
    await shell.complain(`${builtin}: \`${arg}': not a valid identifier`);
    return false;
  }
  const { state } = shell;
  if (local) state.declareLocal(name);
  const old = state.variables.get(name) ?? UNSET;
  if (old.readonly && (match[3] !== undefined || unset.includes('r')))
    throw new ExpansionError(`${name}: readonly variable`);
  state.variables.set(name, withAttributes(old, { ...attributes, readonly: old.readonly }, unset));
  if (match[3] === '(') await assignPendingArray(shell, name);
  else if (match[3] !== undefined) await assignText(shell, name, match[3], match[2] === '+');
  if (attributes.readonly)
    state.variables.set(name, { ...(state.variables.get(name) ?? UNSET), readonly: true });
  return true;
}

function withAttributes(
  old: Variable,
  { indexed, keyed, ...flags }: Attributes,
  unset: readonly string[],
): Variable {
  const made: Variable = {
    ...old,
    ...flags,
    ...(unset.includes('x') ? { exported: false } : {}),
    ...(unset.includes('i') ? { integer: false } : {}),
  };
  if (indexed && !made.indexed)
    return { ...made, value: undefined, indexed: new Map(made.value === undefined ? [] : [[0, made.value]]) };
  if (keyed && !made.keyed) return { ...made, value: undefined, keyed: new Map() };
  return made;
}

async function assignText(shell: Interpreter, name: string, text: string, append: boolean): Promise<void> {
  const variable = shell.state.variables.get(name);
  const value = variable?.integer ? String(await shell.expander.arithmetic(text)) : text;
  shell.state.set(name, append ? (shell.state.get(name) ?? '') + value : value);
}

function quoteValue(text: string): string {
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/** A line of `declare -p`. */
export function formatVariable(name: string, variable: Variable): string {
  const letters = [
    variable.indexed ? 'a' : '',
    variable.keyed ? 'A' : '',
    variable.integer ? 'i' : '',
    variable.readonly ? 'r' : '',
    variable.exported ? 'x' : '',
  ].join('');
  const head = `declare ${letters ? `-${letters}` : '--'} ${name}`;
  if (variable.indexed || variable.keyed) {
    const values = elementsOf(variable);
    const pairs = keysOf(variable).map((key, index) => `[${key}]=${quoteValue(values[index] ?? '')}`);
    return `${head}=(${pairs.join(' ')}${variable.keyed && pairs.length ? ' ' : ''})\n`;
  }
  return variable.value === undefined ? `${head}\n` : `${head}=${quoteValue(variable.value)}\n`;
}

async function print(shell: Interpreter, builtin: string, names: readonly string[]): Promise<number> {
  const { variables } = shell.state;
  let status = 0;
  const chosen = names.length
    ? names
    : [...variables.keys()].filter((name) => NAME_PATTERN.test(name)).sort();
  for (const name of chosen) {
    const variable = variables.get(name);
    if (!variable) {
      await shell.complain(`${builtin}: ${name}: not found`);
      status = 1;
    } else if (names.length || matches(builtin, variable))
      await shell.proc.out(formatVariable(name, variable));
  }
  return status;
}

function matches(builtin: string, variable: Variable): boolean {
  if (builtin === 'export') return variable.exported;
  return builtin !== 'readonly' || variable.readonly;
}

async function printFunctions(
  shell: Interpreter,
  names: readonly string[],
  onlyNames: boolean,
): Promise<number> {
  const chosen = names.length ? names : [...shell.state.functions.keys()].sort();
  for (const name of chosen) {
    const found = shell.state.functions.get(name);
    if (!found) return 1;
    const text = `${name} () \n${found.source.slice(found.body.pos, found.body.end)}\n`;
    await shell.proc.out(onlyNames ? (names.length ? `${name}\n` : `declare -f ${name}\n`) : text);
  }
  return 0;
}
