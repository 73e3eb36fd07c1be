import type { Work } from '../../../lib/work.ts';
import { isIpAddress } from '../../../lib/ip-address.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap } from '../../yaml/yaml-value.ts';
import { changeAt, PathTable, showPath, type Change, type Path } from '../../model/path.ts';
import { changeResources } from './each-resource.ts';

type Check = (map: YamlMap, path: Path) => void;

const check =
  (run: Check): Change =>
  (value, path) => {
    if (isMap(value)) run(value, path);
    return value;
  };

/** Exactly one of these says where the content comes from. */
const fileObject = (...keys: string[]): Change =>
  check((map, path) => {
    const given = keys.filter((key) => key in map);
    const all = keys.join('|');
    if (given.length > 1) throw new CliError(`${showPath(path)}: ${all} attributes are mutually exclusive`);
    if (given.length === 0 && !('driver' in map) && !('external' in map))
      throw new CliError(`${showPath(path)}: one of ${all} must be set`);
  });

const deviceRequest = check((map, path) => {
  if ('count' in map && 'device_ids' in map)
    throw new CliError(`${showPath(path)}: "count" and "device_ids" attributes are exclusive`);
});

const hostIp = check(({ host_ip: ip }, path) => {
  if (typeof ip === 'string' && !isIpAddress(ip))
    throw new CliError(`${showPath(path)}: invalid ip address: ${ip}`);
});

const externalVolume = check((map, path) => {
  if (map['external'] !== true) return;
  const other = Object.keys(map).find((key) => !['name', 'external'].includes(key) && !key.startsWith('x-'));
  if (other !== undefined)
    throw new CliError(
      `${showPath(path)}: conflicting parameters "external" and ${JSON.stringify(other)} specified`,
    );
});

const watchedPath: Change = (value, path) => {
  if (value === '') throw new CliError(`${showPath(path)}: value can't be blank`);
  return value;
};

const TABLE = new PathTable<Change>({
  'volumes.*': externalVolume,
  'configs.*': fileObject('file', 'environment', 'content'),
  'secrets.*': fileObject('file', 'environment'),
  'services.*.ports.*': hostIp,
  'services.*.develop.watch.*.path': watchedPath,
  'services.*.deploy.resources.reservations.devices.*': deviceRequest,
  'services.*.gpus.*': deviceRequest,
});

/** What a schema can't say. @throws CliError. @see compose-spec/compose-go v2.6.3 validation/validation.go */
export function* checkModel(model: YamlMap): Work<void> {
  yield* changeResources(model, (value, path) => changeAt(TABLE, value, path));
}
