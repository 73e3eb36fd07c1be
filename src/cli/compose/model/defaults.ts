import type { Work } from '../../../lib/work.ts';
import { isMap, textOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { changeAt, PathTable, type Change } from '../../model/path.ts';
import { changeResources } from './each-resource.ts';

/** Fills a mapping up with what it leaves out. */
const fill =
  (defaults: (map: YamlMap) => YamlMap): Change =>
  (value: YamlValue) =>
    isMap(value) ? { ...defaults(value), ...value } : value;

const anyDevice = fill((map): YamlMap => ('count' in map || 'device_ids' in map ? {} : { count: 'all' }));

const TABLE = new PathTable<Change>({
  'services.*.build': fill(() => ({ context: '.' })),
  'services.*.secrets.*': fill(({ source = null }) => ({ target: `/run/secrets/${textOf(source) ?? ''}` })),
  'services.*.ports.*': fill(() => ({ protocol: 'tcp', mode: 'ingress' })),
  'services.*.deploy.resources.reservations.devices.*': anyDevice,
  'services.*.gpus.*': anyDevice,
  'services.*.volumes.*.bind': fill(() => ({ create_host_path: true })),
});

/** A canonical model with what it leaves out. @see compose-spec/compose-go v2.6.3 transform/defaults.go */
export function withDefaults(model: YamlMap): Work<YamlMap> {
  return changeResources(model, (value, path) => changeAt(TABLE, value, path));
}
