import { isTile, OVER, type Cell, type Tile } from './area-cells.ts';
import { runsOf } from './image-stacks.ts';
import { CELLS, labelOf, PAD, SOCKET, STACK } from './looks.ts';
import { storeName, type AreaPlan, type MachinePlan } from './plan-machine.ts';
import type { ModelContainer, ModelMachine } from './scene-model.ts';
import type { Box, Point, SceneNode } from './scene-types.ts';

export const ids = {
  machine: (name: string) => `machine:${name}`,
  network: (machine: string, name: string) => `network:${machine}/${name}`,
  container: (id: string) => `container:${id}`,
  group: (machine: string, area: string, kind: string) => `group:${machine}/${area}/${kind}`,
  port: (machine: string, port: number | 'more') => `port:${machine}/${port}`,
  image: (machine: string, id: string) => `image:${machine}/${id}`,
  service: (name: string) => `service:${name}`,
  registry: (domain: string) => `registry:${domain}`,
};

const NONE: readonly never[] = [];
/** More plugs than this don't fit on a card. */
const PLUGS = 3;

/** A node without what most nodes lack; its box is relative to the machine. */
type Own = Pick<SceneNode, 'id' | 'kind' | 'key'> & Box & Partial<SceneNode>;

/** The nodes of a machine whose upper left corner is at `origin`. */
export function placeMachine(plan: MachinePlan, origin: Point): SceneNode[] {
  const { machine, width, height } = plan;
  const node = (own: Own): SceneNode => ({
    machine: machine.name,
    text: '',
    members: NONE,
    links: NONE,
    ...own,
    x: origin.x + own.x,
    y: origin.y + own.y,
  });
  const whole = { x: 0, y: 0, width, height };
  const nodes = [node({ id: ids.machine(machine.name), kind: 'machine', key: machine.name, ...whole })];
  nodes.push(...socketNodes(plan).map(node));
  const { gutter, inset } = CELLS[plan.look.cells];
  const indent = gutter + inset + 1;
  for (const area of plan.areas) {
    const { name, key = '' } = area.area;
    if (!plan.look.bare)
      nodes.push(
        node({ id: ids.network(machine.name, name), kind: 'network', key, text: name, indent, ...area.box }),
      );
    for (const [index, cell] of area.cells.entries())
      if (cell) nodes.push(node(cellNode(plan, area, cell, index)));
  }
  for (const { store, box } of plan.stores)
    nodes.push(node({ id: store.id, kind: store.kind, key: store.name, text: storeName(store), ...box }));
  nodes.push(...imageNodes(plan).map(node));
  if (plan.tally)
    nodes.push(
      node({ id: `tally:${machine.name}`, kind: 'tally', key: '', text: tallyText(machine), ...plan.tally }),
    );
  return nodes;
}

/** How many sockets a machine of that width has room for. */
const socketRoom = (width: number): number =>
  Math.max(1, Math.floor((width - 2 * PAD + SOCKET.gap) / (SOCKET.width + SOCKET.gap)));

function socketNodes({ machine: { name, ports, isOn }, top, width }: MachinePlan): Own[] {
  if (!isOn) return [];
  const room = socketRoom(width);
  const shown = ports.length > room ? ports.slice(0, room - 1) : ports;
  const rest = ports.slice(shown.length);
  const place = (index: number): Box => ({
    x: PAD + 4 + index * (SOCKET.width + SOCKET.gap),
    y: top - SOCKET.height / 2,
    width: SOCKET.width,
    height: SOCKET.height,
  });
  const sockets = shown.map(({ port, leadsTo }, index): Own => ({
    id: ids.port(name, port),
    kind: 'port',
    key: String(port),
    text: `:${port}`,
    members: leadsTo,
    ...place(index),
  }));
  if (rest.length === 0) return sockets;
  const more = `+${rest.length}`;
  return [
    ...sockets,
    {
      id: ids.port(name, 'more'),
      kind: 'port',
      key: '',
      text: more,
      members: rest.map(({ port }) => String(port)),
      ...place(shown.length),
    },
  ];
}

/** Where the cell of an index stands, and where the gutter left of it begins. */
export function cellBox(
  { look, slot }: MachinePlan,
  { box, column, columns }: AreaPlan,
  index: number,
): { readonly box: Box; readonly gutter: number } {
  const { most, gutter, inset, height, gap } = CELLS[look.cells];
  const row = Math.floor(index / columns);
  const left = PAD + (column + (index % columns)) * slot + inset;
  return {
    gutter: left,
    box: {
      x: left + gutter,
      y: box.y + labelOf(look) + row * (height + gap),
      width: Math.min(most, slot - gutter - 2 * inset),
      height,
    },
  };
}

function cellNode(plan: MachinePlan, area: AreaPlan, cell: Exclude<Cell, undefined>, index: number): Own {
  const { box } = cellBox(plan, area, index);
  if (isTile(cell)) return tileNode(plan, area, cell, box);
  const { cells } = plan.look;
  return {
    id: ids.container(cell.id),
    kind: 'container',
    key: cell.key,
    links: linksOf(plan.machine, area.area.name, cell),
    plugs: plugsOf(cell),
    service: cell.service,
    cell: cells === 'group' ? 'chip' : cells === 'brief' ? 'name' : cells,
    ...box,
  };
}

/** The container's own ports that are published, lowest first. */
export function plugsOf({ ports }: ModelContainer): number[] {
  return [...new Set(ports.map(({ own }) => own))].sort((a, b) => a - b).slice(0, PLUGS);
}

function linksOf({ name }: ModelMachine, area: string, container: ModelContainer): string[] {
  const { also, stores, ports, imageId, service } = container;
  return [
    ids.machine(name),
    ...[area, ...also].map((network) => ids.network(name, network)),
    ...stores,
    ...ports.map(({ host }) => ids.port(name, host)),
    ids.image(name, imageId),
    ...(service === undefined ? [] : [ids.service(service)]),
  ];
}

function tileNode({ machine }: MachinePlan, { area }: AreaPlan, { kind, containers }: Tile, box: Box): Own {
  const [first] = containers;
  return {
    id: ids.group(machine.name, area.name, kind),
    kind: 'group',
    key: kind === OVER ? OVER : (first?.key ?? ''),
    service: kind === OVER ? undefined : first?.service,
    members: containers.map(({ key }) => key),
    links: first
      ? [...new Set(containers.slice(0, 200).flatMap((container) => linksOf(machine, area.name, container)))]
      : NONE,
    ...box,
  };
}

function imageNodes(plan: MachinePlan): Own[] {
  const { machine, stacks } = plan;
  if (!stacks) return [];
  const { images } = machine;
  const runs = runsOf(images, stacks);
  const alone = new Map(runs.filter(({ start, end }) => end - start === 1).map((run) => [run.start, run]));
  const slabs = (layers: readonly { readonly instruction: string }[]) =>
    layers.map(({ instruction }, index) => ({
      y: index * stacks.layerHeight,
      height: Math.max(1, stacks.layerHeight - 1),
      text: instruction,
    }));
  const shared = runs.filter(({ start, end }) => end - start > 1);
  return [
    ...images.images.map(({ id, name, column, depth }): Own => {
      const place = stacks.columns[column] ?? { x: 0, width: 0, foot: 0 };
      const own = alone.get(column)?.layers ?? [];
      return {
        id: ids.image(machine.name, id),
        kind: 'image',
        key: machine.imageKeys.get(id) ?? '',
        text: name,
        links: (machine.registries.get(id) ?? NONE).map(ids.registry),
        slabs: slabs(own),
        x: place.x + 2,
        y: place.foot - depth * stacks.layerHeight - STACK.label,
        width: place.width - 4,
        height: STACK.label + own.length * stacks.layerHeight,
      };
    }),
    ...shared.map(({ layers, start, end, box }): Own => {
      const having = images.images.slice(start, end);
      return {
        id: `layers:${machine.name}/${layers[0]?.chainId}`,
        kind: 'layers',
        key: machine.imageKeys.get(having[0]?.id ?? '') ?? '',
        text: having.map(({ name }) => name).join(', '),
        members: having.flatMap(({ id }) => machine.imageKeys.get(id) ?? []),
        links: having.map(({ id }) => ids.image(machine.name, id)),
        slabs: slabs(layers),
        ...box,
      };
    }),
  ];
}

function tallyText({ images, stores }: ModelMachine): string {
  const count = (some: number, one: string): string => (some === 1 ? `1 ${one}` : `${some} ${one}s`);
  const volumes = stores.filter(({ kind }) => kind === 'volume').length;
  const folders = stores.length - volumes;
  return [
    ...(images.images.length > 0 ? [count(images.images.length, 'image')] : []),
    ...(volumes > 0 ? [count(volumes, 'volume')] : []),
    ...(folders > 0 ? [count(folders, 'folder')] : []),
  ].join(' · ');
}
