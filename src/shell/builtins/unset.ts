import { ExpansionError } from '../control-flow.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { NAME_PATTERN } from '../variables.ts';
import { fail, raise, type Builtin } from './builtin.ts';

export const unset: Builtin = async (shell, words) => {
  const flags = words
    .slice(1)
    .filter((word) => /^-[fvn]+$/.test(word))
    .join('');
  let status = 0;
  for (const name of words.slice(1).filter((word) => !/^-[fvn]+$/.test(word))) {
    if (shell.flavour !== 'bash' && !NAME_PATTERN.test(name) && !flags.includes('f'))
      return raise(shell, 'unset', `${name}: bad variable name`);
    const problem = unsetOne(shell, name, flags);
    if (problem !== undefined) status = await fail(shell, 'unset', problem);
  }
  return status;
};

/** What keeps it from being unset. */
function unsetOne(shell: Interpreter, name: string, flags: string): string | undefined {
  const { state } = shell;
  const element = /^(\w+)\[(.+)\]$/s.exec(name);
  if (element?.[1] !== undefined) {
    unsetElement(shell, element[1], element[2] ?? '');
    return undefined;
  }
  if (flags.includes('f')) state.functions.delete(name);
  else if (!NAME_PATTERN.test(name) && !flags.includes('v') && shell.flavour === 'bash') return undefined;
  else if (!NAME_PATTERN.test(name)) return `\`${name}': not a valid identifier`;
  else {
    const target = flags.includes('n') ? name : state.resolve(name);
    if (!state.variables.has(target)) {
      if (!flags.includes('v')) state.functions.delete(name);
      return undefined;
    }
    try {
      state.unset(target);
    } catch (error) {
      if (!(error instanceof ExpansionError)) throw error;
      if (shell.flavour !== 'bash')
        throw new ExpansionError(
          `unset: ${shell.flavour === 'ash' ? 'line 0: ' : ''}${state.readonlyMessage(name)}`,
          'shell',
        );
      return error.message;
    }
  }
  return undefined;
}

function unsetElement({ state, expander }: Interpreter, name: string, index: string): void {
  const variable = state.variables.get(name);
  if (index === '@' || index === '*') state.variables.delete(name);
  else if (variable?.keyed) {
    const keyed = new Map(variable.keyed);
    keyed.delete(expander.plainIndex(name, index));
    state.put(name, { ...variable, keyed });
  } else if (variable?.indexed) {
    const indexed = new Map(variable.indexed);
    const number = Number(expander.plainIndex(name, index));
    indexed.delete(number < 0 ? Math.max(-1, ...indexed.keys()) + 1 + number : number);
    state.put(name, { ...variable, indexed });
  }
}
