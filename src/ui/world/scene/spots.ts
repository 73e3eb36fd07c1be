import type { Point, Scene, SceneNode } from './scene-types.ts';
import { middle } from './wires.ts';

/** Finds the places that requests pass. */
export interface Spots {
  /** The node of the first of these names that is drawn. */
  find(names: readonly string[]): SceneNode | undefined;
  /** The way between two nodes: along their wire, or straight. */
  between(from: SceneNode, to: SceneNode): readonly Point[];
}

export function spotsOfScene({ nodes, wires }: Scene): Spots {
  const byName = new Map<string, SceneNode>();
  for (const node of nodes) {
    byName.set(node.id, node);
    if (node.kind !== 'group') continue;
    const kind = node.id.split('/').slice(2).join('/');
    for (const alias of ['image', 'service']) {
      const name = `${alias}:${node.machine}/${kind}`;
      if (!byName.has(name)) byName.set(name, node);
    }
  }
  const ways = new Map(wires.map(({ from, to, points }) => [`${from} ${to}`, points]));
  const find = (names: readonly string[]): SceneNode | undefined => {
    for (const name of names) {
      const own = byName.get(name);
      if (own) return own;
      const more = name.startsWith('port:') ? byName.get(name.replace(/\d+$/, 'more')) : undefined;
      if (more) return more;
    }
    return undefined;
  };
  return {
    find,
    between: (from, to) => ways.get(`${from.id} ${to.id}`) ?? [spotOf(from), spotOf(to)],
  };
}

/** Where requests come and go: a machine's own at its name. */
function spotOf(node: SceneNode): Point {
  return node.kind === 'machine' ? { x: node.x + 14, y: node.y + 10 } : middle(node);
}

/** The line through these spots; undefined where there are not two of them. */
export function wayThrough(
  spots: Spots,
  names: readonly (readonly string[])[],
): readonly Point[] | undefined {
  const passed = names
    .flatMap((each) => spots.find(each) ?? [])
    .filter((node, at, all) => node !== all[at - 1]);
  if (passed.length < 2) return undefined;
  return passed.flatMap((node, index) => {
    const next = passed[index + 1];
    return next ? spots.between(node, next) : [];
  });
}

/** The point of a line after a share of its length, 0 to 1. */
export function pointAt(line: readonly Point[], share: number): Point {
  let left = lengthOf(line) * share;
  for (const [index, from] of line.entries()) {
    const to = line[index + 1];
    if (!to) return from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (left <= length) {
      const part = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    left -= length;
  }
  return { x: 0, y: 0 };
}

export function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, { x, y }, index) => {
    const next = line[index + 1];
    return next ? sum + Math.hypot(next.x - x, next.y - y) : sum;
  }, 0);
}
