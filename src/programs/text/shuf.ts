import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { LineReader, openInput } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

/** shuf: lines (or arguments, or numbers) in a random order, from the machine's seeded source. @see GNU coreutils shuf */
export const shuf: Program = command(
  {
    short: 'ei:n:o:rz',
    long: { echo: 'e', 'input-range': 'i:', 'head-count': 'n:', output: 'o:', repeat: 'r', 'zero-terminated': 'z' },
    usage: '[OPTION]... [FILE]',
    busyboxUsage: '[-n NUM] [-o FILE] [-z] [FILE | -e [ARG...] | -i L-H]\n\nRandomly permute lines',
  },
  async (proc, options) => {
    const count = parseCount(options);
    const lines = await linesOf(proc, options);
    const end = options.has('z') ? '\0' : '\n';
    const output = options.value('o');
    if (output !== undefined)
      proc.setFd(1, await proc.open(output, { read: false, write: true, create: true, truncate: true }));
    if (options.has('r')) {
      if (lines.length === 0 && count > 0) throw new CommandFailure('no lines to repeat');
      for (let done = 0; done < count; done++) {
        await proc.out(`${lines[proc.random() % lines.length] ?? ''}${end}`);
        const turn = proc.tick(2);
        if (turn) await turn;
      }
      return 0;
    }
    const wanted = Math.min(count, lines.length);
    for (let at = 0; at < wanted; at++) {
      const other = at + (proc.random() % (lines.length - at));
      [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
      await proc.out(`${lines[at] ?? ''}${end}`);
      const turn = proc.tick(2);
      if (turn) await turn;
    }
    return 0;
  },
); // prettier-ignore

function parseCount(options: Options): number {
  const text = options.value('n');
  if (text === undefined) return Infinity;
  if (!/^\d+$/.test(text)) throw new CommandFailure(`invalid line count: ${quote(text)}`);
  return Number(text);
}

async function linesOf(proc: Process, options: Options): Promise<string[]> {
  const range = options.value('i');
  const { operands } = options;
  if (range !== undefined && options.has('e')) throw new UsageFailure('cannot combine -e and -i options');
  if (range !== undefined) {
    if (operands[0] !== undefined) throw new UsageFailure(`extra operand ${quote(operands[0])}`);
    const [, from, to] = /^(\d+)-(\d+)$/.exec(range) ?? [];
    if (to === undefined || Number(to) < Number(from)) throw new CommandFailure(`invalid input range: ${quote(range)}`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
  }
  if (options.has('e')) return [...operands];
  if (operands[1] !== undefined) throw new UsageFailure(`extra operand ${quote(operands[1])}`);
  const file = await openInput(proc, operands[0] ?? '-');
  if (!file) return proc.exit(1);
  const reader = new LineReader(proc, file, options.has('z') ? '\0' : '\n');
  const lines: string[] = [];
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) lines.push(line);
  return lines;
} // prettier-ignore
