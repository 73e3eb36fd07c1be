import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { timeZoneOf } from '../support/time-zone.ts';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/** How a calendar is written. */
interface Style {
  /** Days are counted from the year's first. */
  readonly julian: boolean;
  readonly monday: boolean;
}

/** cal of busybox: a month or a year. Simplified: the Gregorian calendar also before 1752. */
export const cal: Program = command(
  { short: 'jmy', usage: '[-jmy] [[MONTH] YEAR]', busyboxUsage: '[-jmy] [[MONTH] YEAR]\n\nDisplay a calendar\n\n\t-j\tUse julian dates\n\t-m\tWeek starts on Monday\n\t-y\tDisplay the entire year' }, // prettier-ignore
  async (proc, options) => {
    const { operands } = options;
    if (operands.length > 2) throw new UsageFailure('');
    const style: Style = { julian: options.has('j'), monday: options.has('m') };
    const local = new Date(proc.now() + timeZoneOf(proc).at(proc.now()).offsetSeconds * 1000);
    const year = operands.length > 0 ? numberIn(operands.at(-1), 1, 9999) : local.getUTCFullYear();
    if (options.has('y') || operands.length === 1) return showYear(proc, year, style);
    const month = operands.length === 2 ? numberIn(operands[0], 1, 12) : local.getUTCMonth() + 1;
    const width = weekWidth(style);
    const title = `${MONTHS[month - 1] ?? ''} ${year}`;
    const lines = [
      centered(title, width).trimEnd(),
      heads(style),
      ...weeks(year, month, style).map((line) => trimmed(line, width + 1)),
    ];
    await proc.out(lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
);

function numberIn(text = '', least: number, most: number): number {
  if (!/^\d+$/.test(text)) throw new CommandFailure(`invalid number '${text}'`);
  const value = Number(text);
  if (value < least || value > most)
    throw new CommandFailure(`number ${text} is not in ${least}..${most} range`);
  return value;
}

function weekWidth({ julian }: Style): number {
  return julian ? 27 : 20;
}

function heads({ julian, monday }: Style): string {
  const names = monday ? [...DAYS.slice(1), ...DAYS.slice(0, 1)] : DAYS;
  return names.map((name) => (julian ? ` ${name}` : name)).join(' ');
}

function centered(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return `${' '.repeat(left)}${text}${' '.repeat(Math.max(0, width - text.length - left))}`;
}

/** The six lines of a month, empty ones too. */
function weeks(year: number, month: number, { julian, monday }: Style): string[] {
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1, 1);
  const start = (first.getUTCDay() + (monday ? 6 : 0)) % 7;
  const after = new Date(0);
  after.setUTCFullYear(year, month, 1);
  const days = Math.round((after.getTime() - first.getTime()) / 86_400_000);
  const newYear = new Date(0);
  newYear.setUTCFullYear(year, 0, 1);
  const before = julian ? Math.round((first.getTime() - newYear.getTime()) / 86_400_000) : 0;
  const width = julian ? 3 : 2;
  return Array.from({ length: 6 }, (_, week) => {
    const cells = Array.from({ length: 7 }, (__, column) => {
      const day = week * 7 + column - start + 1;
      return day < 1 || day > days ? ' '.repeat(width) : String(day + before).padStart(width);
    });
    return cells.join(' ');
  });
}

/** Without blanks at its end; a line of nothing has as many as busybox leaves there. */
function trimmed(line: string, blanks: number): string {
  return line.trimEnd() || ' '.repeat(blanks);
}

/** Three months beside each other, two with days of the year. */
async function showYear(proc: Process, year: number, style: Style): Promise<number> {
  const width = weekWidth(style);
  const across = style.julian ? 2 : 3;
  const gap = '  ';
  const side = (texts: readonly string[]): string => texts.map((text) => text.padEnd(width)).join(gap);
  const lines = [centered(String(year), style.julian ? 56 : 64), ''];
  for (let month = 1; month <= 12; month += across) {
    const row = Array.from({ length: across }, (_, index) => month + index);
    lines.push(side(row.map((one) => centered(MONTHS[one - 1] ?? '', width))));
    lines.push(side(row.map(() => heads(style))));
    const blocks = row.map((one) => weeks(year, one, style));
    for (let week = 0; week < 6; week++)
      lines.push(trimmed(side(blocks.map((block) => block[week] ?? '')), 79));
  }
  await proc.out(lines.map((line) => `${line}\n`).join(''));
  return 0;
}
