import { isDeepStrictEqual } from 'node:util';

/** Bodies as Go writes them: fields that ours leave out have their zero there. */
const ENDPOINT = {
  IPAMConfig: null,
  Links: null,
  Aliases: null,
  MacAddress: '',
  DriverOpts: null,
  GwPriority: 0,
  NetworkID: '',
  EndpointID: '',
  Gateway: '',
  IPAddress: '',
  IPPrefixLen: 0,
  IPv6Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
  DNSNames: null,
};

export type Data = Readonly<Record<string, unknown>>;

/** Endpoint settings with every field. */
export function wireEndpoint(settings: unknown): Data {
  return { ...ENDPOINT, ...(settings as Data) };
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of `value` that differ from `base`, and of these, where both are records, only what differs. Lists are compared whole. */
export function difference(value: Data, base: Data): Data {
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const before = base[key];
    if (item === undefined || isDeepStrictEqual(item, before)) continue;
    result[key] = isData(item) && isData(before) ? difference(item, before) : item;
  }
  return result;
}
