import { isTile } from './area-cells.ts';
import { CELLS } from './looks.ts';
import { cellBox, ids, plugsOf } from './place-machine.ts';
import type { AreaPlan, MachinePlan } from './plan-machine.ts';
import type { ModelContainer } from './scene-model.ts';
import type { Box, Point, SceneNode, Wire } from './scene-types.ts';

/** Wires that would lie on each other lie side by side, on so many lanes. */
const LANES = 3;
const LANE = 3;

interface Ends {
  readonly plan: MachinePlan;
  readonly origin: Point;
  readonly nodes: ReadonlyMap<string, SceneNode>;
}

/** The wires of a machine: from its sockets to ports, from containers to volumes, and to further networks. They run between the cells. */
export function machineWires(plan: MachinePlan, origin: Point, placed: readonly SceneNode[]): Wire[] {
  if (plan.look.cells !== 'card' && plan.look.cells !== 'chip') return [];
  const ends = { plan, origin, nodes: new Map(placed.map((node) => [node.id, node])) };
  return plan.areas.flatMap((area) =>
    area.cells.flatMap((cell, index) =>
      cell && !isTile(cell)
        ? [
            ...portWires(ends, area, cell, index),
            ...mountWires(ends, area, cell, index),
            ...networkWires(ends, cell),
          ]
        : [],
    ),
  );
}

function portWires(
  { plan, origin, nodes }: Ends,
  area: AreaPlan,
  container: ModelContainer,
  index: number,
): Wire[] {
  const { box: cell, gutter } = cellBox(plan, area, index);
  const plugs = plugsOf(container);
  const row = Math.floor(index / area.columns);
  return container.ports.flatMap(({ host, own }, nth): Wire[] => {
    const socket =
      nodes.get(ids.port(plan.machine.name, host)) ?? nodes.get(ids.port(plan.machine.name, 'more'));
    if (!socket) return [];
    const from = { x: socket.x + socket.width / 2, y: socket.y + socket.height };
    const lane = (row + nth) % LANES;
    const bus = from.y + 3 + lane * LANE;
    const x = origin.x + gutter + 2 + lane * LANE;
    const y =
      origin.y + plugY(cell, plan.look.cells === 'card' ? plugs.length : 1, Math.max(0, plugs.indexOf(own)));
    const points = [from, { x: from.x, y: bus }, { x, y: bus }, { x, y }, { x: origin.x + cell.x, y }];
    return [{ from: socket.id, to: ids.container(container.id), kind: 'port', points }];
  });
}

/** Where the plug of an index is on its cell. */
export const plugY = ({ y, height }: Pick<Box, 'y' | 'height'>, plugs: number, index: number): number =>
  y + (height * (Math.min(index, plugs - 1) + 1)) / (plugs + 1);

function mountWires(
  { plan, origin, nodes }: Ends,
  area: AreaPlan,
  container: ModelContainer,
  index: number,
): Wire[] {
  const { box: cell, gutter } = cellBox(plan, area, index);
  return [...new Set(container.stores)].flatMap((id, nth): Wire[] => {
    const store = nodes.get(id);
    if (!store) return [];
    const from = { x: origin.x + cell.x, y: origin.y + cell.y + cell.height - 4 - nth * 4 };
    const x = origin.x + gutter + CELLS[plan.look.cells].gutter - 3 - nth * 2;
    const bus = origin.y + plan.storeBus + 1 + ((index + nth) % LANES) * LANE;
    const to = { x: store.x + Math.min(16, store.width / 2) + ((index + nth) % LANES) * 6, y: store.y };
    const points = [from, { x, y: from.y }, { x, y: bus }, { x: to.x, y: bus }, to];
    return [{ from: ids.container(container.id), to: id, kind: 'mount', points }];
  });
}

/** A container stands in one network and has a line to each other one that it is in. */
function networkWires({ plan, nodes }: Ends, container: ModelContainer): Wire[] {
  const own = nodes.get(ids.container(container.id));
  if (!own) return [];
  return container.also.flatMap((name): Wire[] => {
    const area = nodes.get(ids.network(plan.machine.name, name));
    if (!area) return [];
    const to = nearest(middle(own), area, 1);
    const from = nearest(to, own, 0);
    return [{ from: own.id, to: area.id, kind: 'network', points: [from, to] }];
  });
}

export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The point of a box that is nearest to another point, at least `inside` from its edges. */
function nearest({ x, y }: Point, box: Box, inside: number): Point {
  const between = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, value));
  return {
    x: between(x, box.x + inside, box.x + box.width - inside),
    y: between(y, box.y + inside, box.y + box.height - inside),
  };
}
