import { print, fail, type Builtin } from './builtin.ts';

/** `help`: the names of the builtins. Simplified: bash has a page for each. */
export const help: Builtin = (shell, words) => {
  const names = [...shell.builtins.keys()].sort();
  const wanted = words.slice(1);
  const unknown = wanted.find((name) => !shell.builtins.has(name));
  if (unknown !== undefined)
    return fail(
      shell,
      'help',
      `no help topics match \`${unknown}'.  Try \`help help' or \`man -k ${unknown}' or \`info ${unknown}'.`,
    );
  if (wanted.length) return print(shell, wanted.map((name) => `${name}: a shell builtin\n`).join(''));
  const rows = Array.from({ length: Math.ceil(names.length / 6) }, (_, row) =>
    names.slice(row * 6, row * 6 + 6),
  );
  return print(
    shell,
    `These shell commands are defined internally.\n\n${rows
      .map(
        (row) =>
          ` ${row
            .map((name) => name.padEnd(12))
            .join('')
            .trimEnd()}\n`,
      )
      .join('')}`,
  );
};
