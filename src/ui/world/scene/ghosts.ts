import { NO_LAYERS, type ModelMachine, type SceneModel } from './scene-model.ts';

/** Nothing was made yet: there is one machine, and nothing on it. */
export function isEmpty({ machines }: SceneModel): boolean {
  const [only] = machines;
  if (machines.length !== 1 || !only?.isOn) return false;
  const { areas, stores, images, ports } = only;
  return (
    areas.every(({ containers }) => containers.length === 0) &&
    stores.length + images.images.length + ports.length === 0
  );
}

const IMAGE = 'ghost';
const VOLUME = 'volume:ghost';

/** An empty world with one of each, to show where things will be. */
export function ghostModel(model: SceneModel): SceneModel {
  return { ...model, machines: model.machines.map(withGhosts) };
}

function withGhosts(machine: ModelMachine): ModelMachine {
  const container = {
    key: IMAGE,
    id: IMAGE,
    name: 'a container',
    isUp: true,
    kind: IMAGE,
    imageId: IMAGE,
    service: undefined,
    also: [],
    stores: [VOLUME],
    ports: [{ host: 0, own: 0 }],
  };
  const layer = { instruction: '', sizeBytes: 0, start: 0, end: 1, own: false };
  return {
    ...machine,
    areas: machine.areas.map((area) => ({ ...area, containers: [container] })),
    stores: [{ id: VOLUME, kind: 'volume', name: 'a volume' }],
    ports: [{ port: 0, leadsTo: [] }],
    images: {
      ...NO_LAYERS,
      images: [{ id: IMAGE, name: 'an image', column: 0, depth: 3, own: false }],
      boxes: [0, 1, 2].map((depth) => ({ ...layer, chainId: `${depth}`, depth })),
    },
  };
}
