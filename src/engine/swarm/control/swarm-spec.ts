import type { SwarmSpec } from '../../../api/swarm-types.ts';

/** What counts where nothing, or 0, is said. @see moby/swarmkit v2 manager/manager.go defaultClusterObject, moby v28 daemon/cluster/convert/swarm.go */
export function completeSwarmSpec(spec: SwarmSpec | undefined): SwarmSpec {
  return {
    Name: 'default',
    Labels: spec?.Labels ?? {},
    Orchestration: { TaskHistoryRetentionLimit: spec?.Orchestration.TaskHistoryRetentionLimit ?? 5 },
    Raft: {
      SnapshotInterval: spec?.Raft.SnapshotInterval || 10000,
      KeepOldSnapshots: spec?.Raft.KeepOldSnapshots ?? 0,
      LogEntriesForSlowFollowers: spec?.Raft.LogEntriesForSlowFollowers || 500,
      ElectionTick: spec?.Raft.ElectionTick || 10,
      HeartbeatTick: spec?.Raft.HeartbeatTick || 1,
    },
    Dispatcher: { HeartbeatPeriod: spec?.Dispatcher.HeartbeatPeriod || 5e9 },
    CAConfig: { NodeCertExpiry: spec?.CAConfig.NodeCertExpiry || 7776e12 },
    TaskDefaults: {},
    EncryptionConfig: { AutoLockManagers: false },
  };
}
