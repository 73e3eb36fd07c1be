import type { ContainerInspect, ContainerState } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { toNetworkSettings } from './endpoint-settings.ts';
import { findContainer } from './find.ts';
import { isUp } from './is-up.ts';
import { toMountPoints } from './mount-points.ts';
import { sizesOf } from './sizes.ts';

/** @throws ApiError notFound @see moby v28 daemon/inspect.go */
export function containerInspect(
  context: EngineContext,
  reference: string,
  options: { size?: boolean } = {},
): ContainerInspect {
  const container = findContainer(context.store.state, reference);
  const { id } = container;
  const folder = `/var/lib/docker/containers/${id}`;
  return {
    Id: id,
    Created: formatTime(container.createdMs),
    Path: container.path,
    Args: [...container.args],
    State: toState(container),
    Image: container.imageId,
    ResolvConfPath: `${folder}/resolv.conf`,
    HostnamePath: `${folder}/hostname`,
    HostsPath: `${folder}/hosts`,
    LogPath: container.hostConfig.LogConfig?.Type === 'json-file' ? `${folder}/${id}-json.log` : '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: 'docker-default',
    ExecIDs: container.execIds.length ? [...container.execIds] : null,
    HostConfig: container.hostConfig,
    GraphDriver: { Data: overlayFolders(context, container), Name: 'overlay2' },
    ...(options.size ? sizesOf(context, container) : {}),
    Mounts: toMountPoints(container),
    Config: container.config,
    NetworkSettings: toNetworkSettings(container),
  };
}

function toState(container: ContainerRecord): ContainerState {
  const { status, health } = container;
  return {
    Status: status,
    Running: isUp(container),
    Paused: status === 'paused',
    Restarting: status === 'restarting',
    OOMKilled: container.oomKilled,
    Dead: status === 'dead',
    Pid: container.pid,
    ExitCode: container.exitCode,
    Error: container.error,
    StartedAt: formatTime(container.startedMs),
    FinishedAt: formatTime(container.finishedMs),
    ...(health
      ? { Health: { Status: health.status, FailingStreak: health.failingStreak, Log: [...health.log] } }
      : {}),
  };
}

/** Where the storage driver keeps the layers. */
function overlayFolders(context: EngineContext, container: ContainerRecord): Record<string, string> {
  const root = '/var/lib/docker/overlay2';
  const own = `${root}/${container.id}`;
  const lower = [`${own}-init/diff`];
  const { layers } = context.store.state;
  for (let chain = container.chainId; chain; chain = layers.get(chain)?.parent ?? '') {
    lower.push(`${root}/${chain.replace('sha256:', '')}/diff`);
  }
  return {
    ID: container.id,
    LowerDir: lower.join(':'),
    MergedDir: `${own}/merged`,
    UpperDir: `${own}/diff`,
    WorkDir: `${own}/work`,
  };
}
