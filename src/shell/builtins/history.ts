import type { Interpreter } from '../run/interpreter.ts';
import { fail, print, type Builtin } from './builtin.ts';

export const history: Builtin = (shell, words) => {
  const lines = shell.options.history ?? [];
  const [, first, second] = words;
  switch (first) {
    case '-c':
      lines.splice(0);
      return 0;
    case '-d': {
      const at = Number(second);
      if (!(at >= 1 && at <= lines.length))
        return fail(shell, 'history', `${second ?? ''}: history position out of range`);
      lines.splice(at - 1, 1);
      return 0;
    }
    case '-a':
    case '-w':
    case '-r':
    case '-n':
      return 0;
    case '-s':
      lines.push(words.slice(2).join(' '));
      return 0;
  }
  if (first !== undefined && !/^\d+$/.test(first))
    return fail(shell, 'history', `${first}: numeric argument required`);
  return print(shell, numbered(lines, first === undefined ? 0 : Math.max(0, lines.length - Number(first))));
};

function numbered(lines: readonly string[], from: number): string {
  return lines
    .map((line, index) => (index < from ? '' : `${String(index + 1).padStart(5)}  ${line}\n`))
    .join('');
}

/** `fc -l [first [last]]` lists, `fc -s [old=new] [command]` runs again. Simplified: the editing form is not there. */
export const fc: Builtin = async (shell, words) => {
  const lines = shell.options.history ?? [];
  if (words[1] === '-s') return again(shell, lines, words.slice(2));
  if (words[1] !== '-l') return fail(shell, 'fc', 'no editor to edit commands with: use fc -l or fc -s');
  const end = Math.max(0, lines.length - 1);
  const place = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : Number(text) < 0 ? end + Number(text) : Number(text) - 1;
  const [from, to] = [place(words[2], Math.max(0, end - 16)), place(words[3], end - 1)];
  return print(
    shell,
    lines.map((line, index) => (index >= from && index <= to ? `${index + 1}\t ${line}\n` : '')).join(''),
  );
};

async function again(shell: Interpreter, lines: string[], args: readonly string[]): Promise<number> {
  const [, old, replacement] = /^([^=]+)=(.*)$/.exec(args[0] ?? '') ?? [];
  const start = args[old === undefined ? 0 : 1] ?? '';
  const found = lines.slice(0, -1).findLast((line) => line.startsWith(start));
  if (found === undefined) return fail(shell, 'fc', 'no command found');
  const text = old === undefined ? found : found.replaceAll(old, replacement ?? '');
  await shell.proc.err(`${text}\n`);
  lines.splice(-1, 1, text);
  return shell.runText(text);
}
