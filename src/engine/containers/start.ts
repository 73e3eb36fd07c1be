import { ApiError } from '../../api/api-error.ts';
import type { Cgroup } from '../../kernel/cgroup.ts';
import type { PidNamespace } from '../../kernel/kernel.ts';
import type { EngineContext } from '../engine-context.ts';
import { attachNetworks, detachNetworks, type AttachedNetworks } from '../networks/attach.ts';
import { NO_PORTS, type ContainerRecord } from '../state.ts';
import { mountEvents } from '../volumes/mount-events.ts';
import { containerCapabilities } from './capabilities.ts';
import { cgroupLimits } from './cgroup-limits.ts';
import type { ContainerCell, ContainerRuntime } from './container-cell.ts';
import { watchExit } from './exit.ts';
import { armHealthcheck } from './healthcheck.ts';
import { cellOf, findContainer, requireRunning, updateContainer } from './find.ts';
import { startFirstProcess } from './first-process.ts';
import { checkLinks } from '../networks/links.ts';
import { linkEnvironment } from './link-environment.ts';
import { rotationOf } from './log-config.ts';
import { OutputPump } from './pump-output.ts';
import { containerEnvironment, findUser, groupsToAdd, prepareRoot, startFailure } from './prepare.ts';
import { removeContainer } from './remove-container.ts';
import { resourceLimits } from './resource-limits.ts';
import { openStdio, type ContainerStdio } from './stdio.ts';

/** Virtual time that making the namespaces, mounts and the first process takes. */
const START_MS = 120;

/** Virtual time the answer takes to reach the client, in which the container's program gets going. */
const ANSWER_MS = 60;

/**
 * @throws ApiError; the container stays created (or exited) with its exit code 126, 127 or 128, unless it is to be removed (`--rm`)
 * @see moby v28 daemon/start.go
 */
export async function containerStart(context: EngineContext, reference: string): Promise<void> {
  const container = findContainer(context.store.state, reference);
  if (container.status === 'running') return;
  refuse(container);
  await context.kernel.clock.sleep(START_MS);
  const current = findContainer(context.store.state, container.id);
  if (current.status === 'running') return;
  refuse(current);
  await startContainer(context, withoutRestarts(context, current), true);
  await context.kernel.clock.sleep(ANSWER_MS);
}

/** A start by hand counts its restarts anew. */
function withoutRestarts(context: EngineContext, container: ContainerRecord): ContainerRecord {
  const { restartCount, restartAtMs, restartDelayMs = 0 } = container;
  if (!restartCount && !restartAtMs && !restartDelayMs) return container;
  const anew = { restartCount: 0, restartAtMs: 0, restartDelayMs: 0 };
  updateContainer(context, container.id, anew);
  return { ...container, ...anew };
}

function refuse({ status }: ContainerRecord): void {
  if (status === 'paused') {
    throw new ApiError('conflict', 'cannot start a paused container, try unpause instead');
  }
  if (status === 'removing') {
    throw new ApiError('conflict', 'container is marked for removal and cannot be started');
  }
}

/** Starts it; `announce` is false when a restored machine does. */
export async function startContainer(
  context: EngineContext,
  container: ContainerRecord,
  announce: boolean,
): Promise<void> {
  const cell = cellOf(context, container.id);
  cell.stopping = false;
  let networks: AttachedNetworks;
  try {
    checkDevices(container);
    // When power returns, containers start in no order of their links.
    if (announce) checkLinks(context, container);
    cell.log.rotate(rotationOf(container.hostConfig.LogConfig ?? {}));
    networks = attachNetworks(context, container, announce);
  } catch (error) {
    if (error instanceof ApiError) fail(context, container, 128, error.message);
    throw error;
  }
  const current = context.store.state.containers.get(container.id) ?? container;
  try {
    launch(context, current, cell, networks, announce);
  } catch (error) {
    detachNetworks(context, container, networks);
    const failure = startFailure(error, container);
    if (!failure) throw error;
    fail(context, container, failure.exitCode, failure.message);
    throw new ApiError(failure.kind, failure.message);
  }
}

/** This machine has no device drivers. @throws ApiError @see moby v28 daemon/devices.go, daemon/errors.go incompatibleDeviceRequest */
function checkDevices({ hostConfig }: ContainerRecord): void {
  const [request] = (hostConfig['DeviceRequests'] ?? []) as {
    readonly Driver: string;
    readonly Capabilities: readonly (readonly string[])[] | null;
  }[];
  if (!request) return;
  const capabilities = (request.Capabilities ?? []).map((all) => `[${all.join(' ')}]`).join(' ');
  throw new ApiError(
    'invalidParameter',
    `could not select device driver "${request.Driver}" with capabilities: [${capabilities}]`,
  );
}

function fail(context: EngineContext, container: ContainerRecord, exitCode: number, message: string): void {
  updateContainer(context, container.id, {
    exitCode,
    error: message,
    ports: NO_PORTS,
    status: container.startedMs ? 'exited' : 'created',
  });
  if (container.hostConfig.AutoRemove) removeContainer(context, container.id, { volumes: true });
}

function launch(
  context: EngineContext,
  container: ContainerRecord,
  cell: ContainerCell,
  networks: AttachedNetworks,
  announce: boolean,
): void {
  const { kernel } = context;
  if (announce) context.store.commit((state) => state, mountEvents(container));
  const uts =
    container.hostConfig.UTSMode === 'host' ? kernel.hostUts : { hostname: container.config.Hostname };
  const pids = pidNamespaceOf(context, container);
  const cgroup = kernel.createCgroup(cgroupLimits(container.hostConfig));
  watchMemory(context, container.id, cgroup);
  const mounts = prepareRoot(context, container, cell, pids, cgroup);
  const view = kernel.viewAsRoot(mounts);
  const user = findUser(view, container.config.User, groupsToAdd(container.hostConfig));
  const env = containerEnvironment(container, user, linkEnvironment(context, container));
  const cwd = container.config.WorkingDir || '/';
  if (!view.exists(cwd)) view.mkdirAll(cwd);
  const stdio = openStdio(kernel, container.config);
  sizeTerminal(stdio, container);
  const process = startFirstProcess(kernel, {
    view,
    argv: [container.path, ...container.args],
    init: container.hostConfig.Init ?? false,
    spec: {
      env,
      cwd,
      ...user,
      mounts,
      pidNamespace: pids,
      network: networks.namespace,
      uts,
      fds: stdio.fds,
      ...(stdio.slave ? { controllingTty: stdio.slave } : {}),
      cgroup,
      capabilities: containerCapabilities(container.hostConfig),
      limits: resourceLimits(container.hostConfig),
    },
  });
  const runtime: ContainerRuntime = {
    process,
    mounts,
    pids,
    network: networks.namespace,
    uts,
    cgroup,
    terminal: stdio.terminal,
    stdin: stdio.stdin,
    forwards: networks.forwards,
  };
  cell.runtime = runtime;
  const output = new OutputPump(context, container, cell, stdio.outputs);
  updateContainer(
    context,
    container.id,
    {
      status: 'running',
      pid: process.pid,
      startedMs: kernel.clock.now(),
      exitCode: 0,
      error: '',
      oomKilled: false,
      manuallyStopped: false,
      restartAtMs: 0,
    },
    announce ? [{ action: 'start' }] : [],
  );
  armHealthcheck(context, container.id);
  watchExit(context, container.id, { cell, runtime, output, networks });
}

/** On its own, as every callback here: one made in `launch` would keep all that it needed as long as the container runs. */
function watchMemory(context: EngineContext, id: string, cgroup: Cgroup): void {
  cgroup.onOomKill = () => updateContainer(context, id, { oomKilled: true }, [{ action: 'oom' }]);
}

/** Its own, the machine's or another container's. @throws ApiError where that does not run @see moby v28 daemon/oci_linux.go withNamespaces */
function pidNamespaceOf(context: EngineContext, { id, hostConfig }: ContainerRecord): PidNamespace {
  const { PidMode = '' } = hostConfig;
  if (PidMode === 'host') return context.kernel.hostPids;
  if (!PidMode.startsWith('container:')) return context.kernel.createPidNamespace(id);
  try {
    const other = findContainer(context.store.state, PidMode.slice('container:'.length));
    requireRunning(other);
    const { runtime } = cellOf(context, other.id);
    if (runtime) return runtime.pids;
    throw new ApiError('conflict', `container ${other.id} is not running`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError('system', `failed to join PID namespace: ${error.message}`);
  }
}

/** The client's own terminal size, as it was when it made the container. */
function sizeTerminal({ terminal }: ContainerStdio, { hostConfig }: ContainerRecord): void {
  const [rows = 0, columns = 0] = Array.isArray(hostConfig['ConsoleSize'])
    ? (hostConfig['ConsoleSize'] as number[])
    : [];
  if (rows && columns) terminal?.resize({ columns, rows });
}
