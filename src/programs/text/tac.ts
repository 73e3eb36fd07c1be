import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { eachInput, quotedOpenError, readAllText, type OpenErrorText } from '../support/input.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { quote } from '../support/quote.ts';

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox
    ? quotedOpenError(proc, path, error)
    : `failed to open ${quote(path)} for reading: ${error.message}`;

/** tac: records from the last to the first; `-s` what ends one, `-b` what begins one, `-r` as an expression. @see GNU coreutils tac */
export const tac: Program = command(
  {
    short: 'bs:r',
    long: { separator: 's:', before: 'b', regex: 'r' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[FILE]...\n\nConcatenate FILEs and print them in reverse',
  },
  async (proc, options) => {
    const separator = options.value('s') ?? '\n';
    if (separator === '') throw new CommandFailure('separator cannot be empty');
    const good = await eachInput(
      proc,
      options.operands,
      async (file) => {
        const text = await readAllText(proc, file);
        const cuts = options.has('r') ? findAll(text, separator) : findText(text, separator);
        const records = cut(text, cuts, options.has('b'));
        const turn = proc.tick(records.length);
        if (turn) await turn;
        await proc.out(records.reverse().join(''));
      },
      openError,
    );
    return good ? 0 : 1;
  },
);

type Cut = readonly [from: number, to: number];

function findText(text: string, separator: string): Cut[] {
  const cuts: Cut[] = [];
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + separator.length))
    cuts.push([at, at + separator.length]);
  return cuts;
}

function findAll(text: string, expression: string): Cut[] {
  const pattern = posixRegExp(expression, { flags: 'g' });
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function cut(text: string, cuts: readonly Cut[], before: boolean): string[] {
  const edges = [0, ...cuts.map(([from, to]) => (before ? from : to)), text.length];
  return edges.slice(1).flatMap((to, index) => {
    const record = text.slice(edges[index], to);
    return record === '' ? [] : [record];
  });
}
