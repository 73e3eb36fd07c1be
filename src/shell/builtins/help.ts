import type { Interpreter } from '../run/interpreter.ts';
import { print, fail, type Builtin } from './builtin.ts';

const COLUMNS = 6;
const WIDTH = 12;

/** `help`: what can be typed here. Simplified: bash has a page for each builtin, and leaves it to the learner to find out what is installed. */
export const help: Builtin = (shell, words) => {
  const names = [...shell.builtins.keys()];
  const wanted = words.slice(1);
  const unknown = wanted.find((name) => !shell.builtins.has(name));
  if (unknown !== undefined)
    return fail(
      shell,
      'help',
      `no help topics match \`${unknown}'.  Try \`help help' or \`man -k ${unknown}' or \`info ${unknown}'.`,
    );
  if (wanted.length) return print(shell, wanted.map((name) => `${name}: a shell builtin\n`).join(''));
  const installed = installedPrograms(shell).filter((name) => !shell.builtins.has(name));
  return print(
    shell,
    `These shell commands are defined internally.\n\n${inColumns(names)}\nThese programs are installed.\n\n${inColumns(installed)}`,
  );
};

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
