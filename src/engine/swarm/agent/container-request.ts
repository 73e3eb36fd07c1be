import type { ContainerCreateRequest, HostConfig, Mount } from '../../../api/container-types.ts';
import type { PortConfig, TaskContainerSpec, TaskMount } from '../../../api/service-types.ts';
import { withoutPrefix } from '../allocator/address-pool.ts';
import type { Assignment } from '../dispatcher.ts';
import { taskContainerName, taskImage } from './container-name.ts';
import { expandTemplates } from './expand-template.ts';

/** The container of a task, as a client would ask for it. @see moby v28 daemon/cluster/executor/container/container.go */
export function containerRequest(task: Assignment, hostname: string): ContainerCreateRequest {
  const spec = expandTemplates(task, hostname);
  const ports = hostModePorts(task);
  return {
    Image: taskImage(task),
    Labels: labelsOf(task, spec),
    Tty: spec.TTY ?? false,
    OpenStdin: spec.OpenStdin ?? false,
    ...commandOf(spec),
    ...(spec.Hostname ? { Hostname: spec.Hostname } : {}),
    ...(spec.User ? { User: spec.User } : {}),
    ...(spec.Env ? { Env: spec.Env } : {}),
    ...(spec.Dir ? { WorkingDir: spec.Dir } : {}),
    ...(spec.StopSignal ? { StopSignal: spec.StopSignal } : {}),
    ...(spec.Healthcheck ? { Healthcheck: spec.Healthcheck } : {}),
    ...(ports.length ? { ExposedPorts: Object.fromEntries(ports.map((port) => [portName(port), {}])) } : {}),
    HostConfig: hostConfig(task, spec, ports),
    NetworkingConfig: { EndpointsConfig: endpointsOf(task) },
  };
}

/** With a command, the arguments are its; else they are the image's. */
function commandOf({ Command = [], Args = [] }: TaskContainerSpec): ContainerCreateRequest {
  return {
    ...(Command.length ? { Entrypoint: Command } : {}),
    ...(Args.length ? { Cmd: Args } : {}),
  };
}

function labelsOf(task: Assignment, spec: TaskContainerSpec): Record<string, string> {
  return {
    ...spec.Labels,
    'com.docker.swarm.node.id': task.nodeId,
    'com.docker.swarm.service.id': task.serviceId,
    'com.docker.swarm.service.name': task.serviceName,
    'com.docker.swarm.task': '',
    'com.docker.swarm.task.id': task.id,
    'com.docker.swarm.task.name': taskContainerName(task),
  };
}

function hostModePorts({ endpoint }: Assignment): PortConfig[] {
  return endpoint.ports.filter(({ PublishMode }) => PublishMode === 'host');
}

const portName = ({ TargetPort, Protocol }: PortConfig): string => `${TargetPort}/${Protocol}`;

function hostConfig(task: Assignment, spec: TaskContainerSpec, ports: readonly PortConfig[]): HostConfig {
  const { Limits = {} } = task.spec.Resources ?? {};
  const { LogDriver } = task.spec;
  const [first] = task.networks;
  return {
    ...(first ? { NetworkMode: first.networkName } : {}),
    PortBindings: bindings(ports),
    Mounts: (spec.Mounts ?? []).map(toMount),
    ReadonlyRootfs: spec.ReadOnly ?? false,
    ...(Limits.MemoryBytes ? { Memory: Limits.MemoryBytes } : {}),
    ...(Limits.NanoCPUs ? { NanoCpus: Limits.NanoCPUs } : {}),
    ...(Limits.Pids ? { PidsLimit: Limits.Pids } : {}),
    ...(spec.Init === undefined ? {} : { Init: spec.Init }),
    ...(spec.Groups ? { GroupAdd: spec.Groups } : {}),
    ...(spec.Sysctls ? { Sysctls: spec.Sysctls } : {}),
    ...(spec.Ulimits ? { Ulimits: spec.Ulimits } : {}),
    ...(spec.CapabilityAdd ? { CapAdd: spec.CapabilityAdd } : {}),
    ...(spec.CapabilityDrop ? { CapDrop: spec.CapabilityDrop } : {}),
    ...(spec.OomScoreAdj ? { OomScoreAdj: spec.OomScoreAdj } : {}),
    ...(spec.DNSConfig?.Nameservers ? { Dns: spec.DNSConfig.Nameservers } : {}),
    ...(spec.DNSConfig?.Search ? { DnsSearch: spec.DNSConfig.Search } : {}),
    ...(spec.DNSConfig?.Options ? { DnsOptions: spec.DNSConfig.Options } : {}),
    ...(spec.Hosts ? { ExtraHosts: spec.Hosts.flatMap(toExtraHost) } : {}),
    ...(LogDriver?.Name ? { LogConfig: { Type: LogDriver.Name, Config: LogDriver.Options ?? {} } } : {}),
  };
}

function bindings(ports: readonly PortConfig[]): NonNullable<HostConfig['PortBindings']> {
  return Object.fromEntries(
    ports.map((port) => [
      portName(port),
      [{ HostIp: '', HostPort: port.PublishedPort ? String(port.PublishedPort) : '' }],
    ]),
  );
}

function toMount(mount: TaskMount): Mount {
  const { Type = 'volume', Target = '' } = mount;
  return { ...mount, Type, Target };
}

/** `10.0.0.1 db` → `db:10.0.0.1` */
function toExtraHost(line: string): string[] {
  const [address, name] = line.trim().split(/\s+/);
  return address && name ? [`${name}:${address}`] : [];
}

function endpointsOf({
  networks,
}: Assignment): NonNullable<ContainerCreateRequest['NetworkingConfig']>['EndpointsConfig'] {
  return Object.fromEntries(
    networks.map(({ networkId, networkName, addresses: [address = ''] }) => [
      networkName,
      {
        NetworkID: networkId,
        ...(address ? { IPAMConfig: { IPv4Address: withoutPrefix(address) } } : {}),
      },
    ]),
  );
}
