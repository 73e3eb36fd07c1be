import { tableOf } from '../../lib/table.ts';
import { withoutEnd } from '../../lib/trim-end.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { readMounts, type Mount } from './mount.ts';

/** findmnt: what is mounted, as a tree, a list or JSON. @see util-linux findmnt(8) */
export const findmnt: Program = command(
  {
    short: 'aDfJlno:PrS:sT:t:ux',
    long: {
      ascii: 'a', 'first-only': 'f', json: 'J', list: 'l', noheadings: 'n', output: 'o:', pairs: 'P', raw: 'r', source: 'S:', target: 'T:',
      types: 't:', notruncate: 'u',
    },
    usage: '[options] [<device>|<mountpoint>]',
  },
  async (proc, options) => {
    const names = (options.value('o') ?? 'TARGET,SOURCE,FSTYPE,OPTIONS').toUpperCase().split(',');
    const unknown = names.find((name) => !Object.hasOwn(COLUMNS, name));
    if (unknown !== undefined) throw new CommandFailure(`unknown column: ${unknown}`);
    const [operand] = options.operands;
    const types = options.value('t')?.split(',');
    const target = options.value('T');
    const source = options.value('S');
    const all = mountsByDepth(readMounts(proc));
    const holder = target === undefined ? undefined : holderOf(proc, target, all);
    const chosen = all.filter(
      ({ mount }) =>
        (operand === undefined || mount.path === trimmed(operand) || mount.source === operand) &&
        (types === undefined || types.includes(mount.type)) &&
        (source === undefined || mount.source === source) &&
        (target === undefined || mount === holder),
    );
    if (options.has('f')) chosen.splice(1);
    if (chosen.length === 0) return 1;
    const filtered = [operand, types, target, source].some((value) => value !== undefined);
    const flat = filtered || options.has('l', 'r', 'P');
    const rows = chosen.map((node) => names.map((name) => cell(proc, node, name, flat || options.has('J'))));
    if (options.has('J')) await proc.out(json(chosen, names));
    else if (options.has('P'))
      await proc.out(rows.map((row) => `${row.map((text, at) => `${names[at] ?? ''}="${text}"`).join(' ')}\n`).join(''));
    else await proc.out(aligned(options.has('n') ? rows : [names, ...rows], options.has('r')));
    return 0;
  },
); // prettier-ignore

const COLUMNS: Readonly<Record<string, (mount: Mount) => string>> = tableOf({
  TARGET: ({ path }) => path,
  SOURCE: ({ source }) => source,
  FSTYPE: ({ type }) => type,
  OPTIONS: ({ options }) => options,
});

/** A mount with its place in the tree: for each level whether more follow on it. */
interface TreeNode {
  readonly mount: Mount;
  readonly follows: readonly boolean[];
}

/** Each mount, what is mounted below it right behind it. */
function mountsByDepth(mounts: readonly Mount[]): TreeNode[] {
  const parentOf = (mount: Mount): Mount | undefined =>
    mounts
      .filter((other) => other !== mount && other.path !== mount.path && isBelow(mount.path, other.path))
      .sort((left, right) => right.path.length - left.path.length)[0];
  const nodes: TreeNode[] = [];
  const visit = (mount: Mount, follows: readonly boolean[]): void => {
    nodes.push({ mount, follows });
    const children = mounts.filter((other) => parentOf(other) === mount);
    children.forEach((child, at) => visit(child, [...follows, at < children.length - 1]));
  };
  for (const mount of mounts) if (parentOf(mount) === undefined) visit(mount, []);
  return nodes;
}

function isBelow(path: string, point: string): boolean {
  return point === '/' || path === point || path.startsWith(`${point}/`);
}

function trimmed(path: string): string {
  return withoutEnd(path, '/') || path.charAt(0);
}

function holderOf(proc: Process, path: string, nodes: readonly TreeNode[]): Mount | undefined {
  const real = proc.files.exists(path) ? proc.files.realpath(path) : path;
  const holders = nodes.filter(({ mount }) => isBelow(real, mount.path));
  return holders.sort((left, right) => right.mount.path.length - left.mount.path.length)[0]?.mount;
}

function cell(proc: Process, { mount, follows }: TreeNode, name: string, flat: boolean): string {
  const text = COLUMNS[name]?.(mount) ?? '';
  if (name !== 'TARGET' || flat || follows.length === 0) return text;
  const locale = proc.env.get('LC_ALL') ?? proc.env.get('LANG') ?? '';
  const [pass, fork, last] = /utf-?8/i.test(locale) ? ['│ ', '├─', '└─'] : ['| ', '|-', '`-'];
  const levels = follows.slice(0, -1).map((more) => (more ? pass : '  '));
  return `${levels.join('')}${follows.at(-1) ? fork : last}${text}`;
}

function aligned(rows: readonly (readonly string[])[], raw: boolean): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => (raw || column === row.length - 1 ? text : text.padEnd(widths[column] ?? 0)))
      .join(' ');
  return rows.map((row) => `${line(row)}\n`).join('');
}

function json(nodes: readonly TreeNode[], names: readonly string[]): string {
  const rows = nodes.map(({ mount }) => {
    const fields = names.map(
      (name) => `         "${name.toLowerCase()}": ${JSON.stringify(COLUMNS[name]?.(mount))}`,
    );
    return `      {\n${fields.join(',\n')}\n      }`;
  });
  return `{\n   "filesystems": [\n${rows.join(',').replaceAll('},      {', '},{')}\n   ]\n}\n`;
}
