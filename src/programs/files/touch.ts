import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseTime } from '../support/parse-time.ts';
import { timeZoneOf } from '../support/time-zone.ts';

/** touch: sets times, creating what is missing. @see POSIX touch */
export const touch: Program = command(
  {
    short: 'acd:fhmr:t:',
    long: { 'no-create': 'c', date: 'd:', reference: 'r:', 'no-dereference': 'h', time: 'time:' },
    usage: '[OPTION]... FILE...',
    busyboxUsage: '[-cham] [-d DATE] [-t DATE] [-r FILE] FILE...\n\nUpdate mtime of FILEs',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing file operand');
    const [atime, mtime] = times(proc, options);
    let status = 0;
    for (const path of options.operands) {
      try {
        const noFollow = options.has('h');
        const before = noFollow ? proc.files.lstatIfAny(path) : proc.files.statIfAny(path);
        if (!before && options.has('c', 'h')) continue;
        if (!before) (await proc.open(path, { read: false, write: true, create: true })).release();
        const old = before ?? proc.files.stat(path);
        const which = options.value('time') ?? '';
        const only = /^(a|use)/.test(which) ? 'a' : /^m/.test(which) ? 'm' : options.last('a', 'm');
        proc.files.utimes(path, only === 'm' ? old.atimeMs : atime, only === 'a' ? old.mtimeMs : mtime, {
          noFollow,
        });
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(
          proc,
          proc.busybox
            ? `${path}: ${error.message}`
            : wordError(proc, path, error.message, options.has('d', 't', 'r')),
        );
        status = 1;
      }
    }
    return status;
  },
);

/** Who may not write a file may not touch it either; who only does not own it may not choose its times. */
function wordError(proc: Process, path: string, message: string, chosen: boolean): string {
  const { files } = proc;
  if (!files.exists(path)) return `cannot touch ${quote(path)}: ${message}`;
  if (!chosen && !files.access(path, 2)) return `cannot touch ${quote(path)}: Permission denied`;
  return `setting times of ${quote(path)}: ${message}`;
}

function times(proc: Process, options: Options): [atime: number, mtime: number] {
  const reference = options.value('r');
  if (reference !== undefined) {
    const stat = proc.files.statIfAny(reference);
    if (!stat)
      throw new CommandFailure(
        proc.busybox
          ? `${reference}: No such file or directory`
          : `failed to get attributes of ${quote(reference)}: No such file or directory`,
      );
    return [stat.atimeMs, stat.mtimeMs];
  }
  const date = options.value('d');
  const stamp = options.value('t');
  const ms =
    date !== undefined
      ? parseTime(date, proc.now(), timeZoneOf(proc))
      : stamp !== undefined
        ? parseStamp(stamp, proc.now())
        : proc.now();
  if (ms === undefined)
    throw new CommandFailure(
      `invalid date ${proc.busybox ? `'${date ?? stamp ?? ''}'` : `format ${quote(date ?? stamp ?? '')}`}`,
    );
  return [ms, ms];
}

/** `[[CC]YY]MMDDhhmm[.ss]` */
function parseStamp(text: string, nowMs: number): number | undefined {
  const match = /^(\d\d)?(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(text);
  if (!match) return undefined;
  const [, century, short, month, day, hour, minute, second = '0'] = match;
  const year =
    short !== undefined
      ? Number((century ?? '20') + short)
      : century !== undefined
        ? 2000 + Number(century)
        : new Date(nowMs).getUTCFullYear();
  return Date.UTC(year, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
