import { environment, hosts, multiOptions, sshKeys, textMap, texts } from './collections.ts';
import { always, listOf, mapOf, record, type Decoder, type Field } from '../../model/decoder.ts';
import { amount, bytes, count, flag, mark, text } from '../../model/scalars.ts';
import {
  command,
  deviceCount,
  duration,
  fileMode,
  fraction,
  healthTest,
  someDuration,
  ulimit,
} from './scalars.ts';

/** Null is printed: it differs from an empty one. */
export const COMMAND: Field = always(command, null);

export const FILE_REFERENCES = listOf(
  record({ source: text, target: text, uid: text, gid: text, mode: fileMode }),
);

export const ULIMITS = mapOf(ulimit);

export const BUILD = record({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts,
  args: environment,
  provenance: text,
  sbom: text,
  ssh: sshKeys,
  labels: textMap,
  cache_from: texts,
  cache_to: texts,
  no_cache: mark,
  no_cache_filter: texts,
  additional_contexts: textMap,
  pull: mark,
  extra_hosts: hosts,
  isolation: text,
  network: text,
  target: text,
  secrets: FILE_REFERENCES,
  shm_size: bytes,
  tags: texts,
  ulimits: ULIMITS,
  platforms: texts,
  privileged: mark,
});

const HOOK: Readonly<Record<string, Decoder | Field>> = {
  command: COMMAND,
  image: text,
  user: text,
  privileged: mark,
  per_replica: mark,
  working_dir: text,
  environment,
};

export const HOOKS = listOf(record(HOOK));

export const DEVELOP = record({
  watch: listOf(
    record({
      path: always(text, ''),
      action: always(text, ''),
      target: text,
      exec: always(record(HOOK), { command: null }),
      include: texts,
      ignore: texts,
      initial_sync: mark,
    }),
  ),
});

const blockDevices = (amountOf: string, decode: Decoder): Decoder =>
  listOf(record({ path: always(text, ''), [amountOf]: decode }));

export const BLKIO = record({
  weight: amount,
  weight_device: blockDevices('weight', count),
  device_read_bps: blockDevices('rate', bytes),
  device_read_iops: blockDevices('rate', bytes),
  device_write_bps: blockDevices('rate', bytes),
  device_write_iops: blockDevices('rate', bytes),
});

export const DEVICE_REQUESTS = listOf(
  record({ capabilities: texts, driver: text, count: deviceCount, device_ids: texts, options: textMap }),
);

const UPDATE = record({
  parallelism: count,
  delay: someDuration,
  failure_action: text,
  monitor: someDuration,
  max_failure_ratio: fraction,
  order: text,
});

const RESOURCE = record({
  cpus: fraction,
  memory: bytes,
  pids: amount,
  devices: DEVICE_REQUESTS,
  generic_resources: listOf(
    record({ discrete_resource_spec: record({ kind: always(text, ''), value: always(count, 0) }) }),
  ),
});

export const DEPLOY = record({
  mode: text,
  replicas: count,
  labels: textMap,
  update_config: UPDATE,
  rollback_config: UPDATE,
  resources: always(record({ limits: RESOURCE, reservations: RESOURCE }), {}),
  restart_policy: record({ condition: text, delay: duration, max_attempts: count, window: duration }),
  placement: always(
    record({
      constraints: texts,
      preferences: listOf(record({ spread: text })),
      max_replicas_per_node: amount,
    }),
    {},
  ),
  endpoint_mode: text,
});

export const DEPENDENCY = record({ condition: text, restart: mark, required: always(flag, false) });

export const HEALTHCHECK = record({
  test: healthTest,
  timeout: duration,
  interval: duration,
  retries: count,
  start_period: duration,
  start_interval: duration,
  disable: mark,
});

export const SERVICE_NETWORK = record({
  aliases: texts,
  driver_opts: textMap,
  gw_priority: amount,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: texts,
  mac_address: text,
  priority: amount,
});

export const PORTS = listOf(
  record({
    name: text,
    mode: text,
    host_ip: text,
    target: amount,
    published: text,
    protocol: text,
    app_protocol: text,
  }),
);

export const VOLUMES = listOf(
  record({
    type: text,
    source: text,
    target: text,
    read_only: mark,
    consistency: text,
    bind: record({ selinux: text, propagation: text, create_host_path: mark, recursive: text }),
    volume: record({ labels: textMap, nocopy: mark, subpath: text }),
    tmpfs: record({ size: bytes, mode: amount }),
    image: record({ subpath: text }),
  }),
);

export const PROVIDER = record({ type: text, options: multiOptions });
