import { fail, print, type Builtin } from './builtin.ts';
import { isSpecialBuiltin } from './builtin-sets.ts';

/** `enable`: lists the builtins, and switches them on (or with -n off, so that the program of that name runs). */
export const enable: Builtin = async (shell, words) => {
  const { disabled } = shell.state;
  const args = words.slice(1);
  const flags = args.filter((word) => /^-[anps]+$/.test(word)).join('');
  const names = args.filter((word) => !/^-[anps]+$/.test(word));
  if (names.length === 0) return print(shell, list([...shell.builtins.keys()].sort(), disabled, flags));
  let status = 0;
  for (const name of names) {
    if (!shell.builtins.has(name)) status = await fail(shell, 'enable', `${name}: not a shell builtin`);
    else if (flags.includes('n')) disabled.add(name);
    else disabled.delete(name);
  }
  return status;
};

function list(names: readonly string[], disabled: ReadonlySet<string>, flags: string): string {
  return names
    .filter((name) => flags.includes('a') || disabled.has(name) === flags.includes('n'))
    .filter((name) => !flags.includes('s') || isSpecialBuiltin(name))
    .map((name) => `enable ${disabled.has(name) ? '-n ' : ''}${name}\n`)
    .join('');
}
