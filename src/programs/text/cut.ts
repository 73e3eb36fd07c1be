import type { Program } from '../../kernel/process.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { command, UsageFailure } from '../support/command.ts';
import { eachInput, LineReader, plainOpenError } from '../support/input.ts';
import { quote } from '../support/quote.ts';
import type { Options } from '../support/parse-options.ts';

type Ranges = readonly (readonly [from: number, to: number])[];

/** cut: parts of lines. @see POSIX cut */
export const cut: Program = command(
  {
    short: 'b:c:f:d:snzO:',
    long: {
      bytes: 'b:',
      characters: 'c:',
      fields: 'f:',
      delimiter: 'd:',
      'only-delimited': 's',
      complement: 'complement',
      'output-delimiter': 'O:',
      'zero-terminated': 'z',
    },
    usage: 'OPTION... [FILE]...',
    busyboxUsage:
      '{-b|c LIST | -f LIST [-d SEP] [-s]} [-O SEP] [FILE]...\n\nPrint selected fields from FILEs (or stdin)',
  },
  async (proc, options) => {
    const kind = options.last('b', 'c', 'f');
    if (kind === undefined) {
      throw new UsageFailure(
        proc.busybox
          ? 'expected a list of bytes, characters, or fields'
          : 'you must specify a list of bytes, characters, or fields',
      );
    }
    const lists = options.given.filter(([key]) => /^[bcf]$/.test(key));
    if (lists.length > 1)
      throw new UsageFailure(
        proc.busybox ? 'only one type of list may be specified' : 'only one list may be specified',
      );
    if (kind !== 'f' && options.has('d'))
      throw new UsageFailure('an input delimiter may be specified only when operating on fields');
    if (kind !== 'f' && options.has('s'))
      throw new UsageFailure('suppressing non-delimited lines makes sense\n\tonly when operating on fields');
    const delimiter = options.value('d') ?? '\t';
    if (!proc.busybox && [...delimiter].length !== 1)
      throw new UsageFailure('the delimiter must be a single character');
    const ranges = parseRanges(options.value(kind) ?? '', kind === 'f', options.has('complement'));
    const end = options.has('z') ? '\0' : '\n';
    const good = await eachInput(
      proc,
      options.operands,
      async (file) => {
        const reader = new LineReader(proc, file, end);
        for (let lines = await reader.batch(); lines; lines = await reader.batch()) {
          const texts = lines.map((line) =>
            kind === 'f'
              ? cutFields(line, ranges, delimiter, options)
              : cutChars(line, ranges, kind === 'b', options),
          );
          await proc.out(texts.map((text) => (text === undefined ? '' : text + end)).join(''));
        }
      },
      plainOpenError,
    );
    return good ? 0 : 1;
  },
);

function parseRanges(list: string, fields: boolean, complement: boolean): Ranges {
  const what = fields ? 'fields are' : 'byte/character positions are';
  const ranges = list.split(/[, \t]/).map((part): readonly [number, number] => {
    const [, from = '', dash = '', to = '', rest = ''] = /^(\d*)(-?)(\d*)(.*)$/s.exec(part) ?? [];
    if (rest !== '')
      throw new UsageFailure(`invalid ${fields ? 'field value' : 'byte/character position'} ${quote(rest)}`);
    if (part === '-') throw new UsageFailure('invalid range with no endpoint: -');
    if (part === '' || from === '0' || (dash && to === '0'))
      throw new UsageFailure(`${what} numbered from 1`);
    const range = [Number(from || 1), dash ? Number(to || Infinity) : Number(from)] as const;
    if (range[1] < range[0]) throw new UsageFailure('invalid decreasing range');
    return range;
  });
  const sorted = ranges.sort((a, b) => a[0] - b[0]);
  if (!complement) return sorted;
  const inverse: [number, number][] = [];
  let next = 1;
  for (const [from, to] of sorted) {
    if (from > next) inverse.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  return [...inverse, [next, Infinity]];
}

const selected = (ranges: Ranges, position: number): boolean =>
  ranges.some(([from, to]) => position >= from && position <= to);

function cutFields(line: string, ranges: Ranges, delimiter: string, options: Options): string | undefined {
  if (!line.includes(delimiter)) return options.has('s') ? undefined : line;
  const fields = line.split(delimiter).filter((_, index) => selected(ranges, index + 1));
  return fields.join(options.value('O') ?? delimiter);
}

function cutChars(line: string, ranges: Ranges, bytes: boolean, options: Options): string {
  const units = bytes ? [...toBytes(line)] : [...line];
  const glue = options.value('O');
  const parts =
    glue === undefined
      ? [units.filter((_, index) => selected(ranges, index + 1))]
      : ranges.map(([from, to]) => units.slice(from - 1, to));
  return parts
    .map((part) => (bytes ? toText(Uint8Array.from(part as number[])) : part.join('')))
    .join(glue ?? '');
}
