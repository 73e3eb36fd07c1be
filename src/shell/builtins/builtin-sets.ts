import type { Interpreter } from '../run/interpreter.ts';

/** What only bash has. */
const BASH_ONLY = new Set([
  'bind', 'builtin', 'caller', 'compgen', 'complete', 'compopt', 'declare', 'dirs', 'disown', 'enable', 'fc', 'logout', 'mapfile', 'popd',
  'pushd', 'readarray', 'shopt', 'suspend', 'typeset',
]); // prettier-ignore
/** What dash lacks and ash has. */
const NOT_IN_DASH = new Set(['source', 'let', 'history', 'help']);

/** True where this shell has the builtin. */
export function hasBuiltin({ flavour, builtins, state }: Interpreter, name: string): boolean {
  if (flavour === 'bash') return builtins.has(name) && !state.disabled.has(name);
  return builtins.has(name) && !BASH_ONLY.has(name) && !(flavour === 'dash' && NOT_IN_DASH.has(name));
}

const SPECIAL = new Set([
  '.', ':', 'break', 'continue', 'eval', 'exec', 'exit', 'export', 'local', 'readonly', 'return', 'set', 'shift', 'times', 'trap', 'unset',
]); // prettier-ignore

/** Builtins whose failure ends a POSIX shell; dash and ash count `local` among them. */
export function isSpecialBuiltin(name: string): boolean {
  return SPECIAL.has(name);
}
