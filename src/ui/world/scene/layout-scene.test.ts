import { describe, expect, it } from 'vitest';
import type { ContainerRecord } from '../../../world/mirror.ts';
import { NGINX, SITE, HELLO } from '../../testing/fake-records.ts';
import { fakeSource, running } from '../../testing/fake-source.ts';
import type { Seats } from './area-cells.ts';
import { layoutScene, type Sheet } from './layout-scene.ts';
import { cutName } from './looks.ts';
import { sceneModel, type SceneSource } from './scene-model.ts';
import type { Box, Scene, SceneNode } from './scene-types.ts';

const PANEL: Sheet = { width: 350, height: 270, unit: 1, zoom: 1 };
const WIDE: Sheet = { width: 900, height: 600, unit: 1, zoom: 1 };

const lay = (source: SceneSource, sheet = PANEL, seats: Seats = new Map()): Scene =>
  layoutScene(sceneModel(source), sheet, seats);

const many = (count: number, other: (index: number) => Partial<ContainerRecord> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    running(`c${index}`, {
      createdMs: index,
      image: `app${index % 3}`,
      imageId: `sha256:${index % 3}`,
      ...other(index),
    }),
  );

const port = (hostPort: number) => ({ hostIp: '0.0.0.0', hostPort, containerPort: 80, protocol: 'tcp' });
const network = (...names: string[]) => names.map((name) => ({ name, address: '' }));

const IN: Partial<Record<SceneNode['kind'], SceneNode['kind']>> = {
  container: 'network',
  group: 'network',
  network: 'machine',
  volume: 'machine',
  bind: 'machine',
  port: 'machine',
  image: 'machine',
  layers: 'machine',
  tally: 'machine',
};

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;
const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + 0.01 &&
  b.x + b.width > a.x + 0.01 &&
  a.y + a.height > b.y + 0.01 &&
  b.y + b.height > a.y + 0.01;

/** Every node is inside of its parent and of the picture, and beside every other that is not its parent. */
function expectOrder({ nodes, width, height }: Scene): void {
  const picture = { x: 0, y: 0, width, height };
  const parents = (node: SceneNode): SceneNode[] =>
    nodes.filter(
      ({ kind, machine }) => (kind === IN[node.kind] || kind === 'machine') && machine === node.machine,
    );
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  for (const node of nodes) {
    expect(node.width, node.id).toBeGreaterThan(0);
    expect(contains(picture, node), `${node.id} in the picture`).toBe(true);
    if (IN[node.kind])
      expect(
        parents(node).some((parent) => contains(parent, node)),
        `${node.id} in its ${IN[node.kind]}`,
      ).toBe(true);
  }
  for (const [index, one] of nodes.entries())
    for (const other of nodes.slice(index + 1)) {
      const isNested = contains(one, other) || contains(other, one);
      if (!isNested || one.kind === other.kind)
        expect(overlap(one, other), `${one.id} over ${other.id}`).toBe(false);
    }
}

const kinds = ({ nodes }: Scene): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of nodes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

const SWARM = ['node1', 'node2', 'node3', 'node4', 'node5'];
const WORLDS: readonly (readonly [string, SceneSource])[] = [
  ['an empty world', fakeSource([])],
  ['one container', fakeSource([running('web', { ports: [port(8080)] })], { images: [NGINX] })],
  [
    'an app on two networks with volumes and images',
    fakeSource(
      [
        running('web', {
          ports: [port(8080), port(8443)],
          networks: network('front', 'back'),
          mounts: [{ type: 'bind', source: '/root/site', target: '/srv', readOnly: true }],
        }),
        running('db', {
          networks: network('back'),
          mounts: [{ type: 'volume', source: 'data', target: '/data', readOnly: false }],
        }),
        running('once', { state: 'exited' }),
      ],
      { images: [NGINX, SITE, HELLO] },
    ),
  ],
  [
    'thirty',
    fakeSource(
      many(30, (index) => ({ ports: [port(8000 + index)] })),
      { images: [NGINX, SITE] },
    ),
  ],
  [
    'ten replicas on five machines',
    fakeSource(
      many(10, (index) => ({ machine: SWARM[index % 5] ?? '', service: 'web', name: `web.${index}.x` })),
      { machines: SWARM, images: SWARM.map((machine) => ({ ...NGINX, machine })) },
    ),
  ],
  ['five hundred', fakeSource(many(500))],
  [
    'five thousand on five machines',
    fakeSource(
      many(5000, (index) => ({ machine: SWARM[index % 5] ?? '' })),
      { machines: SWARM },
    ),
  ],
];

describe('layoutScene', () => {
  it.each(WORLDS.flatMap(([name, source]) => [PANEL, WIDE].map((sheet) => ({ name, source, sheet }))))(
    'has a place for everything in $name, $sheet.width wide',
    ({ source, sheet }) => {
      const scene = lay(source, sheet);
      expectOrder(scene);
      expect(scene.width * scene.scale).toBeCloseTo(sheet.width);
      const isPoorest = scene.nodes.some(({ kind }) => kind === 'group');
      if (!isPoorest) expect(scene.height * scene.scale).toBeLessThanOrEqual(sheet.height);
    },
  );

  it('shows each container while there is room, then counts them by image', () => {
    const few = kinds(lay(fakeSource(many(4))));
    expect([few.container, few.group]).toEqual([4, undefined]);
    const crowd = kinds(lay(fakeSource(many(500))));
    expect([crowd.container, crowd.group]).toEqual([undefined, 3]);
    const zoomed = lay(fakeSource(many(500)), { ...PANEL, width: 350 * 4, height: 270 * 4, zoom: 4 });
    expect(kinds(zoomed).container).toBe(500);
    expectOrder(zoomed);
  });

  it('keeps names on thirty in a narrow panel, cut where they begin alike', () => {
    const scene = lay(fakeSource(many(30)));
    const cells = scene.nodes.filter(({ kind }) => kind === 'container').map(({ cell }) => cell);
    expect(cells).toEqual(Array.from({ length: 30 }, () => 'name'));
    const names = ['shop-worker-1', 'shop-worker-12', 'frontend', 'web1', '0123456789'];
    expect(names.map((name) => cutName(name, 5, 1))).toEqual(['sho…1', 'sh…12', 'fron…', 'web1', '0123…']);
  });

  it('shows of several machines at least what runs where', () => {
    const [, swarm] = WORLDS.find(([name]) => name.startsWith('ten replicas')) ?? [];
    const scene = kinds(lay(swarm ?? fakeSource([])));
    expect([scene.machine, scene.container, scene.group]).toEqual([5, 10, undefined]);
  });

  it('folds what is over before it takes names away from what runs', () => {
    const over = many(12, () => ({ state: 'exited' }));
    const scene = lay(fakeSource([...over, running('web', { createdMs: 99 })]));
    expect(
      scene.nodes.filter(({ kind }) => kind === 'container').map(({ key, cell }) => [key, cell]),
    ).toEqual([['web0123456789abcdef', 'card']]);
    expect(scene.nodes.find(({ kind }) => kind === 'group')?.members).toHaveLength(12);
  });

  it('leads a wire from the socket to the port, none across a container', () => {
    const source = fakeSource(many(9, (index) => ({ ports: [port(8000 + index)] })));
    const { wires, nodes } = lay(source, WIDE);
    const cells = nodes.filter(({ kind }) => kind === 'container');
    expect(wires).toHaveLength(9);
    for (const { from, to, points } of wires) {
      expect([from.startsWith('port:node1/80'), cells.some(({ id }) => id === to)]).toEqual([true, true]);
      for (const [index, a] of points.entries()) {
        const b = points[index + 1] ?? a;
        const line = {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          width: Math.abs(a.x - b.x),
          height: Math.abs(a.y - b.y),
        };
        expect(cells.filter((cell) => overlap(cell, line)).map(({ id }) => id)).toEqual([]);
      }
    }
  });

  it('has one socket for the ports that find no place on the edge', () => {
    const source = fakeSource(many(30, (index) => ({ ports: [port(8000 + index)] })));
    const sockets = lay(source).nodes.filter(({ kind }) => kind === 'port');
    expect(sockets.length).toBeLessThan(8);
    expect(sockets.at(-1)?.members.length).toBe(30 - sockets.length + 1);
  });

  it('draws a shared layer once, under all images that have it', () => {
    const { nodes } = lay(fakeSource([], { images: [NGINX, SITE, HELLO] }), WIDE);
    const shared = nodes.filter(({ kind }) => kind === 'layers');
    expect(shared.map(({ slabs }) => slabs?.length)).toEqual([3]);
    const own = nodes.filter(({ kind }) => kind === 'image').map(({ text, slabs }) => [text, slabs?.length]);
    expect(Object.fromEntries(own)).toEqual({
      'nginx:alpine': 0,
      'friendlyhello:latest': 1,
      'hello-world:latest': 1,
    });
  });

  it('moves nobody when one container comes or goes', () => {
    const seats: Seats = new Map();
    const all = many(9);
    const places = (records: readonly ContainerRecord[]): Map<string, string> =>
      new Map(lay(fakeSource(records), WIDE, seats).nodes.map(({ id, x, y }) => [id, `${x} ${y}`]));
    const before = places(all.slice(0, 8));
    const more = places(all);
    const fewer = places(all.filter((_, index) => index !== 3));
    for (const [id, place] of before) {
      if (!id.startsWith('container:')) continue;
      expect(more.get(id), id).toBe(place);
      expect(fewer.get(id) ?? (id.startsWith('container:c3') ? place : ''), id).toBe(place);
    }
  });
});
