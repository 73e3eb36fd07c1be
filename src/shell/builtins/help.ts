import { patternToRegExp } from '../expand/pattern.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { hasBuiltin } from './builtin-sets.ts';
import { fail, print, type Builtin } from './builtin.ts';

const COLUMNS = 6;
const WIDTH = 12;

/**
 * `help`: what can be typed here; `help name`: how a builtin is written. Simplified: bash has a page about each builtin and about the words of
 * its grammar, and leaves it to the learner to find out what is installed.
 */
export const help: Builtin = async (shell, words) => {
  const flags = words.slice(1).filter((word) => /^-[dms]+$/.test(word));
  const wanted = words.slice(1).filter((word) => !flags.includes(word));
  if (wanted.length === 0) return overview(shell);
  const { HELP_TOPICS } = await shell.proc.load(import('./help-topics.ts'));
  let found = 0;
  for (const pattern of wanted) {
    const matcher = patternToRegExp(pattern);
    const names = [...HELP_TOPICS.keys()].filter((name) => name === pattern || matcher.test(name));
    found += names.length;
    for (const name of names) {
      const [synopsis = '', about = ''] = HELP_TOPICS.get(name) ?? [];
      await print(shell, page(name, synopsis, about, flags.join('')));
    }
  }
  const last = wanted.at(-1) ?? '';
  return found > 0
    ? 0
    : fail(
        shell,
        'help',
        `no help topics match \`${last}'.  Try \`help help' or \`man -k ${last}' or \`info ${last}'.`,
      );
};

function page(name: string, synopsis: string, about: string, flags: string): string {
  if (flags.includes('d')) return `${name} - ${about}\n`;
  if (flags.includes('s')) return `${name}: ${synopsis}\n`;
  return flags.includes('m')
    ? `NAME\n    ${name} - ${about}\n\nSYNOPSIS\n    ${synopsis}\n\n`
    : `${name}: ${synopsis}\n    ${about}\n`;
}

/** ash only lists them. @see busybox ash.c helpcmd */
function listOfAsh(shell: Interpreter): ReturnType<Builtin> {
  const names = [...shell.builtins.keys(), '[[', 'chdir'].filter(
    (name) => name === '[[' || name === 'chdir' || hasBuiltin(shell, name),
  );
  let text = '';
  let width = 0;
  for (const name of names.sort()) {
    const cell = `${width === 0 ? '\t' : ' '}${name}`;
    text += cell;
    width += cell.length;
    if (width <= 60) continue;
    text += '\n';
    width = 0;
  }
  return print(shell, `Built-in commands:\n------------------\n${text}${width > 0 ? '\n' : ''}\n`);
}

function overview(shell: Interpreter): ReturnType<Builtin> {
  if (shell.flavour === 'ash') return listOfAsh(shell);
  const names = [...shell.builtins.keys()];
  const installed = installedPrograms(shell).filter((name) => !shell.builtins.has(name));
  return print(
    shell,
    `These shell commands are defined internally.\n\n${inColumns(names)}\nThese programs are installed.\n\n${inColumns(installed)}`,
  );
}

function installedPrograms(shell: Interpreter): string[] {
  const { files } = shell.proc;
  const names = (shell.state.get('PATH') ?? '')
    .split(':')
    .filter((directory) => files.statIfAny(directory)?.type === 'directory')
    .flatMap((directory) => files.readDir(directory).map(({ name }) => name));
  return [...new Set(names)];
}

function inColumns(names: readonly string[]): string {
  const sorted = [...names].sort();
  const lines: string[] = [];
  for (let at = 0; at < sorted.length; at += COLUMNS) {
    const row = sorted.slice(at, at + COLUMNS).map((name) => name.padEnd(WIDTH - 1));
    lines.push(` ${row.join(' ').trimEnd()}\n`);
  }
  return lines.join('');
}
