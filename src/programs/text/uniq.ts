import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { LineReader, openInput, quotedOpenError } from '../support/input.ts';
import { quote } from '../support/quote.ts';
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
      group: 'group?',
      'zero-terminated': 'z',
    },
    usage: '[OPTION]... [INPUT [OUTPUT]]',
    busyboxUsage: '[-cduiz] [-f,s,w N] [FILE [OUTFILE]]\n\nDiscard duplicate lines',
  },
  async (proc, options) => {
    const [input = '-', output, extra] = options.operands;
    if (extra !== undefined) throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    const file = await openInput(proc, input, quotedOpenError);
    if (!file) return 1;
    if (output !== undefined) {
      const target = await proc.open(output, { read: false, write: true, create: true, truncate: true });
      proc.setFd(1, target);
    }
    checkNumbers(proc, options);
    const reader = new LineReader(proc, file, options.has('z') ? '\0' : '\n');
    let group: string[] = [];
    let groups = 0;
    for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
      if (group.length > 0 && comparable(group[0] ?? '', options) !== comparable(line, options)) {
        await show(proc, options, group, groups++);
        group = [];
      }
      group.push(line);
    }
    if (group.length > 0) await show(proc, options, group, groups++);
    if (groups > 0 && ['append', 'both'].includes(options.value('group') ?? ''))
      await proc.out(options.has('z') ? '\0' : '\n');
    return 0;
  },
);

const COUNTS = { f: 'fields to skip', s: 'bytes to skip', w: 'bytes to compare' };

function checkNumbers(proc: Process, options: Options): void {
  for (const [key, what] of Object.entries(COUNTS)) {
    const value = options.value(key);
    if (value === undefined || /^\d+$/.test(value)) continue;
    throw new CommandFailure(
      proc.busybox ? `invalid number '${value}'` : `${value}: invalid number of ${what}`,
    );
  }
}

function comparable(line: string, options: Options): string {
  let text = line;
  for (let field = Number(options.value('f') ?? 0); field > 0; field--) text = text.replace(/^\s*\S*/, '');
  text = text.slice(Number(options.value('s') ?? 0));
  const width = options.value('w');
  if (width !== undefined) text = text.slice(0, Number(width));
  return options.has('i') ? text.toLowerCase() : text;
}

async function show(proc: Process, options: Options, group: readonly string[], index: number): Promise<void> {
  const end = options.has('z') ? '\0' : '\n';
  if (options.has('group') || options.has('D')) {
    if (!options.has('group') && group.length === 1) return;
    const style = options.has('group')
      ? (options.value('group') ?? 'separate')
      : (options.value('D') ?? 'none');
    const gap = style === 'prepend' || style === 'both' || (index > 0 && style !== 'none') ? end : '';
    await proc.out(gap + group.map((line) => line + end).join(''));
    return;
  }
  if (options.has('d') && group.length === 1) return;
  if (options.has('u') && group.length > 1) return;
  const count = options.has('c') ? `${String(group.length).padStart(7)} ` : '';
  await proc.out(`${count}${group[0] ?? ''}${end}`);
}
