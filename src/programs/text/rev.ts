import type { Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { type OpenErrorText } from '../support/input.ts';
import { eachLine } from './lines.ts';

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox ? `can't open '${path}': ${error.message}` : `cannot open ${path}: ${error.message}`;

/** rev: each line backwards. @see rev(1) of util-linux */
export const rev: Program = command(
  {
    short: '0',
    long: { zero: '0' },
    usage: '[options] [<file> ...]',
    busyboxUsage: '[FILE]...\n\nReverse lines of FILE',
    version: 'rev from util-linux 2.38.1\n',
  },
  (proc, { operands }) =>
    eachLine(
      proc,
      operands,
      (line, reader) => proc.out([...line].reverse().join('') + (reader.terminated ? '\n' : '')),
      openError,
    ),
);
