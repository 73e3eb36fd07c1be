import type { Mirror } from '../../../state/mirror-store.ts';
import type { ContainerRecord, MachineRecord } from '../../../world/mirror.ts';
import { stackLayers, type LayerTree } from '../../layers/layer-tree.ts';
import { shortName } from '../machine-text.ts';
import { publishedPorts } from '../state-text.ts';

export type SceneSource = Pick<
  Mirror,
  'machine' | 'node' | 'container' | 'image' | 'volume' | 'network' | 'service'
>;

/** What is drawn, before it is known where. */
export interface SceneModel {
  readonly machines: readonly ModelMachine[];
  /** By key and name. */
  readonly services: readonly { readonly key: string; readonly name: string }[];
  /** Domains, Docker Hub first. */
  readonly registries: readonly string[];
}

export interface ModelMachine {
  readonly name: string;
  readonly isOn: boolean;
  readonly areas: readonly ModelArea[];
  readonly stores: readonly ModelStore[];
  /** Its images with what they share. */
  readonly images: LayerTree;
  /** Registries that know an image, by its id. */
  readonly registries: ReadonlyMap<string, readonly string[]>;
  /** Keys of images by id. */
  readonly imageKeys: ReadonlyMap<string, string>;
  /** Ports of the machine that lead to something, lowest first. */
  readonly ports: readonly ModelPort[];
}

export interface ModelPort {
  readonly port: number;
  /** `80 in web`: of those of this machine. */
  readonly leadsTo: readonly string[];
}

/** A network on a machine, with the containers that stand in it. */
export interface ModelArea {
  readonly name: string;
  /** Of the network's record; undefined where it has none. */
  readonly key: string | undefined;
  readonly containers: readonly ModelContainer[];
}

export interface ModelContainer {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** Something of it runs. */
  readonly isUp: boolean;
  /** What it is counted under: its service or its image. */
  readonly kind: string;
  readonly imageId: string;
  readonly service: string | undefined;
  /** Other networks that it is in. */
  readonly also: readonly string[];
  /** Node ids of its volumes and folders. */
  readonly stores: readonly string[];
  /** Of the machine, and its own, while it is up. */
  readonly ports: readonly { readonly host: number; readonly own: number }[];
}

/** A volume, or a folder of the machine that is mounted. */
export interface ModelStore {
  /** Id of its node. */
  readonly id: string;
  readonly kind: 'volume' | 'bind';
  readonly name: string;
}

/** Networks that Docker needs for itself; what is in another one too stands there. */
const PLUMBING = new Set(['ingress', 'docker_gwbridge']);
/** Drawn only where something stands in them. */
const BUILT_IN = new Set(['bridge', 'host', 'none', ...PLUMBING]);
const UP = new Set<ContainerRecord['state']>(['running', 'paused', 'restarting']);
/** Of a container without a network of its own. */
export const NO_NETWORK = '';

export const DOCKER_HUB = 'docker.io';

/** Of a machine without images. */
export const NO_LAYERS: LayerTree = stackLayers([]);

/** What there is to draw of the world. */
export function sceneModel(source: SceneSource): SceneModel {
  const containers = groupBy(source.container, ({ machine }) => machine);
  const domains = new Set([DOCKER_HUB]);
  for (const { registries } of source.image.values()) for (const domain of registries) domains.add(domain);
  const meshPorts = [...source.service.values()].flatMap(({ ports }) =>
    ports.map(({ published }) => published),
  );
  return {
    machines: [...source.machine.values()].map((machine) =>
      toMachine(source, machine, containers.get(machine.name) ?? [], meshPorts),
    ),
    services: [...source.service].map(([key, { name }]) => ({ key, name })),
    registries: [...domains],
  };
}

type Entry<T> = readonly [key: string, record: T];

function groupBy<T>(records: ReadonlyMap<string, T>, of: (record: T) => string): Map<string, Entry<T>[]> {
  const groups = new Map<string, Entry<T>[]>();
  for (const entry of records) {
    const name = of(entry[1]);
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return groups;
}

function toMachine(
  source: SceneSource,
  { name, isOn, nodeId }: MachineRecord,
  containers: readonly Entry<ContainerRecord>[],
  meshPorts: readonly number[],
): ModelMachine {
  const images = [...source.image].filter(([, { machine }]) => machine === name);
  const ports = new Map<number, string[]>((nodeId && isOn ? meshPorts : []).map((port) => [port, []]));
  const oldestFirst = containers.toSorted(([, a], [, b]) => a.createdMs - b.createdMs);
  const standing = oldestFirst.map(([key, record]): Standing => ({
    network: homeOf(record),
    container: toContainer(key, record),
  }));
  for (const { container } of standing)
    for (const { host, own } of container.ports)
      ports.set(host, [...(ports.get(host) ?? []), `${own} in ${container.name}`]);
  return {
    name,
    isOn,
    areas: isOn ? areasOf(source, name, standing) : [],
    stores: isOn ? storesOf(source, name, containers) : [],
    images: stackLayers(isOn ? images.map(([, image]) => image) : []),
    registries: new Map(images.map(([, { id, registries }]) => [id, registries])),
    imageKeys: new Map(images.map(([key, { id }]) => [id, key])),
    ports: [...ports].map(([port, leadsTo]) => ({ port, leadsTo })).sort((a, b) => a.port - b.port),
  };
}

interface Standing {
  readonly network: string;
  readonly container: ModelContainer;
}

/** The network where a container stands: its first that is not only plumbing. */
function homeOf({ networks }: ContainerRecord): string {
  return (networks.find(({ name }) => !PLUMBING.has(name)) ?? networks[0])?.name ?? NO_NETWORK;
}

function toContainer(key: string, record: ContainerRecord): ModelContainer {
  const { id, machine, service, imageId, state, networks, mounts } = record;
  const home = homeOf(record);
  const isUp = UP.has(state);
  return {
    key,
    id,
    name: shortName(record),
    isUp,
    kind: service ?? imageId,
    imageId,
    service,
    also: networks.map(({ name }) => name).filter((name) => name !== home && !PLUMBING.has(name)),
    stores: mounts
      .filter(({ type }) => type !== 'tmpfs')
      .map(({ type, source }) => storeId(type, machine, source)),
    ports: isUp
      ? publishedPorts(record.ports).map(({ hostPort, containerPort }) => ({
          host: hostPort,
          own: containerPort,
        }))
      : [],
  };
}

export const storeId = (type: string, machine: string, source: string): string =>
  `${type === 'bind' ? 'bind' : 'volume'}:${machine}/${source}`;

function areasOf(source: SceneSource, machine: string, standing: readonly Standing[]): ModelArea[] {
  const inside = new Map<string, ModelContainer[]>();
  for (const { network, container } of standing) {
    const list = inside.get(network);
    if (list) list.push(container);
    else inside.set(network, [container]);
  }
  const networks = [...source.network].filter(([, network]) => network.machine === machine);
  const known = new Map(networks.map(([key, { name }]) => [name, key]));
  const shown = new Set([
    ...[...known.keys()].filter((name) => inside.has(name) || !BUILT_IN.has(name)),
    ...inside.keys(),
  ]);
  if (shown.size === 0 && known.has('bridge')) shown.add('bridge');
  return [...shown].map((name) => ({ name, key: known.get(name), containers: inside.get(name) ?? [] }));
}

function storesOf(
  source: SceneSource,
  machine: string,
  containers: readonly Entry<ContainerRecord>[],
): ModelStore[] {
  const stores = new Map<string, ModelStore>();
  for (const { name, machine: on } of source.volume.values()) {
    const id = storeId('volume', machine, name);
    if (on === machine) stores.set(id, { id, kind: 'volume', name });
  }
  for (const [, { mounts }] of containers)
    for (const { type, source: path } of mounts) {
      const id = storeId(type, machine, path);
      if (type !== 'tmpfs' && !stores.has(id))
        stores.set(id, { id, kind: type === 'bind' ? 'bind' : 'volume', name: path });
    }
  return [...stores.values()];
}
