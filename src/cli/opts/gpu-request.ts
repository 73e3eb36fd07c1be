import { parseCsvLine } from '../../lib/csv-line.ts';

/** Devices asked for, as the API has them. */
export interface DeviceRequest {
  Driver: string;
  Count: number;
  DeviceIDs: string[] | null;
  Capabilities: string[][] | null;
  Options: Record<string, string> | null;
}

/**
 * Reads a value of `--gpus`: `all`, `2`, `device=GPU-1`, `count=1,driver=nvidia`.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 opts/gpus.go
 */
export function parseGpuRequest(text: string): DeviceRequest {
  const request: DeviceRequest = { Driver: '', Count: 0, DeviceIDs: null, Capabilities: [], Options: {} };
  const seen = new Set<string>();
  for (const field of parseCsvLine(text)) {
    const equals = field.indexOf('=');
    const key = equals < 0 ? 'count' : field.slice(0, equals);
    if (seen.has(key)) throw new Error(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    setField(request, key, equals < 0 ? field : field.slice(equals + 1));
  }
  if (!seen.has('count') && request.DeviceIDs === null) request.Count = 1;
  const [capabilities = []] = request.Capabilities ?? [];
  request.Capabilities = [[...new Set([...capabilities, 'gpu'])]];
  return request;
}

function setField(request: DeviceRequest, key: string, value: string): void {
  switch (key) {
    case 'driver':
      request.Driver = value;
      return;
    case 'count':
      request.Count = parseCount(value);
      return;
    case 'device':
      request.DeviceIDs = value.split(',');
      return;
    case 'capabilities':
      request.Capabilities = [value.split(',')];
      return;
    case 'options':
      request.Options = Object.fromEntries(
        parseCsvLine(value).map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
      );
      return;
    default:
      throw new Error(`unexpected key '${key}' in '${key}=${value}'`);
  }
}

function parseCount(text: string): number {
  if (text === 'all') return -1;
  if (!/^[+-]?\d+$/.test(text))
    throw new Error(`invalid count (${text}): value must be either "all" or an integer: invalid syntax`);
  return Number(text);
}
