import { canonicalIp, isIpAddress } from '../../lib/ip-address.ts';

/**
 * Readers of single flag values: each gives the value as it is kept.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 opts/opts.go
 */
export type ValueReader = (text: string) => string;

/** `--attach` */
export const readStream: ValueReader = (text) => {
  const name = text.toLowerCase();
  if (['stdin', 'stdout', 'stderr'].includes(name)) return name;
  throw new Error('valid streams are STDIN, STDOUT and STDERR');
};

/** `--env` */
export const readEnv: ValueReader = (text) => {
  if (text === '' || text.startsWith('=')) throw new Error(`invalid environment variable: ${text}`);
  return text;
};

/** `--label` */
export const readLabel: ValueReader = (text) => {
  const key = text.split('=')[0] ?? '';
  if (key === '') throw new Error(`invalid label '${text}': empty name`);
  if (/^\s/.test(text)) throw new Error(`invalid label '${text}': leading whitespace`);
  if (/\s/.test(key)) throw new Error(`invalid label '${text}': whitespace in name`);
  return text;
};

/** `--add-host`: `name:address` or `name=address`; kept in the first form, an IPv6 address without brackets. */
export const readExtraHost: ValueReader = (text) => {
  const [key, value] = splitHost(text);
  if (key === '' || value === undefined) throw new Error(`bad format for add-host: ${JSON.stringify(text)}`);
  const bare = /^\[.*\]$/.test(value) ? value.slice(1, -1) : value;
  if (bare !== 'host-gateway' && !isIpAddress(bare))
    throw new Error(`invalid IP address in add-host: ${JSON.stringify(value)}`);
  return `${key}:${bare}`;
};

function splitHost(text: string): [string, string | undefined] {
  const equals = text.indexOf('=');
  const colon = text.indexOf(':');
  const at = equals >= 0 ? equals : colon;
  if (at < 0) return ['', undefined];
  const key = text.slice(0, at);
  return [key.includes(':') ? '' : key, text.slice(at + 1)];
}

/** `--dns` */
export const readDns: ValueReader = (text) => {
  if (!isIpAddress(text)) throw new Error(`IP address is not correctly formatted: ${text}`);
  return canonicalIp(text);
};

const DOMAIN =
  /^(:?(:?[a-zA-Z0-9]|(:?[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))(:?\.(:?[a-zA-Z0-9]|(:?[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])))*)\.?\s*$/;

/** `--dns-search` */
export const readDnsSearch: ValueReader = (text) => {
  const value = text.trim();
  if (value === '.') return value;
  const domain = /[a-zA-Z]/.test(value) ? DOMAIN.exec(value)?.[1] : undefined;
  if (domain === undefined || domain.length >= 255) throw new Error(`${value} is not a valid domain`);
  return domain;
};

/** `--link` */
export const readLink: ValueReader = (text) => {
  if (text === '') throw new Error('empty string specified for links');
  if (text.split(':').length > 2) throw new Error(`bad format for links: ${text}`);
  return text;
};

/** `--sysctl`: only what the kernel keeps apart for each container. */
export const readSysctl: ValueReader = (text) => {
  const key = text.split('=')[0] ?? '';
  const allowed =
    /^(net\.|fs\.mqueue\.|kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$)/;
  if (!text.includes('=') || !allowed.test(key)) throw new Error(`sysctl '${text}' is not allowed`);
  return text;
};

/** `--device-cgroup-rule` */
export const readDeviceRule: ValueReader = (text) => {
  if (!/^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(text))
    throw new Error(`invalid device cgroup format '${text}'`);
  return text;
};
