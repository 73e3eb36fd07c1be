import { listOf, record, type Decoder } from '../../model/decoder.ts';
import { amount, bytes, count, flag, mark, text } from '../../model/scalars.ts';
import { duration, fraction, someDuration } from '../../compose/decode/scalars.ts';
import { isMap } from '../../yaml/yaml-value.ts';
import { healthTest, hosts, items, labels, named, orSource, some, texts, unsigned, variables, words } from './fields.ts'; // prettier-ignore
import { portsWith } from './ports.ts';
import { volume } from './volumes.ts';

const BUILD = record({
  context: text,
  dockerfile: text,
  args: variables,
  labels,
  cache_from: texts,
  extra_hosts: hosts,
  network: text,
  target: text,
});

const FILE = orSource(record({ source: text, target: text, uid: text, gid: text, mode: count }));

const UPDATE = record({
  parallelism: unsigned,
  delay: someDuration,
  failure_action: text,
  monitor: someDuration,
  max_failure_ratio: fraction,
  order: text,
});

const RESOURCES = record({
  limits: record({ cpus: text, memory: bytes, pids: amount }),
  reservations: record({
    cpus: text,
    memory: bytes,
    generic_resources: listOf(record({ discrete_resource_spec: record({ kind: text, value: count }) })),
  }),
});

const DEPLOY = record({
  mode: text,
  replicas: unsigned,
  labels,
  update_config: UPDATE,
  rollback_config: UPDATE,
  resources: some(RESOURCES),
  restart_policy: record({
    condition: text,
    delay: duration,
    max_attempts: unsigned,
    window: duration,
  }),
  placement: some(
    record({
      constraints: texts,
      preferences: listOf(record({ spread: text })),
      max_replicas_per_node: amount,
    }),
  ),
  endpoint_mode: text,
});

const NETWORKS = named(
  record({ aliases: texts, driver_opts: labels, ipv4_address: text, ipv6_address: text }),
  null,
);

/** A list of names, or a mapping. */
const networks: Decoder = (value, place, problems) =>
  NETWORKS(
    Array.isArray(value) ? Object.fromEntries(value.map((name) => [String(name), null])) : value,
    place,
    problems,
  );

const LIMITS = record({ soft: amount, hard: amount });
const ulimit: Decoder = (value, place, problems) =>
  isMap(value) ? LIMITS(value, place, problems) : value || {};

/** A service as it is printed; `warn` is told of what has no effect. @see docker/cli v28.2.2 cli/compose/types/types.go ServiceConfig */
export function serviceWith(warn: (message: string) => void): Decoder {
  return record({
    build: some((value, place, problems) =>
      BUILD(isMap(value) ? value : { context: value }, place, problems),
    ),
    cap_add: texts,
    cap_drop: texts,
    cgroupns_mode: text,
    cgroup_parent: text,
    command: words,
    configs: listOf(FILE),
    container_name: text,
    credential_spec: some(record({ config: text, file: text, registry: text })),
    depends_on: texts,
    deploy: some(DEPLOY),
    devices: texts,
    dns: texts,
    dns_search: texts,
    domainname: text,
    entrypoint: words,
    environment: variables,
    env_file: texts,
    expose: texts,
    external_links: texts,
    extra_hosts: hosts,
    hostname: text,
    healthcheck: record({
      test: healthTest,
      timeout: duration,
      interval: duration,
      retries: unsigned,
      start_period: duration,
      start_interval: duration,
      disable: mark,
    }),
    image: text,
    init: flag,
    ipc: text,
    isolation: text,
    labels,
    links: texts,
    logging: record({ driver: text, options: labels }),
    mac_address: text,
    network_mode: text,
    networks,
    pid: text,
    ports: portsWith(warn),
    privileged: mark,
    read_only: mark,
    restart: text,
    secrets: listOf(FILE),
    security_opt: texts,
    shm_size: text,
    stdin_open: mark,
    stop_grace_period: duration,
    stop_signal: text,
    sysctls: labels,
    tmpfs: texts,
    tty: mark,
    ulimits: named(ulimit, {}),
    user: text,
    userns_mode: text,
    volumes: items(volume),
    working_dir: text,
  });
}
