import type { Service, ServiceSpec, Task, TaskStatus } from '../../../api/service-types.ts';
import type { Config, Node, Secret, Swarm } from '../../../api/swarm-types.ts';
import type { SwarmObject } from '../../../api/swarm-object.ts';
import { formatTime } from '../../time-format.ts';
import type {
  ClusterObject,
  ClusterRecord,
  ConfigRecord,
  NodeRecord,
  SecretRecord,
  ServiceRecord,
  TaskRecord,
  TaskStatusRecord,
} from '../cluster-state.ts';

function toObject({ id, version, createdMs, updatedMs }: ClusterObject): SwarmObject {
  return {
    ID: id,
    Version: { Index: version },
    CreatedAt: formatTime(createdMs),
    UpdatedAt: formatTime(updatedMs),
  };
}

export function toSwarm(record: ClusterRecord): Swarm {
  const { spec, tlsInfo, joinTokens } = record;
  return {
    ...toObject(record),
    Spec: spec,
    TLSInfo: { ...tlsInfo },
    RootRotationInProgress: false,
    DefaultAddrPool: [...record.defaultAddrPool],
    SubnetSize: record.subnetSize,
    DataPathPort: record.dataPathPort,
    JoinTokens: { Worker: joinTokens.worker, Manager: joinTokens.manager },
  };
}

export function toNode(record: NodeRecord): Node {
  const { spec, description, status, manager } = record;
  return {
    ...toObject(record),
    Spec: spec,
    Description: description,
    Status: status,
    ...(manager
      ? {
          ManagerStatus: {
            ...(manager.leader ? { Leader: true } : {}),
            Reachability: manager.unreachable ? ('unreachable' as const) : ('reachable' as const),
            Addr: manager.address,
          },
        }
      : {}),
  };
}

/** Its content is never told. */
export function toSecret(record: SecretRecord): Secret {
  const Spec = { ...record.spec };
  delete Spec.Data;
  return { ...toObject(record), Spec };
}

export function toConfig(record: ConfigRecord): Config {
  return { ...toObject(record), Spec: record.spec };
}

export function toService(record: ServiceRecord, spec: ServiceSpec = record.spec): Service {
  const { previous, endpoint, update } = record;
  return {
    ...toObject(record),
    Spec: spec,
    ...(previous ? { PreviousSpec: previous.spec } : {}),
    Endpoint: {
      Spec: spec.EndpointSpec ?? {},
      ...(endpoint.ports.length ? { Ports: [...endpoint.ports] } : {}),
      ...(endpoint.virtualIps.length
        ? {
            VirtualIPs: endpoint.virtualIps.map(({ networkId, address }) => ({
              NetworkID: networkId,
              Addr: address,
            })),
          }
        : {}),
    },
    ...(update
      ? {
          UpdateStatus: {
            State: update.state,
            ...(update.startedMs ? { StartedAt: formatTime(update.startedMs) } : {}),
            ...(update.completedMs ? { CompletedAt: formatTime(update.completedMs) } : {}),
            Message: update.message,
          },
        }
      : {}),
  };
}

const tasks = new WeakMap<TaskRecord, Task>();

/** Clients that wait for a service ask for its tasks again and again: what did not change is told as before. */
export function toTask(record: TaskRecord): Task {
  const known = tasks.get(record);
  if (known) return known;
  const task = describeTask(record);
  tasks.set(record, task);
  return task;
}

function describeTask(record: TaskRecord): Task {
  const { networks } = record;
  return {
    ...toObject(record),
    Labels: {},
    Spec: record.spec,
    ServiceID: record.serviceId,
    ...(record.slot ? { Slot: record.slot } : {}),
    ...(record.nodeId ? { NodeID: record.nodeId } : {}),
    Status: toTaskStatus(record.status),
    DesiredState: record.desiredState,
    ...(networks.length
      ? {
          NetworksAttachments: networks.map(({ networkId, networkName, addresses }) => ({
            Network: { ID: networkId, Spec: { Name: networkName } },
            Addresses: [...addresses],
          })),
        }
      : {}),
  };
}

function toTaskStatus({
  timestampMs,
  state,
  message,
  error,
  container,
  ports,
}: TaskStatusRecord): TaskStatus {
  return {
    Timestamp: formatTime(timestampMs),
    State: state,
    ...(message ? { Message: message } : {}),
    ...(error ? { Err: error } : {}),
    ...(container
      ? {
          ContainerStatus: {
            ContainerID: container.containerId,
            PID: container.pid,
            ExitCode: container.exitCode,
          },
        }
      : {}),
    PortStatus: ports.length ? { Ports: [...ports] } : {},
  };
}
