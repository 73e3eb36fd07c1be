import type { EngineApi } from '../api/engine-api.ts';
import { containerArchive, containerArchiveInfo, putContainerArchive } from './containers/archive.ts';
import { containerAttach, containerResize } from './containers/attach.ts';
import { containerChanges } from './containers/changes.ts';
import { containerCreate } from './containers/create.ts';
import { containerDelete } from './containers/delete.ts';
import { containerExport } from './containers/export.ts';
import { containerInspect } from './containers/inspect.ts';
import { containerList } from './containers/list.ts';
import { containerLogs } from './containers/logs.ts';
import { containerPrune } from './containers/prune.ts';
import { containerRename } from './containers/rename.ts';
import { containerStart } from './containers/start.ts';
import { containerStats } from './containers/stats.ts';
import { containerKill, containerPause, containerRestart, containerStop, containerUnpause } from './containers/stop.ts';
import { containerTop } from './containers/top.ts';
import { containerUpdate } from './containers/update.ts';
import { containerWait } from './containers/wait.ts';
import type { EngineContext } from './engine-context.ts';
import { containerExec, execInspect, execResize, execStart } from './exec/exec.ts';
import { createImageApi } from './images/image-api.ts';
import {
  networkConnect,
  networkCreate,
  networkDelete,
  networkDisconnect,
  networkInspect,
  networkList,
  networkPrune,
} from './networks/operations.ts';
import { systemAuth } from './system/auth.ts';
import { systemDataUsage } from './system/disk-usage.ts';
import { systemEvents } from './system/events.ts';
import { systemInfo } from './system/info.ts';
import { API_VERSION, systemVersion } from './system/version.ts';
import { volumeCreate } from './volumes/create.ts';
import { volumeDelete, volumeInspect, volumeList, volumePrune } from './volumes/operations.ts';

/** Runs an operation to its end as the daemon's own work, whatever becomes of the client that asked for it. */
type Run = <T>(name: string, body: () => T | Promise<T>) => Promise<T>;

/** Every operation of the Engine API over one daemon's context. */
export function assembleApi(context: EngineContext): EngineApi {
  const run: Run = (name, body) => context.kernel.task(name, async () => body()).join();
  const images = createImageApi(context);
  return {
    ...containerApi(context, run),
    ...containerViews(context),
    ...execApi(context, run),
    ...images,
    ...networkApi(context, run),
    ...volumeApi(context, run),
    ...systemApi(context, images.ImageList),
  };
}

function containerApi(context: EngineContext, run: Run) {
  return {
    ContainerCreate: (request, options) => run('create', () => containerCreate(context, request, options)),
    ContainerStart: (id) => run('start', () => containerStart(context, id)),
    ContainerStop: (id, options) => run('stop', () => containerStop(context, id, options)),
    ContainerRestart: (id, options) => run('restart', () => containerRestart(context, id, options)),
    ContainerKill: (id, signal) => run('kill', () => containerKill(context, id, signal)),
    ContainerPause: (id) => run('pause', () => containerPause(context, id)),
    ContainerUnpause: (id) => run('unpause', () => containerUnpause(context, id)),
    ContainerDelete: (id, options) => run('delete', () => containerDelete(context, id, options)),
    ContainerRename: (id, name) => run('rename', () => containerRename(context, id, name)),
    ContainerUpdate: (id, request) => run('update', () => containerUpdate(context, id, request)),
    ContainerPrune: (filters) => run('prune', () => containerPrune(context, filters)),
    PutContainerArchive: (id, path, source, options) =>
      run('extract', () => putContainerArchive(context, id, path, source, options)),
  } satisfies Partial<EngineApi>;
}

/** What only looks: it runs in the client's own time. */
function containerViews(context: EngineContext) {
  return {
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
    ContainerArchiveInfo: async (id, path) => containerArchiveInfo(context, id, path),
    ContainerExport: async (id) => containerExport(context, id),
  } satisfies Partial<EngineApi>;
}

function execApi(context: EngineContext, run: Run) {
  return {
    ContainerExec: (id, request) => run('exec', () => containerExec(context, id, request)),
    ExecStart: (id, options) => run('exec start', () => execStart(context, id, options)),
    ExecResize: async (id, size) => execResize(context, id, size),
    ExecInspect: async (id) => execInspect(context, id),
  } satisfies Partial<EngineApi>;
}

function networkApi(context: EngineContext, run: Run) {
  return {
    NetworkList: async (filters) => networkList(context, filters),
    NetworkInspect: async (id) => networkInspect(context, id),
    NetworkCreate: (request) => run('network create', () => networkCreate(context, request)),
    NetworkConnect: (id, request) => run('network connect', () => networkConnect(context, id, request)),
    NetworkDisconnect: (id, request) => run('network disconnect', () => networkDisconnect(context, id, request)),
    NetworkDelete: (id) => run('network delete', () => networkDelete(context, id)),
    NetworkPrune: (filters) => run('network prune', () => networkPrune(context, filters)),
  } satisfies Partial<EngineApi>;
}

function volumeApi(context: EngineContext, run: Run) {
  return {
    VolumeList: async (filters) => ({ Volumes: volumeList(context, filters), Warnings: null }),
    VolumeInspect: async (name) => volumeInspect(context, name),
    VolumeCreate: (request) => run('volume create', () => volumeCreate(context, request)),
    VolumeDelete: (name, options) => run('volume delete', () => volumeDelete(context, name, options?.force)),
    VolumePrune: (filters) => run('volume prune', () => volumePrune(context, filters)),
  } satisfies Partial<EngineApi>;
}

function systemApi(context: EngineContext, imageList: EngineApi['ImageList']) {
  return {
    SystemInfo: async () => systemInfo(context),
    SystemVersion: async () => systemVersion(context),
    SystemPing: async () => ({ ApiVersion: API_VERSION }),
    SystemEvents: (options) => systemEvents(context, options),
    SystemDataUsage: (options) => systemDataUsage(context, imageList, options),
    SystemAuth: async (request) => systemAuth(request),
  } satisfies Partial<EngineApi>;
}
