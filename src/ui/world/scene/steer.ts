import type { Point, SceneNode } from './scene-types.ts';

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Going aside costs more than going on. */
const ASIDE = 2.5;

/** The node that a key leads to from another: the nearest in the direction of an arrow, Home and End the first and the last. */
export function nodeByKey(nodes: readonly SceneNode[], from: SceneNode, key: string): SceneNode | undefined {
  if (key === 'Home') return nodes[0];
  if (key === 'End') return nodes.at(-1);
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  let best: SceneNode | undefined;
  let least = Infinity;
  const start = anchor(from);
  for (const node of nodes) {
    if (node === from) continue;
    const end = anchor(node);
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const on = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (on <= 2 || aside > on * 6) continue;
    const cost = on + aside * ASIDE;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}

/** What a node is felt to be at: what holds others is at its name. */
function anchor({ kind, x, y, width, height }: SceneNode): Point {
  if (kind === 'machine' || kind === 'network') return { x: x + Math.min(40, width / 2), y: y + 8 };
  return { x: x + width / 2, y: y + height / 2 };
}

/** A node with all that it belongs with, both ways. */
export function litBy(nodes: readonly SceneNode[], id: string | undefined): ReadonlySet<string> {
  const node = nodes.find((each) => each.id === id);
  if (!node) return new Set();
  const lit = new Set([node.id, ...node.links]);
  for (const other of nodes) if (other.links.includes(node.id)) lit.add(other.id);
  return lit;
}
