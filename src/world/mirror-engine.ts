import type { BuildRecord } from '../api/build-history-types.ts';
import type {
  ContainerRecord as EngineContainer,
  EngineState,
  ImageRecord as EngineImage,
  NetworkRecord as EngineNetwork,
} from '../engine/state.ts';
import { formatFamiliar, parseImageReference } from '../lib/image-reference.ts';
import { PersistentMap, type MapKey } from '../lib/persistent-map.ts';
import {
  FIRST_MACHINE,
  type BuildSummary,
  type ContainerRecord,
  type ImageRecord,
  type LayerRecord,
  type NetworkRecord,
  type PortRecord,
  type WorldChange,
  type WorldRecords,
} from './mirror.ts';

/** What the page must be told after the control plane of a machine went from `before` to `after`: only what differs. */
export function changesOfEngine(
  before: EngineState,
  after: EngineState,
  machine: string = FIRST_MACHINE,
): WorldChange[] {
  return engineChanges(before, after).map(({ kind, id, value }) => ({
    kind,
    // Machines have the same images, and volumes of the same name.
    id: machine === FIRST_MACHINE ? id : `${machine}/${id}`,
    ...(value ? { value: { machine, ...value } } : {}),
  })) as WorldChange[];
}

type OfEngine = 'image' | 'container' | 'network' | 'volume' | 'build';
type EngineChange = {
  [K in OfEngine]: { kind: K; id: string; value?: Omit<WorldRecords[K], 'machine'> };
}[OfEngine];

function engineChanges(before: EngineState, after: EngineState): EngineChange[] {
  const changes: EngineChange[] = [];
  const images = new Set(keysOf(before.images, after.images));
  for (const names of ['tags', 'digests'] as const)
    for (const { before: old, after: now } of after[names].changesSince(before[names]))
      for (const id of [old, now]) if (id) images.add(id);
  for (const id of images) {
    const image = after.images.get(id);
    changes.push(image ? { kind: 'image', id, value: imageRecord(after, image) } : { kind: 'image', id });
  }
  const containers = new Set([
    ...keysOf(before.containers, after.containers),
    ...ofChangedServices(before, after),
  ]);
  for (const id of containers) {
    const container = after.containers.get(id);
    changes.push(
      container
        ? { kind: 'container', id, value: containerRecord(after, container) }
        : { kind: 'container', id },
    );
  }
  for (const id of keysOf(before.networks, after.networks)) {
    const network = after.networks.get(id);
    changes.push(network ? { kind: 'network', id, value: networkRecord(network) } : { kind: 'network', id });
  }
  for (const id of keysOf(before.volumes, after.volumes)) {
    const volume = after.volumes.get(id);
    changes.push(
      volume
        ? { kind: 'volume', id, value: { name: volume.name, driver: volume.driver } }
        : { kind: 'volume', id },
    );
  }
  for (const id of keysOf(before.builds, after.builds)) {
    const build = after.builds.get(id);
    changes.push(build ? { kind: 'build', id, value: buildSummary(build) } : { kind: 'build', id });
  }
  return changes;
}

function buildSummary({
  id,
  tags,
  target,
  status,
  startedMs,
  endedMs,
  steps,
}: BuildRecord): Omit<BuildSummary, 'machine'> {
  const cached = steps.filter((step) => step.status === 'cached').length;
  const ran = steps.length - cached;
  return { id, name: tags[0] ?? target, status, startedMs, endedMs, cached, ran };
}

function keysOf<K extends MapKey, V>(before: PersistentMap<K, V>, after: PersistentMap<K, V>): K[] {
  return [...after.changesSince(before)].map((change) => change.key);
}

/** Containers of services whose published ports are others now. */
function ofChangedServices({ swarm: before }: EngineState, after: EngineState): string[] {
  const services = after.swarm?.cluster?.services;
  if (!services || services === before?.cluster?.services) return [];
  const changed = new Set(
    [...services.changesSince(before?.cluster?.services ?? PersistentMap.empty())]
      .filter(({ before: old, after: now }) => old?.endpoint !== now?.endpoint)
      .map(({ key }) => key),
  );
  if (changed.size === 0) return [];
  return [...after.containers].flatMap(([id, container]) => (changed.has(serviceOf(container)) ? [id] : []));
}

/** Ports of the machine that the routing mesh leads to this container among others, by the container's. */
function meshPorts({ swarm }: EngineState, container: EngineContainer): Map<string, number> {
  const ports = swarm?.cluster?.services.get(serviceOf(container))?.endpoint.ports ?? [];
  return new Map(
    ports
      .filter(({ PublishMode }) => PublishMode !== 'host')
      .map(({ TargetPort, Protocol, PublishedPort = 0 }) => [
        `${TargetPort}/${Protocol ?? 'tcp'}`,
        PublishedPort,
      ]),
  );
}

/** As `docker ps` shows it. */
const withoutDigest = (name: string): string => name.replace(/(?<=:[^/]*)@.*$/, '');

function serviceOf({ config }: EngineContainer): string {
  return config.Labels?.['com.docker.swarm.service.id'] ?? '';
}

function imageRecord(state: EngineState, image: EngineImage): Omit<ImageRecord, 'machine'> {
  const tags = [...state.tags]
    .filter(([, id]) => id === image.id)
    .map(([reference]) => formatFamiliar(parseImageReference(reference)));
  return {
    id: image.id,
    tags: tags.sort(),
    sizeBytes: image.sizeBytes,
    createdMs: new Date(image.created).getTime(),
    registries: registriesOf(state, image.id),
    layers: layerRecords(state, image),
  };
}

/** Where its digests are known. */
function registriesOf({ digests }: EngineState, imageId: string): string[] {
  const domains = new Set<string>();
  for (const [reference, id] of digests)
    if (id === imageId) domains.add(reference.slice(0, reference.indexOf('/')));
  return [...domains].sort();
}

/** History and layers side by side, oldest first. */
function layerRecords(state: EngineState, image: EngineImage): LayerRecord[] {
  const chain: string[] = [];
  for (let id = image.topChainId; id; id = state.layers.get(id)?.parent ?? '') chain.unshift(id);
  let next = 0;
  return image.history.map(({ createdBy, emptyLayer }, index) => {
    const chainId = emptyLayer ? '' : (chain[next++] ?? '');
    return {
      chainId: chainId || `${image.id}#${index}`,
      sizeBytes: state.layers.get(chainId)?.sizeBytes ?? 0,
      createdBy,
      empty: emptyLayer,
    };
  });
}

function containerRecord(state: EngineState, container: EngineContainer): Omit<ContainerRecord, 'machine'> {
  const service = container.config.Labels?.['com.docker.swarm.service.name'];
  return {
    id: container.id,
    name: container.name,
    ...(service ? { service } : {}),
    image: withoutDigest(container.imageName),
    imageId: container.imageId,
    command: [container.path, ...container.args].join(' '),
    state: container.status,
    health: container.health?.status ?? 'none',
    exitCode: container.exitCode,
    createdMs: container.createdMs,
    ...(container.startedMs ? { startedMs: container.startedMs } : {}),
    ...(container.finishedMs ? { finishedMs: container.finishedMs } : {}),
    ports: portRecords(state, container),
    networks: [...container.endpoints].map(([name, endpoint]) => ({ name, address: endpoint.address })),
    mounts: container.mounts.map(({ type, name, source, destination, readOnly }) => ({
      type,
      source: name || source,
      target: destination,
      readOnly,
    })),
  };
}

function portRecords(state: EngineState, container: EngineContainer): PortRecord[] {
  const mesh = meshPorts(state, container);
  const exposed = new Set([
    ...Object.keys(container.config.ExposedPorts ?? {}),
    ...container.ports.keys(),
    ...mesh.keys(),
  ]);
  return [...exposed].sort().flatMap((spec): PortRecord[] => {
    const [port = '', protocol = 'tcp'] = spec.split('/');
    const base = { containerPort: Number(port), protocol };
    const throughMesh = mesh.get(spec);
    const bound = [
      ...(container.ports.get(spec) ?? []),
      ...(throughMesh ? [{ hostIp: '', hostPort: throughMesh }] : []),
    ];
    if (bound.length === 0) return [{ ...base, hostIp: '' }];
    return bound.map(({ hostIp, hostPort }) => ({ ...base, hostIp, hostPort }));
  });
}

function networkRecord(network: EngineNetwork): Omit<NetworkRecord, 'machine'> {
  const { id, name, driver } = network;
  return { id, name, driver, subnet: network.ipam.config[0]?.Subnet ?? '' };
}
