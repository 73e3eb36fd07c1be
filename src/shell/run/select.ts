import type { Select } from 'unbash';
import { readInputLine } from '../input-line.ts';
import type { Maybe } from '../maybe.ts';
import type { Interpreter } from './interpreter.ts';

/** `select name in words`: shows a menu on stderr and runs the body for each answer, until end of input or `break`. @returns whether input ended */
export async function runSelect(
  shell: Interpreter,
  node: Select,
  iterate: (body: () => Maybe<number>) => Maybe<boolean>,
): Promise<boolean> {
  const words = node.wordlist ? await shell.expander.words(node.wordlist) : [...shell.state.parameters];
  const width = String(words.length).length;
  const menu = words.map((word, index) => `${String(index + 1).padStart(width)}) ${word}\n`).join('');
  let show = true;
  for (;;) {
    if (show) await shell.proc.err(menu);
    await shell.proc.err(shell.state.get('PS3') ?? '#? ');
    const line = await readInputLine(shell.proc);
    if (line === undefined) {
      await shell.proc.out('\n');
      return true;
    }
    const reply = line.replace(/\n$/, '');
    show = reply === '';
    if (show) continue;
    shell.state.set('REPLY', reply);
    shell.state.set(node.name.value, words[Number(reply) - 1] ?? '');
    if (!(await iterate(() => shell.list(node.body)))) return false;
  }
}
