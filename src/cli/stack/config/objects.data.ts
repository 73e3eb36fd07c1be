import { listOf, record } from '../../model/decoder.ts';
import { bytes, mark, text } from '../../model/scalars.ts';
import { external, labels, some, texts } from './fields.ts';

/** A network as it is printed. @see docker/cli v28.2.2 cli/compose/types/types.go */
export const NETWORK = record({
  name: text,
  driver: text,
  driver_opts: labels,
  ipam: some(record({ driver: text, config: listOf(record({ subnet: text })) })),
  external,
  internal: mark,
  attachable: mark,
  labels,
});

const TOPOLOGIES = listOf(record({ segments: labels }));

/** What a volume of a cluster says below `x-cluster-spec`. */
export const CLUSTER = record({
  group: text,
  access_mode: record({
    scope: text,
    sharing: text,
    mount_volume: record({ fs_type: text, mount_flags: texts }),
    block_volume: record({}),
  }),
  accessibility_requirements: record({ requisite: TOPOLOGIES, preferred: TOPOLOGIES }),
  capacity_range: record({ required_bytes: bytes, limit_bytes: bytes }),
  secrets: listOf(record({ key: text, secret: text })),
  availability: text,
});

export const VOLUME = record({
  name: text,
  driver: text,
  driver_opts: labels,
  external,
  labels,
});

/** A secret or a config. */
export const FILE = record({
  name: text,
  file: text,
  external,
  labels,
  driver: text,
  driver_opts: labels,
  template_driver: text,
});
