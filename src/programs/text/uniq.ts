import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { LineReader, openInput, quotedOpenError } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';

/** uniq: adjacent equal lines once. @see POSIX uniq */
export const uniq: Program = command(
  {
    short: 'cdDif:s:uw:z',
    long: {
      count: 'c',
      repeated: 'd',
      'ignore-case': 'i',
      unique: 'u',
      'skip-fields': 'f:',
      'skip-chars': 's:',
      'check-chars': 'w:',
      'all-repeated': 'D?',
    },
    usage: '[OPTION]... [INPUT [OUTPUT]]',
    busyboxUsage: '[-cduiz] [-f,s,w N] [FILE [OUTFILE]]\n\nDiscard duplicate lines',
  },
  async (proc, options) => {
    const [input = '-', output, extra] = options.operands;
    if (extra !== undefined) throw new CommandFailure(`extra operand '${extra}'`);
    const file = await openInput(proc, input, quotedOpenError);
    if (!file) return 1;
    if (output !== undefined) {
      const target = await proc.open(output, { read: false, write: true, create: true, truncate: true });
      proc.setFd(1, target);
    }
    const reader = new LineReader(proc, file, options.has('z') ? '\0' : '\n');
    let group: string[] = [];
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      if (group.length > 0 && comparable(group[0] ?? '', options) !== comparable(line, options)) {
        await show(proc, options, group);
        group = [];
      }
      group.push(line);
    }
    if (group.length > 0) await show(proc, options, group);
    return 0;
  },
);

function comparable(line: string, options: Options): string {
  let text = line;
  for (let field = Number(options.value('f') ?? 0); field > 0; field--) text = text.replace(/^\s*\S*/, '');
  text = text.slice(Number(options.value('s') ?? 0));
  const width = options.value('w');
  if (width !== undefined) text = text.slice(0, Number(width));
  return options.has('i') ? text.toLowerCase() : text;
}

async function show(proc: Process, options: Options, group: readonly string[]): Promise<void> {
  const end = options.has('z') ? '\0' : '\n';
  if (options.has('D')) {
    if (group.length > 1) await proc.out(group.map((line) => line + end).join(''));
    return;
  }
  if (options.has('d') && group.length === 1) return;
  if (options.has('u') && group.length > 1) return;
  const count = options.has('c') ? `${String(group.length).padStart(7)} ` : '';
  await proc.out(`${count}${group[0] ?? ''}${end}`);
}
