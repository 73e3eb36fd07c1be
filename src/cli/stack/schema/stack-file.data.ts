import {
  each,
  listOf,
  NULL,
  NUMBER,
  oneOf,
  TEXT,
  TEXT_OR_NULL,
  TEXT_OR_TEXTS,
  TEXTS,
  WHOLE,
  type Schema,
  type TypeName,
} from '../../schema/schema.ts';
import { deploySchema } from './deploy.data.ts';
import { DURATION, PORTS_FORMAT } from './formats.ts';
import { PAIRS } from './pairs.ts';
import { fromVersion, record } from './record.ts';

const type = (...names: TypeName[]): Schema => ({ type: names });

const FLAG = type('boolean');
const WORDS = oneOf(TEXT, listOf(TEXT));

const OPTIONS: Schema = { type: ['object'], patternProperties: [[/^.+$/, type('string', 'number')]] };
const NAMED = /^[a-zA-Z0-9._-]+$/;

/** A section: things by their names. */
function section(entry: Schema, closed = true): Schema {
  return { type: ['object'], patternProperties: [[NAMED, entry]], closed };
}

const HEALTHCHECK = (minor: number): Schema =>
  record({
    disable: FLAG,
    retries: NUMBER,
    test: WORDS,
    ...each(DURATION, 'interval timeout'),
    ...fromVersion(minor, 4, { start_period: DURATION }),
    ...fromVersion(minor, 12, { start_interval: DURATION }),
  });

const BUILD = (minor: number): Schema =>
  record(
    {
      ...each(TEXT, 'context dockerfile'),
      args: PAIRS,
      ...fromVersion(minor, 2, { cache_from: TEXTS }),
      ...fromVersion(minor, 3, { labels: PAIRS }),
      ...fromVersion(minor, 4, each(TEXT, 'network target')),
      ...fromVersion(minor, 5, { shm_size: type('integer', 'string') }),
      ...fromVersion(minor, 9, { extra_hosts: PAIRS }),
    },
    { closed: minor < 11 },
  );

const SERVICE_NETWORK = (minor: number): Schema =>
  record({
    aliases: TEXTS,
    ...each(TEXT, 'ipv4_address ipv6_address'),
    ...fromVersion(minor, 13, { driver_opts: OPTIONS }),
  });

const PORT = record({ ...each(TEXT, 'mode protocol'), ...each(WHOLE, 'target published') });

const PORTS = (minor: number): Schema =>
  listOf(
    minor < 2
      ? { type: ['string', 'number'], format: PORTS_FORMAT }
      : oneOf({ type: ['number'], format: PORTS_FORMAT }, { type: ['string'], format: PORTS_FORMAT }, PORT),
    { uniqueItems: true },
  );

const open = (properties: Readonly<Record<string, Schema>>): Schema => record(properties, { closed: false });

const VOLUME_USE = (minor: number): Schema =>
  record(
    {
      ...each(TEXT, 'type source target consistency'),
      read_only: FLAG,
      bind: open({ propagation: TEXT }),
      volume: open({ nocopy: FLAG }),
      ...fromVersion(minor, 6, { tmpfs: open({ size: { type: ['integer'], minimum: 0 } }) }),
    },
    { required: ['type'] },
  );

const FILE_USE = listOf(oneOf(TEXT, open({ ...each(TEXT, 'source target uid gid'), mode: NUMBER })));

const ULIMIT = oneOf(WHOLE, record(each(WHOLE, 'hard soft'), { required: ['soft', 'hard'] }));

const SERVICE = (minor: number): Schema =>
  record(
    {
      ...each(
        TEXT,
        'cgroup_parent container_name domainname hostname image ipc mac_address network_mode restart stop_signal user userns_mode working_dir',
      ),
      ...each(FLAG, 'privileged read_only stdin_open tty'),
      ...each(TEXTS, 'cap_add cap_drop depends_on devices external_links links security_opt'),
      ...each(TEXT_OR_TEXTS, 'dns dns_search env_file tmpfs'),
      ...each(PAIRS, 'environment extra_hosts labels sysctls'),
      ...each(WORDS, 'command entrypoint'),
      build: oneOf(TEXT, BUILD(minor)),
      deploy: deploySchema(minor),
      expose: listOf(type('string', 'number'), { uniqueItems: true }),
      healthcheck: HEALTHCHECK(minor),
      logging: record({
        driver: TEXT,
        options: { type: ['object'], patternProperties: [[/^.+$/, type('string', 'number', 'null')]] },
      }),
      networks: oneOf(TEXTS, section(oneOf(SERVICE_NETWORK(minor), NULL))),
      pid: TEXT_OR_NULL,
      ports: PORTS(minor),
      shm_size: type('number', 'string'),
      stop_grace_period: DURATION,
      ulimits: { type: ['object'], patternProperties: [[/^[a-z]+$/, ULIMIT]] },
      volumes: listOf(minor < 2 ? TEXT : oneOf(TEXT, VOLUME_USE(minor)), { uniqueItems: minor < 2 }),
      ...fromVersion(minor, 1, { secrets: FILE_USE }),
      ...fromVersion(minor, 3, {
        configs: FILE_USE,
        credential_spec: record({
          ...each(TEXT, 'file registry'),
          ...fromVersion(minor, 8, { config: TEXT }),
        }),
      }),
      ...fromVersion(minor, 5, { isolation: TEXT }),
      ...fromVersion(minor, 7, { init: FLAG }),
      ...fromVersion(minor, 9, { cgroupns_mode: TEXT }),
      ...fromVersion(minor, 13, { oom_score_adj: WHOLE }),
    },
    { extensible: minor >= 7 },
  );

const EXTERNAL: Schema = { type: ['boolean', 'object'], properties: { name: TEXT }, closed: true };
const OPEN_EXTERNAL: Schema = { type: ['boolean', 'object'], properties: { name: TEXT } };

const NETWORK = (minor: number): Schema =>
  record(
    {
      driver: TEXT,
      driver_opts: OPTIONS,
      ipam: record({ driver: TEXT, config: listOf(record({ subnet: TEXT })) }),
      external: EXTERNAL,
      internal: FLAG,
      labels: PAIRS,
      ...fromVersion(minor, 2, { attachable: FLAG }),
      ...fromVersion(minor, 5, { name: TEXT }),
    },
    { extensible: minor >= 7, orNull: true },
  );

const TOPOLOGIES = listOf(open({ segments: PAIRS }));

const CLUSTER = open({
  ...each(TEXT, 'group availability'),
  access_mode: open({
    ...each(TEXT, 'scope sharing'),
    block_volume: type('object'),
    mount_volume: open({ fs_type: TEXT, mount_flags: listOf(TEXT) }),
  }),
  accessibility_requirements: open(each(TOPOLOGIES, 'requisite preferred')),
  capacity_range: open(each(TEXT, 'required_bytes limit_bytes')),
});

const VOLUME = (minor: number): Schema =>
  record(
    {
      driver: TEXT,
      driver_opts: OPTIONS,
      external: EXTERNAL,
      labels: PAIRS,
      ...fromVersion(minor, 4, { name: TEXT }),
      ...fromVersion(minor, 11, { 'x-cluster-spec': CLUSTER }),
    },
    { extensible: minor >= 7, orNull: true },
  );

const FILE = (minor: number, driver: Readonly<Record<string, Schema>>): Schema =>
  record(
    {
      file: TEXT,
      external: OPEN_EXTERNAL,
      labels: PAIRS,
      ...fromVersion(minor, 5, { name: TEXT }),
      ...fromVersion(minor, 8, { template_driver: TEXT, ...driver }),
    },
    { extensible: minor >= 7 },
  );

/** Versions are 3.0 to this. */
export const LAST_MINOR = 13;

/** What a stack file of version 3.MINOR may say. @see docker/cli v28.2.2 cli/compose/schema/data */
export function stackFileSchema(minor: number): Schema {
  return record(
    {
      version: TEXT,
      services: section(SERVICE(minor)),
      networks: section(NETWORK(minor), false),
      volumes: section(VOLUME(minor)),
      ...fromVersion(minor, 1, { secrets: section(FILE(minor, { driver: TEXT, driver_opts: OPTIONS })) }),
      ...fromVersion(minor, 3, { configs: section(FILE(minor, {})) }),
    },
    { extensible: minor >= 4 },
  );
}
