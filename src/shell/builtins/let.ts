import { drive } from '../maybe.ts';
import { fail, type Builtin } from './builtin.ts';

export const letBuiltin: Builtin = async (shell, words) => {
  if (words.length === 1) return fail(shell, 'let', 'expression expected', shell.flavour === 'bash' ? 1 : 2);
  let value = 0n;
  for (const word of words.slice(1)) {
    const text = await drive(shell.expander.expandText(word));
    value = shell.expander.arithmetic(text, 'command', 'let: ');
  }
  return value === 0n ? 1 : 0;
};
