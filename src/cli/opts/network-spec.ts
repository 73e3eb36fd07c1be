import { tableOf } from '../../lib/table.ts';
import { parseCsvLine } from '../../lib/csv-line.ts';

/** One `--network` of `run` and `create`. */
export interface NetworkSpec {
  target: string;
  aliases: string[];
  links?: string[];
  driverOpts?: Record<string, string>;
  ipv4?: string;
  ipv6?: string;
  linkLocalIps: string[];
  macAddress?: string;
  gwPriority?: number;
}

/**
 * Reads `web` or `name=web,alias=db,ip=172.18.0.9`.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 opts/network.go
 */
export function parseNetworkSpec(text: string): NetworkSpec {
  const spec: NetworkSpec = { target: '', aliases: [], linkLocalIps: [] };
  if (!text.includes('=')) return { ...spec, target: text };
  for (const field of parseCsvLine(text)) {
    const equals = field.indexOf('=');
    if (equals <= 0) throw new Error(`invalid field ${field}`);
    const key = field.slice(0, equals).trim().toLowerCase();
    const set = SETTERS[key];
    if (!set) throw new Error(`invalid field key ${key}`);
    set(spec, field.slice(equals + 1).trim());
  }
  if (spec.target === '') throw new Error('network name/id is not specified');
  return spec;
}

const SETTERS: Readonly<Record<string, (spec: NetworkSpec, value: string) => void>> = tableOf({
  name: (spec, value) => void (spec.target = value),
  alias: (spec, value) => void spec.aliases.push(value),
  ip: (spec, value) => void (spec.ipv4 = value),
  ip6: (spec, value) => void (spec.ipv6 = value),
  'link-local-ip': (spec, value) => void spec.linkLocalIps.push(value),
  'mac-address': (spec, value) => void (spec.macAddress = value),
  'driver-opt': (spec, value) => {
    const equals = value.indexOf('=');
    if (equals < 0) throw new Error('invalid key value pair format in driver options');
    (spec.driverOpts ??= {})[value.slice(0, equals).trim().toLowerCase()] = value
      .slice(equals + 1)
      .trim()
      .toLowerCase();
  },
  'gw-priority': (spec, value) => {
    if (!/^[+-]?\d+$/.test(value))
      throw new Error(`invalid gw-priority: strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
    spec.gwPriority = Number(value);
  },
});
