import type {
  ContainerRecord as EngineContainer,
  EngineState,
  ImageRecord as EngineImage,
  NetworkRecord as EngineNetwork,
} from '../engine/state.ts';
import { formatFamiliar, parseImageReference } from '../lib/image-reference.ts';
import type { MapKey, PersistentMap } from '../lib/persistent-map.ts';
import type {
  ContainerRecord,
  ImageRecord,
  LayerRecord,
  NetworkRecord,
  PortRecord,
  WorldChange,
} from './mirror.ts';

/** What the page must be told after the control plane went from `before` to `after`: only what differs. */
export function changesOfEngine(before: EngineState, after: EngineState): WorldChange[] {
  const changes: WorldChange[] = [];
  const images = new Set(keysOf(before.images, after.images));
  for (const { before: old, after: now } of after.tags.changesSince(before.tags))
    for (const id of [old, now]) if (id) images.add(id);
  for (const id of images) {
    const image = after.images.get(id);
    changes.push(image ? { kind: 'image', id, value: imageRecord(after, image) } : { kind: 'image', id });
  }
  for (const id of keysOf(before.containers, after.containers)) {
    const container = after.containers.get(id);
    changes.push(
      container ? { kind: 'container', id, value: containerRecord(container) } : { kind: 'container', id },
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
  return changes;
}

function keysOf<K extends MapKey, V>(before: PersistentMap<K, V>, after: PersistentMap<K, V>): K[] {
  return [...after.changesSince(before)].map((change) => change.key);
}

function imageRecord(state: EngineState, image: EngineImage): ImageRecord {
  const tags = [...state.tags]
    .filter(([, id]) => id === image.id)
    .map(([reference]) => formatFamiliar(parseImageReference(reference)));
  return {
    id: image.id,
    tags: tags.sort(),
    sizeBytes: image.sizeBytes,
    createdMs: new Date(image.created).getTime(),
    layers: layerRecords(state, image),
  };
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

function containerRecord(container: EngineContainer): ContainerRecord {
  return {
    id: container.id,
    name: container.name,
    image: container.imageName,
    imageId: container.imageId,
    command: [container.path, ...container.args].join(' '),
    state: container.status,
    health: container.health?.status ?? 'none',
    exitCode: container.exitCode,
    createdMs: container.createdMs,
    ...(container.startedMs ? { startedMs: container.startedMs } : {}),
    ...(container.finishedMs ? { finishedMs: container.finishedMs } : {}),
    ports: portRecords(container),
    networks: [...container.endpoints].map(([name, endpoint]) => ({ name, address: endpoint.address })),
  };
}

function portRecords(container: EngineContainer): PortRecord[] {
  const exposed = new Set([...Object.keys(container.config.ExposedPorts ?? {}), ...container.ports.keys()]);
  return [...exposed].sort().flatMap((spec): PortRecord[] => {
    const [port = '', protocol = 'tcp'] = spec.split('/');
    const base = { containerPort: Number(port), protocol };
    const bound = container.ports.get(spec) ?? [];
    if (bound.length === 0) return [{ ...base, hostIp: '' }];
    return bound.map(({ hostIp, hostPort }) => ({ ...base, hostIp, hostPort }));
  });
}

function networkRecord(network: EngineNetwork): NetworkRecord {
  const { id, name, driver } = network;
  return { id, name, driver, subnet: network.ipam.config[0]?.Subnet ?? '' };
}
