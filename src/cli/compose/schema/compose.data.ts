import {
  each,
  FLAG,
  listOf,
  mapping,
  named,
  oneOf,
  OPTIONS,
  PAIRS,
  TEXT,
  TEXT_OR_TEXTS,
  WHOLE,
  type Schema,
} from '../../schema/schema.ts';
import { SERVICE } from './service.data.ts';

const EXTERNAL = mapping({ name: TEXT }, { type: ['boolean', 'string', 'object'] });
const LOOSE_EXTERNAL: Schema = { type: ['boolean', 'string', 'object'], properties: { name: TEXT } };
const TEXT_MAP: Schema = { type: ['object'], patternProperties: [[/^.+$/, TEXT]], closed: true };
const OR_NULL: Schema = { type: ['object', 'null'] };

const NETWORK = mapping(
  {
    ...each(TEXT, 'name driver'),
    driver_opts: OPTIONS,
    ipam: mapping({
      driver: TEXT,
      config: listOf(mapping({ ...each(TEXT, 'subnet ip_range gateway'), aux_addresses: TEXT_MAP })),
      options: TEXT_MAP,
    }),
    external: EXTERNAL,
    ...each(FLAG, 'internal enable_ipv4 enable_ipv6 attachable'),
    labels: PAIRS,
  },
  OR_NULL,
);

const VOLUME = mapping(
  { ...each(TEXT, 'name driver'), driver_opts: OPTIONS, external: EXTERNAL, labels: PAIRS },
  OR_NULL,
);

const SECRET = mapping({
  ...each(TEXT, 'name environment file driver template_driver'),
  external: LOOSE_EXTERNAL,
  labels: PAIRS,
  driver_opts: OPTIONS,
});

const CONFIG = mapping({
  ...each(TEXT, 'name content environment file template_driver'),
  external: LOOSE_EXTERNAL,
  labels: PAIRS,
});

const MODEL = mapping(
  { ...each(TEXT, 'name model'), context_size: WHOLE, runtime_flags: listOf(TEXT) },
  { required: ['model'] },
);

const INCLUDE = oneOf(TEXT, {
  type: ['object'],
  properties: { path: TEXT_OR_TEXTS, env_file: TEXT_OR_TEXTS, project_directory: TEXT },
  closed: true,
});

/** What a compose file may say. @see compose-spec/compose-go v2 schema/compose-spec.json */
export const COMPOSE_FILE = mapping({
  ...each(TEXT, 'version name'),
  include: listOf(INCLUDE),
  services: named(SERVICE, { closed: true }),
  models: named(MODEL),
  networks: named(NETWORK),
  volumes: named(VOLUME, { closed: true }),
  secrets: named(SECRET, { closed: true }),
  configs: named(CONFIG, { closed: true }),
});
