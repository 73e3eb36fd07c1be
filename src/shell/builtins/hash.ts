import { findCommand } from '../run/find-command.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { hasBuiltin } from './builtin-sets.ts';
import { fail, print, type Builtin } from './builtin.ts';

/** `hash`: what bash remembers of where programs are. Simplified: ash and dash look in PATH each time, and show nothing. */
export const hash: Builtin = async (shell, words) => {
  const { hashed } = shell.state;
  const queue = words.slice(1);
  let flags = '';
  let path: string | undefined;
  for (; /^-[lrdtp]+$/.test(queue[0] ?? '');) {
    const letters = (queue.shift() ?? '').slice(1);
    flags += letters;
    if (letters.endsWith('p')) path = queue.shift();
  }
  if (flags.includes('r')) hashed.clear();
  if (queue.length === 0)
    return flags.includes('r') || shell.flavour !== 'bash' ? 0 : print(shell, table(shell, flags));
  let status = 0;
  for (const name of queue) if (!(await one(shell, name, flags, path, queue.length > 1))) status = 1;
  return status;
};

async function one(
  shell: Interpreter,
  name: string,
  flags: string,
  path: string | undefined,
  isOneOfMany: boolean,
): Promise<boolean> {
  const { hashed } = shell.state;
  const known = hashed.get(name);
  if (flags.includes('p') && path !== undefined) hashed.set(name, { path, hits: 0 });
  else if (flags.includes('d') && known) hashed.delete(name);
  else if (flags.includes('t') && known)
    await print(shell, `${isOneOfMany ? `${name}\t` : ''}${known.path}\n`);
  else if (/[dt]/.test(flags)) return missing(shell, name);
  else if (!name.includes('/') && !hasBuiltin(shell, name) && !shell.state.functions.has(name)) {
    const found = findCommand(shell, name, shell.state.get('PATH'));
    if (typeof found !== 'string') return missing(shell, name);
    if (shell.flavour === 'bash') hashed.set(name, { path: found, hits: 0 });
  }
  return true;
}

async function missing(shell: Interpreter, name: string): Promise<boolean> {
  await fail(shell, 'hash', `${name}: not found`);
  return false;
}

function table({ state }: Interpreter, flags: string): string {
  const rows = [...state.hashed];
  if (flags.includes('l'))
    return rows.map(([name, { path }]) => `builtin hash -p ${path} ${name}\n`).join('');
  if (rows.length === 0) return 'hash: hash table empty\n';
  return `hits\tcommand\n${rows.map(([, { path, hits }]) => `${String(hits).padStart(4)}\t${path}\n`).join('')}`;
}
