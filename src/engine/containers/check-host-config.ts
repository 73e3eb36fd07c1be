import { ApiError } from '../../api/api-error.ts';
import type { ContainerCreateRequest, HostConfig, RestartPolicy } from '../../api/container-types.ts';
import { checkLogConfig } from './log-config.ts';
import { parseSignal } from '../../kernel/signals.ts';
import type { EngineContext } from '../engine-context.ts';
import { bare, isCapability } from './capabilities.ts';
import { findContainer } from './find.ts';

const MIN_MEMORY = 6 * 1024 * 1024;

function refuse(message: string): never {
  throw new ApiError('invalidParameter', message);
}

/** @throws ApiError for what contradicts itself @see moby v28 daemon/container.go verifyContainerSettings, runconfig/hostconfig_unix.go */
export function checkRequest(context: EngineContext, request: ContainerCreateRequest): void {
  const host = request.HostConfig ?? {};
  checkNamespaces(request, host);
  checkNetworkMode(request, host);
  checkCapabilities(host);
  checkResources(context, host);
  checkRestartPolicy(host.RestartPolicy);
  checkLogConfig(host.LogConfig ?? {});
  if (host.PidMode?.startsWith('container:'))
    throw new ApiError('notSimulated', `the process namespace of another container (--pid ${host.PidMode})`);
  if (host.AutoRemove && host.RestartPolicy && !['', 'no'].includes(host.RestartPolicy.Name)) {
    refuse("can't create 'AutoRemove' container with restart policy");
  }
  if (request.StopSignal && !parseSignal(request.StopSignal)) refuse(`invalid signal: ${request.StopSignal}`);
  if (request.WorkingDir && !request.WorkingDir.startsWith('/')) {
    refuse(`the working directory '${request.WorkingDir}' is invalid, it needs to be an absolute path`);
  }
  for (const entry of request.Env ?? [])
    if (entry === '' || entry.startsWith('=')) refuse(`invalid environment variable: ${entry}`);
  for (const link of host.Links ?? []) checkLink(context, link);
  checkHealth(request);
}

/** @see moby v28 daemon/container.go validateHostConfig, runconfig/hostconfig_unix.go validateNetMode */
function checkNamespaces({ Hostname }: ContainerCreateRequest, host: HostConfig): void {
  const { PidMode = '', UTSMode = '' } = host;
  const ipc = typeof host['IpcMode'] === 'string' ? host['IpcMode'] : '';
  if (!/^(|none|private|shareable|host|container:.+)$/.test(ipc)) refuse(`invalid IPC mode: ${ipc}`);
  if (!/^(|host|container:.+)$/.test(PidMode)) refuse(`invalid PID mode: ${PidMode}`);
  if (!/^(|host)$/.test(UTSMode)) refuse(`invalid UTS mode: ${UTSMode}`);
  if (UTSMode === 'host' && Hostname) refuse('conflicting options: hostname and the UTS mode');
}

function checkCapabilities({ CapAdd, CapDrop }: HostConfig): void {
  const lists = { CapAdd, CapDrop };
  for (const [field, names] of Object.entries(lists)) {
    const unknown = (names ?? []).map(bare).find((name) => !isCapability(name));
    if (unknown !== undefined) refuse(`invalid ${field}: unknown capability: "CAP_${unknown}"`);
  }
}

/** Whose network a container shares is looked up when it starts: it may be made before that one is. */
function checkNetworkMode(request: ContainerCreateRequest, host: HostConfig): void {
  const mode = host.NetworkMode ?? '';
  const others = Object.keys(request.NetworkingConfig?.EndpointsConfig ?? {});
  const conflicting = others.length > 1 && others.find((name) => name === 'host' || name === 'none');
  if (conflicting)
    refuse(`container cannot be connected to network endpoints: ${[...others].sort().join(', ')}`);
  if (mode === 'host' && host.Links?.length)
    refuse(
      "conflicting options: host type networking can't be used with links. This would result in undefined behavior",
    );
  if (!mode.startsWith('container:')) return;
  if (request.Hostname) refuse('conflicting options: hostname and the network mode');
  if (host.Links?.length)
    refuse(
      "conflicting options: container type network can't be used with links. This would result in undefined behavior",
    );
  if (host.Dns?.length) refuse('conflicting options: dns and the network mode');
  if (host.ExtraHosts?.length) refuse('conflicting options: custom host-to-IP mapping and the network mode');
  if (Object.keys(host.PortBindings ?? {}).length || host.PublishAllPorts) {
    refuse('conflicting options: port publishing and the container type network mode');
  }
  if (Object.keys(request.ExposedPorts ?? {}).length) {
    refuse('conflicting options: port exposing and the container type network mode');
  }
}

function checkResources({ kernel }: EngineContext, host: HostConfig): void {
  const { Memory = 0, MemorySwap = 0, MemoryReservation = 0, NanoCpus = 0, PidsLimit } = host;
  if (Memory > 0 && Memory < MIN_MEMORY) refuse('Minimum memory limit allowed is 6MB');
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory) {
    refuse('Minimum memoryswap limit should be larger than memory limit, see usage');
  }
  if (Memory === 0 && MemorySwap > 0)
    refuse('You should always set the Memory limit when using Memoryswap limit, see usage');
  if (Memory > 0 && MemoryReservation > 0 && Memory < MemoryReservation) {
    refuse('Minimum memory limit can not be less than memory reservation limit, see usage');
  }
  const { cpus } = kernel.facts;
  if (NanoCpus < 0 || NanoCpus > cpus * 1e9) {
    refuse(`range of CPUs is from 0.01 to ${cpus}.00, as there are only ${cpus} CPUs available`);
  }
  if (PidsLimit && PidsLimit < -1) refuse(`Invalid pids limit ${PidsLimit}: must be -1 or more`);
}

/** @see moby v28 api/types/container/hostconfig.go ValidateRestartPolicy */
export function checkRestartPolicy(policy: RestartPolicy | undefined): void {
  if (!policy) return;
  const { Name, MaximumRetryCount } = policy;
  if (!['', 'no', 'always', 'unless-stopped', 'on-failure'].includes(Name)) {
    refuse(
      `invalid restart policy: unknown policy '${Name}'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'`,
    );
  }
  if (Name === 'on-failure') {
    if (MaximumRetryCount < 0) refuse('invalid restart policy: maximum retry count cannot be negative');
    return;
  }
  if (MaximumRetryCount !== 0) {
    const only = "invalid restart policy: maximum retry count can only be used with 'on-failure'";
    refuse(MaximumRetryCount < 0 ? `${only} and cannot be negative` : only);
  }
}

/** Not "not found": a client would take that for the image and pull it. @see moby v28 daemon/daemon_unix.go registerLinks */
function checkLink(context: EngineContext, link: string): void {
  const [name = ''] = link.split(':');
  try {
    findContainer(context.store.state, name.replace(/^\//, ''));
  } catch (error) {
    if (error instanceof ApiError)
      throw new ApiError('invalidParameter', `could not get container for ${name}: ${error.message}`);
    throw error;
  }
}

function checkHealth({ Healthcheck }: ContainerCreateRequest): void {
  const limits = [
    ['Interval', Healthcheck?.Interval],
    ['Timeout', Healthcheck?.Timeout],
    ['StartPeriod', Healthcheck?.StartPeriod],
    ['StartInterval', Healthcheck?.StartInterval],
  ] as const;
  for (const [name, value] of limits) {
    if (value && value < 1e6) refuse(`${name} in Healthcheck cannot be less than 1ms`);
  }
  if ((Healthcheck?.Retries ?? 0) < 0) refuse('Retries in Healthcheck cannot be negative');
}
