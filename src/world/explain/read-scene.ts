import { changesOf } from '../../engine/containers/sizes.ts';
import { formerBuilds } from '../../engine/build/history/former-builds.ts';
import type { EngineContext } from '../../engine/engine-context.ts';
import type { ContainerRecord, EngineState, ImageRecord } from '../../engine/state.ts';
import { diffTrees } from '../../kernel/files/diff.ts';
import { EMPTY_TREE, readTree } from '../../kernel/files/tree.ts';
import { toText } from '../../lib/bytes.ts';
import { formatFamiliar, parseImageReference } from '../../lib/image-reference.ts';
import { hostView } from '../machine-image.ts';
import type { Machine } from '../machine.ts';
import type { MachineSnapshot } from '../saved-world.ts';
import type { RemovedContainer, Scene, SceneContainer, SceneImage, ScenePort } from './scene.ts';

const LOG_LINES = 40;
/** Docker's own resolver listens there. */
const RESOLVER = '127.0.0.11';

type MachineMoment = Pick<MachineSnapshot, 'engine'>;

export interface SceneSources {
  readonly machine: Machine;
  readonly history: Scene['history'];
  readonly requests: Scene['requests'];
  /** The machine before and after the command at hand. */
  readonly step: { readonly before: MachineMoment; readonly after: MachineMoment } | undefined;
  /** Paths of what a build of that folder would be sent. */
  readonly contextFiles: (folder: string) => readonly string[];
}

/** A machine as explanations look at it. What costs more than a look at the records is found when it is asked for. */
export function readScene({ machine, history, requests, step, contextFiles }: SceneSources): Scene {
  const { context } = machine.engine;
  const { state } = context.store;
  const files = hostView(machine.kernel);
  return {
    nowMs: machine.kernel.clock.now(),
    history,
    requests,
    containers: [...state.containers].map(([, record]) =>
      toContainer(record, state.images.get(record.imageId)),
    ),
    images: [...state.images].map(([id, image]) => toImage(state, id, image)),
    builds: formerBuilds(state).filter(({ status }) => status === 'done'),
    volumes: [...state.volumes].map(([name, { labels }]) => {
      const project = labels['com.docker.compose.project'];
      return { name, ...(project === undefined ? {} : { project }) };
    }),
    removed: step ? removedContainers(step.before, step.after) : [],
    listeners: (id) =>
      (context.containers.get(id)?.runtime?.network.listeners() ?? []).flatMap(({ local }) =>
        local.address === RESOLVER ? [] : [local],
      ),
    written: (id) => writtenFiles(context, id),
    imageEntries: (id, folder) => {
      const tree = readTree(context.layerTrees.get(state.containers.get(id)?.chainId ?? '') ?? EMPTY_TREE);
      return tree.stat(folder)?.type === 'directory' ? tree.readDir(folder).length : 0;
    },
    logTail: (id) =>
      (context.containers.get(id)?.log.entries ?? [])
        .slice(-LOG_LINES)
        .map(({ data }) => toText(data))
        .join(''),
    isEmptyFolder: (path) => files.statIfAny(path)?.type === 'directory' && files.readDir(path).length === 0,
    newerFile: (folder, sinceMs) => {
      const times = contextFiles(folder).map((path) => ({ path, at: files.statIfAny(path)?.mtimeMs ?? 0 }));
      return times.filter(({ at }) => at > sinceMs).sort((a, b) => b.at - a.at)[0]?.path;
    },
  };
}

function toContainer(record: ContainerRecord, image: ImageRecord | undefined): SceneContainer {
  const { config, hostConfig, endpoints, mounts, path, args } = record;
  const known = new Set(image?.config.Env ?? []);
  const ownCommand = JSON.stringify(config.Cmd ?? []) !== JSON.stringify(image?.config.Cmd ?? []);
  return {
    id: record.id,
    name: record.name,
    image: record.imageName,
    imageId: record.imageId,
    status: record.status,
    exitCode: record.exitCode,
    oomKilled: record.oomKilled,
    createdMs: record.createdMs,
    startedMs: record.startedMs,
    finishedMs: record.finishedMs,
    command: [path, ...args],
    args: ownCommand ? (config.Cmd ?? []) : [],
    tty: config.Tty,
    ports: portsOf(record),
    exposed: Object.keys(config.ExposedPorts ?? {}).flatMap((port) => tcpPort(port) ?? []),
    networks: endpoints.size > 0 ? [...endpoints.keys()] : [hostConfig.NetworkMode ?? 'bridge'],
    mounts: mounts.map(({ type, name, source, destination, readOnly, anonymous }) => ({
      type,
      name: name || source,
      destination,
      readOnly,
      anonymous,
    })),
    env: (config.Env ?? []).filter((each) => !known.has(each)),
    labels: config.Labels ?? {},
  };
}

const tcpPort = (port: string): number | undefined => {
  const [number = '', protocol = 'tcp'] = port.split('/');
  return protocol === 'tcp' ? Number(number) : undefined;
};

/** What is bound while it runs; what was asked for else. */
function portsOf({ hostConfig, ports }: ContainerRecord): ScenePort[] {
  return Object.entries(hostConfig.PortBindings ?? {}).flatMap(([port, bindings]) => {
    const container = tcpPort(port);
    const bound = ports.get(port)?.[0]?.hostPort;
    return (bindings ?? []).flatMap(({ HostPort }, index): ScenePort[] => {
      const asked = /^\d+$/.test(HostPort) ? Number(HostPort) : undefined;
      return container === undefined ? [] : [{ host: asked ?? (index === 0 ? bound : undefined), container }];
    });
  });
}

function toImage({ tags }: EngineState, id: string, { config }: ImageRecord): SceneImage {
  const names = [...tags].flatMap(([name, tagged]) =>
    tagged === id ? [formatFamiliar(parseImageReference(name)).replace(/:latest$/, '')] : [],
  );
  return { id, names, volumes: Object.keys(config.Volumes ?? {}) };
}

function writtenFiles(context: EngineContext, id: string): string[] {
  const record = context.store.state.containers.get(id);
  const cell = context.containers.get(id);
  if (!record || !cell) return [];
  const tree = readTree(cell.fs.freeze());
  return changesOf(context, record).flatMap(({ path, kind }) =>
    kind !== 'deleted' && tree.stat(path)?.type === 'file' ? [path] : [],
  );
}

/** Containers that were there before and are gone, with the files that only they had; those of `--rm` that came and went are not known. */
function removedContainers(before: MachineMoment, after: MachineMoment): RemovedContainer[] {
  const { containers } = after.engine.state;
  return [...before.engine.state.containers].flatMap(
    ([id, { name, imageName, chainId }]): RemovedContainer[] => {
      const held = before.engine.containers.get(id)?.tree;
      if (containers.has(id) || !held) return [];
      const tree = readTree(held);
      const written = diffTrees(before.engine.layerTrees.get(chainId) ?? EMPTY_TREE, held).flatMap(
        ({ path, kind }) => (kind !== 'deleted' && tree.stat(path)?.type === 'file' ? [path] : []),
      );
      return [{ name, image: imageName, written }];
    },
  );
}
