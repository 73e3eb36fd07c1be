import type { EngineApi } from '../api/engine-api.ts';
import type { Registry } from '../api/registry.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Wire } from '../kernel/net/segment.ts';
import type { Task } from '../kernel/scheduler.ts';
import {
  containerArchive,
  containerArchiveInfo,
  containerExport,
  putContainerArchive,
} from './containers/archive.ts';
import { containerAttach, containerResize } from './containers/attach.ts';
import { containerChanges } from './containers/changes.ts';
import { CellTable } from './containers/cell-table.ts';
import type { ContainerCell } from './containers/container-cell.ts';
import { createCell } from './containers/create-cell.ts';
import { containerCreate } from './containers/create.ts';
import { containerDelete } from './containers/delete.ts';
import { updateContainer } from './containers/find.ts';
import { armHealthchecks } from './containers/healthcheck.ts';
import { containerInspect } from './containers/inspect.ts';
import { containerList } from './containers/list.ts';
import { containerLogs } from './containers/logs.ts';
import { followNames } from './containers/name-index.ts';
import { containerRename } from './containers/rename.ts';
import { containerPrune } from './containers/prune.ts';
import { armRestarts } from './containers/restart-policy.ts';
import { containerStart, startContainer } from './containers/start.ts';
import { containerStats } from './containers/stats.ts';
import { containerKill } from './containers/kill.ts';
import { containerPause, containerUnpause } from './containers/pause.ts';
import { containerRestart } from './containers/restart.ts';
import { containerStop } from './containers/stop.ts';
import { containerTop } from './containers/top.ts';
import { containerUpdate } from './containers/update.ts';
import { containerWait } from './containers/wait.ts';
import type { EngineContext, FetchUrl, StartNode, Store } from './engine-context.ts';
import { containerExec, execInspect, execResize, execStart } from './exec/exec.ts';
import { createImageApi } from './images/image-api.ts';
import { armSwarm } from './swarm/arm-swarm.ts';
import { SwarmFabric } from './swarm/fabric.ts';
import { createSwarmApi } from './swarm/swarm-api.ts';
import { networkConnect, networkDisconnect } from './networks/connect.ts';
import { networkCreate } from './networks/create.ts';
import { defaultNetworks } from './networks/defaults.ts';
import { networkDelete } from './networks/delete.ts';
import { networkInspect } from './networks/inspect.ts';
import { networkList } from './networks/list.ts';
import { networkPrune } from './networks/prune.ts';
import { raiseSegment, type SegmentTable } from './networks/segments.ts';
import { VirtualServices } from './networks/virtual-services.ts';
import { afterPowerLoss } from './after-power-loss.ts';
import type { EngineSnapshot } from './snapshot.ts';
import type { ContainerRecord, EngineState } from './state.ts';
import { createStore, EMPTY_STATE } from './store.ts';
import { systemAuth } from './system/auth.ts';
import { systemEvents } from './system/events.ts';
import { systemDataUsage, systemInfo, systemVersion } from './system/system.ts';
import { volumeCreate } from './volumes/create.ts';
import { volumeDelete, volumeInspect, volumeList, volumePrune } from './volumes/operations.ts';

/** A daemon on a machine. */
export interface Engine {
  readonly api: EngineApi;
  readonly context: EngineContext;
  readonly store: Store;
  /** This very moment, as pointers. */
  save(): EngineSnapshot;
  /** In a task: waits until a restored daemon has started again what ran. */
  whenStarted(): Promise<void>;
  /** Ends the daemon's own work: no restart, no health check any more. Containers are left as they are. */
  shutdown(): void;
}

export interface EngineOptions {
  readonly kernel: Kernel;
  readonly registry: Registry;
  /** What it goes on from, as after a power failure. */
  readonly restore?: EngineSnapshot;
  /** What carries overlays between the machines of one world, by network ID; its own unless given. */
  readonly wires?: Map<string, Wire>;
  /** The daemons of the world; alone unless given. */
  readonly fabric?: SwarmFabric;
  /** Where there is none, no host is found. */
  readonly fetchUrl?: FetchUrl;
  /** Fetches what a node of a swarm runs. */
  readonly loadNode?: () => Promise<StartNode>;
  /** Bytes per second of virtual time; 40 MB unless given. */
  readonly downloadBytesPerSecond?: number;
}

const fetchNode = async (): Promise<StartNode> => (await import('./swarm/start-node.ts')).startNode;

const nothingOutside: FetchUrl = (url) =>
  Promise.resolve({
    error: `Get ${JSON.stringify(url)}: dial tcp: lookup ${new URL(url).hostname}: no such host`,
  });

export function createEngine(options: EngineOptions): Engine {
  const { kernel, registry, restore } = options;
  const restored = restore ? afterPowerLoss(restore.state) : undefined;
  const store = createStore(restored?.state ?? initialState(kernel), () => kernel.clock.now());
  const segments: SegmentTable = new Map();
  const virtualServices = new VirtualServices({ kernel, segments, networks: () => store.state.networks });
  const context: EngineContext = {
    store,
    kernel,
    registry,
    layerTrees: new Map(restore?.layerTrees ?? []),
    containers: new CellTable(),
    containerNames: followNames(store),
    taskContainers: new Map(),
    segments,
    overlays: { wires: options.wires ?? new Map<string, Wire>(), sandboxes: new Map() },
    virtualServices,
    fabric: options.fabric ?? new SwarmFabric(),
    swarmNode: { current: undefined },
    loadNode: () => kernel.scheduler.hold((options.loadNode ?? fetchNode)()),
    portCursor: { next: 32768 },
    cacheMounts: new Map(),
    fetchUrl: options.fetchUrl ?? nothingOutside,
    downloadBytesPerSecond: options.downloadBytesPerSecond ?? 40e6,
  };
  context.fabric.add(context);
  for (const [, network] of store.state.networks) raiseSegment(context, network);
  if (restore) context.containers.restore(cellsOf(context, restore), restore.containers);
  const waiting = new Map<string, ContainerRecord>();
  const started = restore && startAgain(context, restored?.toStart ?? [], restore.state, waiting);
  const whenStarted = async (): Promise<void> => started?.join();
  const reconcilers = [armRestarts(context), armHealthchecks(context), armSwarm(context, whenStarted)];
  return {
    api: createApi(context),
    context,
    store,
    save: () => save(context, waiting),
    whenStarted,
    shutdown: () => reconcilers.forEach((stop) => stop()),
  };
}

function initialState(kernel: Kernel): typeof EMPTY_STATE {
  const networks = defaultNetworks(kernel).reduce(
    (map, network) => map.set(network.id, network),
    EMPTY_STATE.networks,
  );
  return { ...EMPTY_STATE, networks };
}

/** In the order the containers were made, which numbers their file systems. */
function* cellsOf(
  context: EngineContext,
  { state, containers }: EngineSnapshot,
): Generator<[string, ContainerCell]> {
  const made = (id: string): number => state.containers.get(id)?.createdMs ?? 0;
  const moments = [...containers].sort(([a], [b]) => made(a) - made(b) || (a < b ? -1 : 1));
  for (const [id, moment] of moments)
    yield [id, createCell(context, id, state.containers.get(id)?.chainId ?? '', moment)];
}

/**
 * In the order they were made, so that addresses come out the same; those that share another's network or processes after it. `waiting` holds the records of those whose
 * turn has not come.
 */
function startAgain(
  context: EngineContext,
  ids: readonly string[],
  before: EngineState,
  waiting: Map<string, ContainerRecord>,
): Task<void> {
  const { store, kernel } = context;
  const records = ids
    .map((id) => store.state.containers.get(id))
    .filter((container) => container !== undefined);
  const isGuest = ({ hostConfig }: ContainerRecord): number =>
    Number([hostConfig.NetworkMode, hostConfig.PidMode].some((mode) => mode?.startsWith('container:')));
  records.sort((a, b) => isGuest(a) - isGuest(b) || a.createdMs - b.createdMs);
  for (const { id } of records) {
    const record = before.containers.get(id);
    if (record) waiting.set(id, record);
  }
  return kernel.task('start after restore', async () => {
    for (const container of records) {
      const wasPaused = before.containers.get(container.id)?.status === 'paused';
      await startContainer(context, container, false).catch(() => undefined);
      waiting.delete(container.id);
      const { runtime } = context.containers.get(container.id) ?? {};
      if (!wasPaused || !runtime) continue;
      runtime.process.freeze();
      updateContainer(context, container.id, { status: 'paused' });
    }
  });
}

/** What waits to be started again after a restore is saved as what runs: another restore starts it as well. */
function save(context: EngineContext, waiting: ReadonlyMap<string, ContainerRecord>): EngineSnapshot {
  const { state } = context.store;
  let { containers: records } = state;
  for (const [id, record] of waiting) if (records.has(id)) records = records.set(id, record);
  return {
    state: waiting.size > 0 ? { ...state, containers: records } : state,
    layerTrees: new Map(context.layerTrees),
    containers: context.containers.freeze(),
  };
}

/** One method per operation. What changes things runs to its end, whoever asked for it dies. */
function createApi(context: EngineContext): EngineApi {
  const { kernel } = context;
  const whole = <T>(name: string, body: () => T | Promise<T>): Promise<T> =>
    kernel.task(name, async () => body()).join();
  return {
    ContainerCreate: (request, options) => whole('create', () => containerCreate(context, request, options)),
    ContainerStart: (id) => whole('start', () => containerStart(context, id)),
    ContainerStop: (id, options) => whole('stop', () => containerStop(context, id, options)),
    ContainerRestart: (id, options) => whole('restart', () => containerRestart(context, id, options)),
    ContainerKill: (id, signal) => whole('kill', () => containerKill(context, id, signal)),
    ContainerPause: (id) => whole('pause', () => containerPause(context, id)),
    ContainerUnpause: (id) => whole('unpause', () => containerUnpause(context, id)),
    ContainerDelete: (id, options) => whole('delete', () => containerDelete(context, id, options)),
    ContainerRename: (id, name) => whole('rename', () => containerRename(context, id, name)),
    ContainerUpdate: (id, request) => whole('update', () => containerUpdate(context, id, request)),
    ContainerWait: async (id, condition) => containerWait(context, id, condition),
    ContainerAttach: async (id, options) => containerAttach(context, id, options),
    ContainerResize: async (id, size) => containerResize(context, id, size),
    ContainerList: async (options) => containerList(context, options),
    ContainerInspect: async (id, options) => containerInspect(context, id, options),
    ContainerTop: async (id, psArgs) => containerTop(context, id, psArgs),
    ContainerLogs: (id, options) => containerLogs(context, id, options),
    ContainerStats: (id, options) => containerStats(context, id, options),
    ContainerChanges: async (id) => containerChanges(context, id),
    ContainerArchive: async (id, path) => containerArchive(context, id, path),
    PutContainerArchive: (id, path, source, options) =>
      whole('archive', () => putContainerArchive(context, id, path, source, options)),
    ContainerArchiveInfo: async (id, path) => containerArchiveInfo(context, id, path),
    ContainerExport: async (id) => containerExport(context, id),
    ContainerPrune: (filters) => whole('prune', () => containerPrune(context, filters)),
    ContainerExec: (id, request) => whole('exec', () => containerExec(context, id, request)),
    ExecStart: (id, options) => whole('exec start', () => execStart(context, id, options)),
    ExecResize: async (id, size) => execResize(context, id, size),
    ExecInspect: async (id) => execInspect(context, id),
    ...createImageApi(context),
    ...createSwarmApi(context),
    NetworkList: async (filters) => networkList(context, filters),
    NetworkInspect: async (id, options) => networkInspect(context, id, options),
    NetworkCreate: (request) => whole('network create', () => networkCreate(context, request)),
    NetworkConnect: (id, request) => whole('network connect', () => networkConnect(context, id, request)),
    NetworkDisconnect: (id, request) =>
      whole('network disconnect', () => networkDisconnect(context, id, request)),
    NetworkDelete: (id) => whole('network delete', () => networkDelete(context, id)),
    NetworkPrune: (filters) => whole('network prune', () => networkPrune(context, filters)),
    VolumeList: async (filters) => ({ Volumes: volumeList(context, filters), Warnings: null }),
    VolumeInspect: async (name) => volumeInspect(context, name),
    VolumeCreate: (request) => whole('volume create', () => volumeCreate(context, request)),
    VolumeDelete: (name, options) =>
      whole('volume delete', () => volumeDelete(context, name, options?.force)),
    VolumePrune: (filters) => whole('volume prune', () => volumePrune(context, filters)),
    SystemInfo: async () => systemInfo(context),
    SystemVersion: async () => systemVersion(context),
    SystemPing: async () => ({ ApiVersion: '1.50' }),
    SystemEvents: (options) => systemEvents(context, options),
    SystemDataUsage: async () => systemDataUsage(context),
    SystemAuth: (request) => systemAuth(context, request),
  };
}
