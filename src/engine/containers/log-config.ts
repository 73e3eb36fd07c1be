import { ApiError } from '../../api/api-error.ts';
import type { HostConfig } from '../../api/container-types.ts';
import { parseHumanSize, SizeError } from '../../lib/human-size.ts';

type LogConfig = NonNullable<HostConfig['LogConfig']>;

/** When a log begins a new file, and how many there are. */
export interface LogRotation {
  readonly maxBytes: number;
  readonly files: number;
}

/** Drivers whose logs `docker logs` shows here, and `none`. */
const SIMULATED = ['json-file', 'local', 'none'];
const OTHERS = ['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'splunk', 'syslog'];
const OPTIONS = ['max-file', 'max-size', 'compress', 'labels', 'labels-regex', 'env', 'env-regex', 'tag', 'mode', 'max-buffer-size']; // prettier-ignore

/** @throws ApiError @see moby v28 daemon/logger/factory.go ValidateLogOpts, daemon/logger/jsonfilelog/jsonfilelog.go */
export function checkLogConfig({ Type, Config = {} }: Partial<LogConfig>): void {
  const driver = Type || 'json-file';
  if (OTHERS.includes(driver)) throw new ApiError('notSimulated', `the logging driver ${driver}`);
  if (!SIMULATED.includes(driver))
    throw new ApiError('invalidParameter', `logger: no log driver named '${driver}' is registered`);
  const unknown = driver === 'json-file' && Object.keys(Config ?? {}).find((name) => !OPTIONS.includes(name));
  if (unknown)
    throw new ApiError('invalidParameter', `unknown log opt '${unknown}' for json-file log driver`);
}

/**
 * Undefined for a log that grows without end; the driver local keeps five files of 20 MB.
 * @throws ApiError for values that can't be read, as the daemon words it when it starts the container
 */
export function rotationOf({ Type, Config }: Partial<LogConfig>): LogRotation | undefined {
  const [size = '', count = ''] = [Config?.['max-size'], Config?.['max-file']];
  const [defaultBytes, defaultFiles] = Type === 'local' ? [20_000_000, 5] : [Infinity, 1];
  const maxBytes = size && size !== '-1' ? readSize(size) : defaultBytes;
  const files = count ? readCount(count) : defaultFiles;
  return maxBytes === Infinity ? undefined : { maxBytes, files };
}

function readSize(text: string): number {
  let bytes: number;
  try {
    bytes = parseHumanSize(text);
  } catch (error) {
    if (error instanceof SizeError) refuse(error.message);
    throw error;
  }
  if (bytes <= 0) refuse('max-size must be a positive number');
  return bytes;
}

function readCount(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) refuse(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  if (Number(text) < 1) refuse('max-file cannot be less than 1');
  return Number(text);
}

function refuse(reason: string): never {
  throw new ApiError('system', `failed to initialize logging driver: ${reason}`);
}
