import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { parseTime } from '../support/parse-time.ts';
import { strftime } from '../support/strftime.ts';
import { timeZoneOf, UTC } from '../support/time-zone.ts';

/** date: +FORMAT, -d, -r, -u, -I, -R. The clock can't be set. @see POSIX date */
export const date: Program = command(
  {
    short: 'd:D:f:I::r:Rs:u',
    long: {
      date: 'd:',
      universal: 'u',
      utc: 'u',
      reference: 'r:',
      'iso-8601': 'I?',
      'rfc-email': 'R',
      'rfc-3339': 'rfc-3339:',
      set: 's:',
    },
    usage: '[OPTION]... [+FORMAT]',
    busyboxUsage: '[OPTIONS] [+FMT] [[-s] TIME]\n\nDisplay time (using +FMT), or set time',
  },
  async (proc, options) => {
    const [operand] = options.operands;
    const extra = options.operands[operand?.startsWith('+') || options.has('d', 'r') ? 1 : 2];
    if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
    if (options.has('s') || (operand !== undefined && !operand.startsWith('+'))) {
      if (!options.has('s') && !/^\d+$/.test(operand ?? ''))
        throw new CommandFailure(`invalid date ${quote(operand ?? '')}`);
      throw new CommandFailure(
        proc.busybox ? "can't set date: Operation not permitted" : 'cannot set date: Operation not permitted',
      );
    }
    const zone = options.has('u') ? UTC : timeZoneOf(proc);
    const text = options.value('d');
    const reference = options.value('r');
    const ms =
      text !== undefined
        ? parseTime(text, proc.now(), zone)
        : reference !== undefined
          ? referenceTime(proc, reference)
          : proc.now();
    if (ms === undefined)
      throw new CommandFailure(`invalid date ${proc.busybox ? `'${text ?? ''}'` : quote(text ?? '')}`);
    const style = options.last('I', 'R', 'rfc-3339');
    const precision = options.value('I') ?? options.value('rfc-3339');
    const format = (operand && withoutNanos(proc, operand.slice(1))) ?? defaultFormat(style, precision);
    await proc.out(`${strftime(format, ms, zone)}\n`);
    return 0;
  },
);

/** Busybox has no nanoseconds: `%N` is for the C library, of which glibc leaves it as it is and musl ends there. @see busybox FEATURE_DATE_NANO */
function withoutNanos(proc: Process, format: string): string {
  if (!proc.busybox) return format;
  return proc.files.exists('/etc/alpine-release')
    ? format.replace(/^((?:%%|%[^%N]|[^%])*)%N[^]*$/, '$1')
    : format.replace(/%%|%N/g, (found) => (found === '%N' ? '%%N' : found));
}

function referenceTime(proc: Process, path: string): number {
  const stat = proc.files.statIfAny(path);
  if (!stat) throw new CommandFailure(`${path}: No such file or directory`);
  return stat.mtimeMs;
}

function defaultFormat(style: string | undefined, precision: string | undefined): string {
  if (style === 'R') return '%a, %d %b %Y %H:%M:%S %z';
  if (style === undefined) return '%a %b %e %H:%M:%S %Z %Y';
  const between = style === 'I' ? 'T' : ' ';
  const zone = '%:z';
  switch (precision) {
    case 'hours':
      return `%Y-%m-%d${between}%H${zone}`;
    case 'minutes':
      return `%Y-%m-%d${between}%H:%M${zone}`;
    case 'seconds':
      return `%Y-%m-%d${between}%H:%M:%S${zone}`;
    case 'ns':
      return `%Y-%m-%d${between}%H:%M:%S${style === 'I' ? ',' : '.'}%N${zone}`;
    default:
      return '%Y-%m-%d';
  }
}
