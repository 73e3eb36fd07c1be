import type { Box, Point, SceneNode } from './scene-types.ts';
import { middle } from './wires.ts';

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Going aside costs more than going on; what is straight ahead is a little nearer. */
const ASIDE = 2.5;
const SLIGHT = 0.2;

/** The node that a key leads to from another: the nearest in the direction of an arrow, Home and End the first and the last. */
export function nodeByKey(nodes: readonly SceneNode[], from: SceneNode, key: string): SceneNode | undefined {
  if (key === 'Home') return nodes[0];
  if (key === 'End') return nodes.at(-1);
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  let best: SceneNode | undefined;
  let least = Infinity;
  const start = felt(from);
  for (const node of nodes) {
    if (node === from) continue;
    const end = felt(node);
    const [dx, dy] = [middle(end).x - middle(start).x, middle(end).y - middle(start).y];
    const on = dx * direction.x + dy * direction.y;
    const isAcross = direction.x !== 0;
    const gap = isAcross
      ? between(start.y, start.height, end.y, end.height)
      : between(start.x, start.width, end.x, end.width);
    if (on <= 2 || gap > on * 6) continue;
    const cost = on + gap * ASIDE + Math.abs(isAcross ? dy : dx) * SLIGHT;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}

/** What a node is felt to be: what holds others is its name. */
function felt({ kind, x, y, width, height }: SceneNode): Box {
  const isHolder = kind === 'machine' || kind === 'network';
  return isHolder ? { x, y, width: Math.min(80, width), height: 16 } : { x, y, width, height };
}

/** How far two stretches are from each other; 0 where they overlap. */
const between = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.max(0, Math.max(a, b) - Math.min(a + aLength, b + bLength));

/** A node with all that it belongs with, both ways. */
export function litBy(nodes: readonly SceneNode[], id: string | undefined): ReadonlySet<string> {
  const node = nodes.find((each) => each.id === id);
  if (!node) return new Set();
  const lit = new Set([node.id, ...node.links]);
  for (const other of nodes) if (other.links.includes(node.id)) lit.add(other.id);
  return lit;
}
