import type { SystemInfo } from '../../../api/system-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';

type SwarmInfo = SystemInfo['Swarm'];

const NS_PER_MS = 1e6;

/** What `docker info` says of the swarm: managers know more than workers. @see docker/cli v28.2.2 cli/command/system/info.go printSwarmInfo */
export function swarmLines(swarm: SwarmInfo): string[] {
  const { LocalNodeState: state } = swarm;
  if (state === 'inactive' || state === 'locked') return [` Swarm: ${state}`];
  return [
    ` Swarm: ${state}`,
    `  NodeID: ${swarm.NodeID}`,
    ...(swarm.Error ? [`  Error: ${swarm.Error}`] : []),
    `  Is Manager: ${swarm.ControlAvailable}`,
    ...(swarm.Cluster && swarm.ControlAvailable && !swarm.Error ? clusterLines(swarm, swarm.Cluster) : []),
    `  Node Address: ${swarm.NodeAddr}`,
    ...managerLines(swarm.RemoteManagers ?? []),
  ];
}

function clusterLines({ Managers, Nodes }: SwarmInfo, cluster: NonNullable<SwarmInfo['Cluster']>): string[] {
  const { Spec: spec } = cluster;
  return [
    `  ClusterID: ${cluster.ID}`,
    `  Managers: ${Managers ?? 0}`,
    `  Nodes: ${Nodes ?? 0}`,
    `  Default Address Pool: ${cluster.DefaultAddrPool.join(' ')}  `,
    `  SubnetSize: ${cluster.SubnetSize}`,
    `  Data Path Port: ${cluster.DataPathPort}`,
    '  Orchestration:',
    `   Task History Retention Limit: ${spec.Orchestration.TaskHistoryRetentionLimit ?? 5}`,
    '  Raft:',
    `   Snapshot Interval: ${spec.Raft.SnapshotInterval ?? 0}`,
    `   Number of Old Snapshots to Retain: ${spec.Raft.KeepOldSnapshots ?? 0}`,
    `   Heartbeat Tick: ${spec.Raft.HeartbeatTick}`,
    `   Election Tick: ${spec.Raft.ElectionTick}`,
    '  Dispatcher:',
    `   Heartbeat Period: ${humanNs(spec.Dispatcher.HeartbeatPeriod)}`,
    '  CA Configuration:',
    `   Expiry Duration: ${humanNs(spec.CAConfig.NodeCertExpiry)}`,
    '   Force Rotate: 0',
    `  Autolock Managers: ${spec.EncryptionConfig.AutoLockManagers}`,
    `  Root Rotation In Progress: ${cluster.RootRotationInProgress}`,
  ];
}

const humanNs = (ns = 0): string => formatHumanDuration(ns / NS_PER_MS);

function managerLines(managers: readonly { readonly Addr: string }[]): string[] {
  if (managers.length === 0) return [];
  return ['  Manager Addresses:', ...managers.map(({ Addr }) => `   ${Addr}`).sort()];
}
