import {
  AMOUNT,
  anyOf,
  COUNT,
  each,
  listOf,
  mapping,
  oneOf,
  PAIRS,
  TEXT,
  TEXTS,
  type Schema,
} from '../../schema/schema.ts';

const DEVICE: Readonly<Record<string, Schema>> = {
  capabilities: TEXTS,
  count: COUNT,
  device_ids: TEXTS,
  driver: TEXT,
  options: PAIRS,
};

export const GPUS = oneOf(anyOf('all'), listOf({ type: ['object'], properties: DEVICE }));

const DEVICES = listOf(mapping(DEVICE, { required: ['capabilities'] }));

const GENERIC_RESOURCES = listOf(mapping({ discrete_resource_spec: mapping({ kind: TEXT, value: AMOUNT }) }));

const UPDATE = mapping({
  parallelism: COUNT,
  ...each(TEXT, 'delay failure_action monitor'),
  max_failure_ratio: AMOUNT,
  order: anyOf('start-first', 'stop-first'),
});

/** @see compose-spec/compose-go v2 schema/compose-spec.json deployment */
export const DEPLOY = mapping(
  {
    ...each(TEXT, 'mode endpoint_mode'),
    replicas: COUNT,
    labels: PAIRS,
    rollback_config: UPDATE,
    update_config: UPDATE,
    resources: mapping({
      limits: mapping({ cpus: AMOUNT, memory: TEXT, pids: COUNT }),
      reservations: mapping({
        cpus: AMOUNT,
        memory: TEXT,
        generic_resources: GENERIC_RESOURCES,
        devices: DEVICES,
      }),
    }),
    restart_policy: mapping({ ...each(TEXT, 'condition delay window'), max_attempts: COUNT }),
    placement: mapping({
      constraints: listOf(TEXT),
      preferences: listOf(mapping({ spread: TEXT })),
      max_replicas_per_node: COUNT,
    }),
  },
  { type: ['object', 'null'] },
);
