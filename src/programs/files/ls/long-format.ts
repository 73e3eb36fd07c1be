import type { Process } from '../../../kernel/process.ts';
import { formatMode } from '../../support/mode.ts';
import type { Options } from '../../support/parse-options.ts';
import { strftime } from '../../support/strftime.ts';
import { timeZoneOf } from '../../support/time-zone.ts';
import { humanSizeBusybox } from '../../support/units.ts';
import { readGroups, readUsers } from '../../support/users.ts';
import type { LsEntry } from './entry.ts';
import { scaledSize } from './scaled-size.ts';

const HALF_YEAR_MS = (365.2425 / 2) * 86_400_000;

/** Rows of `ls -l`: columns as wide as this directory needs. `show` decorates a name. */
export function longRows(
  proc: Process,
  entries: readonly LsEntry[],
  options: Options,
  show: (entry: LsEntry) => string,
): string[] {
  const users = new Map(readUsers(proc.files).map((user) => [user.uid, user.name]));
  const groups = new Map(readGroups(proc.files).map((group) => [group.gid, group.name]));
  const numeric = options.has('n');
  const cells = entries.map((entry) => {
    const { stat } = entry;
    return {
      entry,
      inode: String(stat.ino),
      blocks: String(blocksOf(entry)),
      mode: formatMode(stat.type, stat.mode),
      links: String(stat.nlink),
      user: numeric ? String(stat.uid) : (users.get(stat.uid) ?? String(stat.uid)),
      group: numeric ? String(stat.gid) : (groups.get(stat.gid) ?? String(stat.gid)),
      size: sizeCell(proc, entry, options),
      time: timeCell(proc, entry, options),
    };
  });
  const width = (key: 'inode' | 'blocks' | 'links' | 'user' | 'group' | 'size', least: number): number =>
    Math.max(least, ...cells.map((cell) => cell[key].length));
  const busybox = proc.busybox;
  const widths = {
    inode: width('inode', busybox ? 7 : 0),
    blocks: width('blocks', busybox ? 6 : 0),
    links: width('links', busybox ? 4 : 0),
    user: width('user', busybox ? 8 : 0),
    group: width('group', busybox ? 8 : 0),
    size: width('size', busybox ? 9 : 0),
  };
  return cells.map((cell) => {
    const parts = [
      ...(options.has('i') ? [cell.inode.padStart(widths.inode)] : []),
      ...(options.has('s') ? [cell.blocks.padStart(widths.blocks)] : []),
      cell.mode,
      cell.links.padStart(widths.links),
      ...(options.has('g') ? [] : [cell.user.padEnd(widths.user)]),
      ...(options.has('o', 'G') && !busybox ? [] : [cell.group.padEnd(widths.group)]),
      cell.size.padStart(widths.size),
      cell.time,
    ];
    return `${parts.join(' ')} ${show(cell.entry)}`;
  });
}

/** KiB on disk, in blocks of 4 KiB. */
export function blocksOf({ stat }: LsEntry): number {
  return stat.blocks / 2;
}

function sizeCell(proc: Process, { stat }: LsEntry, options: Options): string {
  if (stat.type === 'char' || stat.type === 'block') {
    const [major, minor] = stat.rdev;
    return proc.busybox ? `${String(major).padStart(4)},${String(minor).padStart(4)}` : `${major}, ${minor}`;
  }
  if (proc.busybox) return options.has('h') ? humanSizeBusybox(stat.size) : String(stat.size);
  return scaledSize(stat.size, options);
}

function timeCell(proc: Process, { stat }: LsEntry, options: Options): string {
  const ms = options.has('c') ? stat.ctimeMs : options.has('u') ? stat.atimeMs : stat.mtimeMs;
  const zone = timeZoneOf(proc);
  const style = options.has('full-time') ? 'full-iso' : options.value('time-style');
  if (style === 'full-iso') return strftime(proc.busybox ? '%F %T %z' : '%F %T.%N %z', ms, zone);
  if (style === 'long-iso') return strftime('%F %R', ms, zone);
  if (style === 'iso') return strftime('%m-%d %R', ms, zone);
  if (style?.startsWith('+')) return strftime(style.slice(1), ms, zone);
  const age = proc.now() - ms;
  return strftime(age > HALF_YEAR_MS || age < -60_000 ? '%b %e  %Y' : '%b %e %H:%M', ms, zone);
}
