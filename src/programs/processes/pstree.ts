import type { ProcessInfo, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { commOf } from './ps-columns.ts';

interface Node {
  readonly label: string;
  readonly children: readonly Node[];
}

interface Lines {
  readonly only: string;
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly through: string;
}

const ASCII: Lines = { only: '---', first: '-+-', middle: ' |-', last: ' `-', through: ' | ' };
const UNICODE: Lines = { only: '───', first: '─┬─', middle: ' ├─', last: ' └─', through: ' │ ' };

/** pstree: processes as a tree; equal ones are counted. @see pstree(1) of psmisc, busybox procps/pstree.c */
export const pstree: Program = command(
  {
    short: 'paAUnhlutTc',
    long: {
      'show-pids': 'p',
      arguments: 'a',
      ascii: 'A',
      unicode: 'U',
      'numeric-sort': 'n',
      'compact-not': 'c',
    },
    usage: '[-acglpsStTuZ] [ -h | -H PID ] [ -n | -N type ] [ -A | -G | -U ] [ PID | USER ]',
    busyboxUsage: '[-p] [PID|USER]\n\nDisplay process tree, optionally start from USER or PID',
  },
  async (proc, options) => {
    const all = [...proc.processes()].sort((a, b) => a.pid - b.pid);
    const known = new Set(all.map(({ pid }) => pid));
    const start = Number(options.operands[0] ?? NaN);
    const roots = all.filter((info) => (Number.isNaN(start) ? !known.has(info.ppid) : info.pid === start));
    const locale = proc.env.get('LC_ALL') ?? proc.env.get('LANG') ?? '';
    const isUnicode = options.has('U') || (/utf-?8/i.test(locale) && !options.has('A') && !proc.busybox);
    const shown = { pids: options.has('p'), compact: !options.has('p', 'c') };
    const lines = isUnicode ? UNICODE : ASCII;
    for (const root of roots) await proc.out(`${draw(treeOf(all, root, shown), lines).join('\n')}\n`);
    return roots.length > 0 ? 0 : 1;
  },
);

function treeOf(
  all: readonly ProcessInfo[],
  info: ProcessInfo,
  shown: { pids: boolean; compact: boolean },
): Node {
  const children = all.filter(({ ppid, pid }) => ppid === info.pid && pid !== info.pid);
  const nodes = children.map((child) => treeOf(all, child, shown));
  const label = commOf(info) + (shown.pids ? `(${info.pid})` : '');
  return { label, children: shown.compact ? compact(nodes) : nodes };
}

/** `3*[sleep]` for three equal ones. */
function compact(nodes: readonly Node[]): Node[] {
  const counts = new Map<string, { node: Node; count: number }>();
  for (const node of nodes) {
    const key = JSON.stringify(node);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { node, count: 1 });
  }
  return [...counts.values()].map(({ node, count }) =>
    count > 1 && node.children.length === 0 ? { ...node, label: `${count}*[${node.label}]` } : node,
  );
}

function draw({ label, children }: Node, lines: Lines): string[] {
  if (children.length === 0) return [label];
  const indent = ' '.repeat(label.length);
  return children.flatMap((child, index) => {
    const isLast = index === children.length - 1;
    const rows = draw(child, lines);
    const link = index > 0 ? (isLast ? lines.last : lines.middle) : isLast ? lines.only : lines.first;
    const rest = isLast ? '   ' : lines.through;
    return rows.map((row, at) =>
      at > 0 ? indent + rest + row : (index === 0 ? label : indent) + link + row,
    );
  });
}
