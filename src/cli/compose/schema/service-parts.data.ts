import {
  AMOUNT,
  anyOf,
  COUNT,
  each,
  FLAG,
  listOf,
  mapping,
  NULL,
  NUMBER,
  named,
  oneOf,
  OPTIONS,
  PAIRS,
  TEXT,
  TEXTS,
  TEXT_OR_TEXTS,
  WHOLE,
  type Schema,
} from '../../schema/schema.ts';

export const COMMAND = oneOf(NULL, TEXT, listOf(TEXT));

export const FILE_REFERENCES = listOf(
  oneOf(TEXT, mapping({ ...each(TEXT, 'source target uid gid'), mode: AMOUNT })),
);

export const ULIMITS: Schema = {
  type: ['object'],
  patternProperties: [
    [/^[a-z]+$/, oneOf(COUNT, mapping({ hard: COUNT, soft: COUNT }, { required: ['soft', 'hard'] }))],
  ],
};

export const EXTRA_HOSTS = oneOf(
  { type: ['object'], patternProperties: [[/.+/, oneOf(TEXT, listOf(TEXT))]], closed: true },
  TEXTS,
);

const HOOK: Readonly<Record<string, Schema>> = {
  command: COMMAND,
  user: TEXT,
  privileged: FLAG,
  working_dir: TEXT,
  environment: PAIRS,
};

export const HOOKS = listOf(mapping(HOOK, { required: ['command'] }));
/** Those before the start run in a container of their own. */
export const START_HOOKS = listOf(mapping({ ...HOOK, image: TEXT, per_replica: FLAG }));

export const BUILD = oneOf(
  TEXT,
  mapping({
    ...each(TEXT, 'context dockerfile dockerfile_inline network target isolation'),
    ...each(PAIRS, 'args ssh labels additional_contexts'),
    ...each(listOf(TEXT), 'entitlements cache_from cache_to tags platforms'),
    ...each(FLAG, 'no_cache provenance sbom pull privileged'),
    no_cache_filter: TEXT_OR_TEXTS,
    shm_size: COUNT,
    extra_hosts: EXTRA_HOSTS,
    secrets: FILE_REFERENCES,
    ulimits: ULIMITS,
  }),
);

export const HEALTHCHECK = mapping({
  disable: FLAG,
  ...each(TEXT, 'interval timeout start_period start_interval'),
  retries: AMOUNT,
  test: oneOf(TEXT, listOf(TEXT)),
});

export const DEVELOP = mapping(
  {
    watch: listOf(
      mapping(
        {
          ...each(TEXT_OR_TEXTS, 'ignore include'),
          ...each(TEXT, 'path target'),
          action: anyOf('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'),
          exec: mapping(HOOK, { required: ['command'] }),
          initial_sync: FLAG,
        },
        { required: ['path', 'action'] },
      ),
    ),
  },
  { type: ['object', 'null'] },
);

export const ENV_FILE = oneOf(
  TEXT,
  listOf(
    oneOf(TEXT, {
      type: ['object'],
      properties: { path: TEXT, format: TEXT, required: FLAG },
      closed: true,
      required: ['path'],
    }),
  ),
);

export const DEPENDS_ON = oneOf(
  TEXTS,
  named(
    mapping(
      {
        restart: FLAG,
        required: { type: ['boolean'] },
        condition: anyOf('service_started', 'service_healthy', 'service_completed_successfully'),
      },
      { required: ['condition'] },
    ),
    { closed: true },
  ),
);

export const SERVICE_NETWORKS = oneOf(
  TEXTS,
  named(
    oneOf(
      mapping({
        ...each(TEXTS, 'aliases link_local_ips'),
        ...each(TEXT, 'interface_name ipv4_address ipv6_address mac_address'),
        driver_opts: OPTIONS,
        ...each(NUMBER, 'priority gw_priority'),
      }),
      NULL,
    ),
    { closed: true },
  ),
);

export const SERVICE_MODELS = oneOf(TEXTS, named(mapping(each(TEXT, 'endpoint_var model_var'))));

export const PORTS = listOf(
  oneOf(
    NUMBER,
    TEXT,
    mapping({
      ...each(TEXT, 'name mode host_ip protocol app_protocol'),
      ...each(COUNT, 'target published'),
    }),
  ),
  { uniqueItems: true },
);

export const VOLUMES = listOf(
  oneOf(
    TEXT,
    mapping(
      {
        type: anyOf('bind', 'volume', 'tmpfs', 'cluster', 'npipe', 'image'),
        ...each(TEXT, 'source target consistency'),
        read_only: FLAG,
        bind: mapping({
          propagation: TEXT,
          create_host_path: FLAG,
          recursive: anyOf('enabled', 'disabled', 'writable', 'readonly'),
          selinux: anyOf('z', 'Z'),
        }),
        volume: mapping({ labels: PAIRS, nocopy: FLAG, subpath: TEXT }),
        tmpfs: mapping({ size: oneOf({ ...WHOLE, minimum: 0 }, TEXT), mode: AMOUNT }),
        image: mapping({ subpath: TEXT }),
      },
      { required: ['type'] },
    ),
  ),
  { uniqueItems: true },
);

export const DEVICES = listOf(
  oneOf(TEXT, mapping(each(TEXT, 'source target permissions'), { required: ['source'] })),
);

const blockDevice = (amount: string): Schema => ({
  type: ['object'],
  properties: { path: TEXT, [amount]: COUNT },
  closed: true,
});

export const BLKIO: Schema = {
  type: ['object'],
  properties: {
    ...each(
      listOf(blockDevice('rate')),
      'device_read_bps device_read_iops device_write_bps device_write_iops',
    ),
    weight: COUNT,
    weight_device: listOf(blockDevice('weight')),
  },
  closed: true,
};

export const PROVIDER = mapping(
  {
    type: TEXT,
    options: {
      type: ['object'],
      patternProperties: [
        [
          /^.+$/,
          oneOf({ type: ['string', 'number', 'boolean'] }, listOf({ type: ['string', 'number', 'boolean'] })),
        ],
      ],
    },
  },
  { required: ['type'] },
);
