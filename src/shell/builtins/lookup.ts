import { expandsAliases } from '../run/expand-aliases.ts';
import { findCommand } from '../run/find-command.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { withFunctionsHidden } from '../run/without-functions.ts';
import { fail, print, type Builtin } from './builtin.ts';
import { hasBuiltin } from './builtin-sets.ts';
import { functionText } from './function-text.ts';

const KEYWORDS = new Set(
  'if then else elif fi for while until do done case esac in function select time coproc { } ! [[ ]]'.split(
    ' ',
  ),
);

interface Meaning {
  readonly kind: 'alias' | 'keyword' | 'function' | 'builtin' | 'file';
  /** As `type` says it. */
  readonly text: string;
  /** As `command -v` says it. */
  readonly brief: string;
}

function meaningsOf(shell: Interpreter, name: string): Meaning[] {
  const { state } = shell;
  const found: Meaning[] = [];
  const alias = expandsAliases(shell) ? state.aliases.get(name) : undefined;
  if (alias !== undefined)
    found.push({
      kind: 'alias',
      text: `${name} is aliased to \`${alias}'`,
      brief: `alias ${name}='${alias}'`,
    });
  if (KEYWORDS.has(name)) found.push({ kind: 'keyword', text: `${name} is a shell keyword`, brief: name });
  const body = state.functions.get(name);
  if (body)
    found.push({
      kind: 'function',
      text:
        shell.flavour === 'bash'
          ? `${name} is a function\n${functionText(name, body).trimEnd()}`
          : shell.flavour === 'dash'
            ? `${name} is a shell function`
            : `${name} is a function`,
      brief: name,
    });
  if (hasBuiltin(shell, name))
    found.push({ kind: 'builtin', text: `${name} is a shell builtin`, brief: name });
  const known = state.hashed.get(name)?.path;
  if (known !== undefined) found.push({ kind: 'file', text: `${name} is hashed (${known})`, brief: known });
  const path = findCommand(shell, name, state.get('PATH'));
  if (typeof path === 'string' && path !== known)
    found.push({ kind: 'file', text: `${name} is ${path}`, brief: path });
  return found;
}

export const type: Builtin = async (shell, words) => {
  const flags = words
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('');
  let status = 0;
  for (const name of words.slice(1).filter((word) => !word.startsWith('-'))) {
    const all = meaningsOf(shell, name);
    const fitting = /[pP]/.test(flags) ? all.filter(({ kind }) => kind === 'file') : all;
    if (all.length === 0) {
      if (!/[tpP]/.test(flags)) {
        if (shell.flavour === 'bash') await fail(shell, 'type', `${name}: not found`);
        else await print(shell, `${name}: not found\n`);
      }
      status = shell.flavour === 'bash' ? 1 : 127;
      continue;
    }
    for (const { kind, text, brief } of flags.includes('a') ? fitting : fitting.slice(0, 1))
      await print(shell, `${flags.includes('t') ? kind : /[pP]/.test(flags) ? brief : text}\n`);
  }
  return status;
};

export const command: Builtin = async (shell, words) => {
  let args = words.slice(1);
  let flags = '';
  for (; /^-[pvV]+$/.test(args[0] ?? ''); args = args.slice(1)) flags += (args[0] ?? '').slice(1);
  if (args[0] === '--') args = args.slice(1);
  const [name] = args;
  if (name === undefined) return 0;
  if (/[vV]/.test(flags)) return explain(shell, args, flags.includes('V'));
  const builtin = hasBuiltin(shell, name) ? shell.builtins.get(name) : undefined;
  return builtin ? builtin(shell, args) : withFunctionsHidden(shell, args);
};

async function explain(shell: Interpreter, names: readonly string[], long: boolean): Promise<number> {
  let status = 1;
  for (const name of shell.flavour === 'bash' ? names : names.slice(0, 1)) {
    const [meaning] = meaningsOf(shell, name);
    if (meaning) {
      status = 0;
      await print(shell, `${long ? meaning.text : meaning.brief}\n`);
    } else if (long)
      await (shell.flavour === 'bash'
        ? fail(shell, 'command', `${name}: not found`)
        : print(shell, `${name}: not found\n`));
  }
  return status === 1 && shell.flavour !== 'bash' ? 127 : status;
}

export const builtinCommand: Builtin = (shell, words) => {
  const [, name] = words;
  if (name === undefined) return 0;
  const found = hasBuiltin(shell, name) ? shell.builtins.get(name) : undefined;
  return found ? found(shell, words.slice(1)) : fail(shell, 'builtin', `${name}: not a shell builtin`);
};
