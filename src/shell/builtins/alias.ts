import type { Interpreter } from '../run/interpreter.ts';
import { fail, print, usage, type Builtin } from './builtin.ts';

function line(name: string, value: string, bash: boolean): string {
  const quoted = `'${value.replaceAll("'", "'\\''")}'`;
  return `${bash ? 'alias ' : ''}${name}=${quoted}\n`;
}

export const alias: Builtin = async (shell, words) => {
  const { aliases } = shell.state;
  const bash = shell.flavour === 'bash';
  const args = words.slice(1).filter((word) => word !== '-p');
  if (args.length === 0)
    return print(
      shell,
      [...aliases]
        .sort()
        .map(([name, value]) => line(name, value, bash))
        .join(''),
    );
  let status = 0;
  for (const word of args) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(word) ?? [];
    if (name !== undefined && value !== undefined) {
      aliases.set(name, value);
      shell.state.aliasChanges++;
    } else if (aliases.has(word)) await print(shell, line(word, aliases.get(word) ?? '', bash));
    else status = await notFound(shell, 'alias', word);
  }
  return status;
};

export const unalias: Builtin = async (shell, words) => {
  if (words.length === 1) return usage(shell, 'unalias', '[-a] name [name ...]');
  shell.state.aliasChanges++;
  if (words[1] === '-a') {
    shell.state.aliases.clear();
    return 0;
  }
  let status = 0;
  for (const word of words.slice(1))
    if (!shell.state.aliases.delete(word)) status = await notFound(shell, 'unalias', word);
  return status;
};

async function notFound(shell: Interpreter, builtin: string, name: string): Promise<number> {
  if (shell.flavour === 'bash') return fail(shell, builtin, `${name}: not found`);
  await shell.proc.err(`${builtin}: ${name} not found\n`);
  return 1;
}
