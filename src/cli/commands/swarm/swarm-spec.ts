import type { SwarmSpec } from '../../../api/swarm-types.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** A specification that leaves everything to the daemon. */
export function emptySwarmSpec(): SwarmSpec {
  return {
    Name: '',
    Labels: {},
    Orchestration: {},
    Raft: { ElectionTick: 0, HeartbeatTick: 0 },
    Dispatcher: {},
    CAConfig: {},
    TaskDefaults: {},
    EncryptionConfig: { AutoLockManagers: false },
  };
}

/** The specification with what the flags say. @see docker/cli v28.2.2 cli/command/swarm/opts.go mergeSwarmSpec */
export function applySwarmFlags(spec: SwarmSpec, flags: FlagValues): SwarmSpec {
  const given = <K extends string>(flag: string, field: K): Partial<Record<K, number>> =>
    flags.has(flag) ? ({ [field]: flags.number(flag) ?? 0 } as Record<K, number>) : {};
  return {
    ...spec,
    Orchestration: {
      ...spec.Orchestration,
      ...given('task-history-limit', 'TaskHistoryRetentionLimit'),
    },
    Raft: {
      ...spec.Raft,
      ...given('snapshot-interval', 'SnapshotInterval'),
      ...given('max-snapshots', 'KeepOldSnapshots'),
    },
    Dispatcher: { ...spec.Dispatcher, ...given('dispatcher-heartbeat', 'HeartbeatPeriod') },
    CAConfig: { ...spec.CAConfig, ...given('cert-expiry', 'NodeCertExpiry') },
    EncryptionConfig: flags.has('autolock')
      ? { AutoLockManagers: flags.bool('autolock') }
      : spec.EncryptionConfig,
  };
}
