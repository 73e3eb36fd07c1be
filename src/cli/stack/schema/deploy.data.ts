import { anyOf, each, listOf, NUMBER, TEXT, WHOLE, type Schema } from '../../schema/schema.ts';
import { DURATION } from './formats.ts';
import { PAIRS } from './pairs.ts';
import { fromVersion, record } from './record.ts';

const UPDATE = (minor: number): Schema =>
  record({
    parallelism: WHOLE,
    ...each(DURATION, 'delay monitor'),
    failure_action: TEXT,
    max_failure_ratio: NUMBER,
    ...fromVersion(minor, 4, { order: anyOf('start-first', 'stop-first') }),
  });

const GENERIC = listOf(record({ discrete_resource_spec: record({ kind: TEXT, value: NUMBER }) }));

/** `deploy` of a service. */
export function deploySchema(minor: number): Schema {
  return record(
    {
      mode: TEXT,
      replicas: WHOLE,
      labels: PAIRS,
      update_config: UPDATE(minor),
      resources: record({
        limits: record({ ...each(TEXT, 'cpus memory'), ...fromVersion(minor, 9, { pids: WHOLE }) }),
        reservations: record({
          ...each(TEXT, 'cpus memory'),
          ...fromVersion(minor, 5, { generic_resources: GENERIC }),
        }),
      }),
      restart_policy: record({
        condition: TEXT,
        ...each(DURATION, 'delay window'),
        max_attempts: WHOLE,
      }),
      placement: record({
        constraints: listOf(TEXT),
        ...fromVersion(minor, 3, { preferences: listOf(record({ spread: TEXT })) }),
        ...fromVersion(minor, 8, { max_replicas_per_node: WHOLE }),
      }),
      ...fromVersion(minor, 2, { endpoint_mode: TEXT }),
      ...fromVersion(minor, 7, { rollback_config: UPDATE(minor) }),
    },
    { orNull: true },
  );
}
