import { parseCsvLine } from '../../lib/csv-line.ts';
import { parseBool } from '../../lib/go-bool.ts';
import { parseDuration } from '../../lib/go-duration.ts';
import { formatQuoted } from '../../lib/go-format.ts';
import { parseBinarySize } from '../../lib/human-size.ts';
import { parseGpuRequest } from '../opts/gpu-request.ts';
import { parseMountSpec } from '../opts/mount-spec.ts';
import { parseNetworkSpec } from '../opts/network-spec.ts';
import {
  readCommandWords,
  readConfigSpec,
  readCredentialSpec,
  readExternalCa,
  readNodeAddress,
  readPlacementPreference,
  readSecretSpec,
  readServicePort,
} from '../opts/service-values.ts';
import { parseUlimit } from '../opts/ulimit-spec.ts';
import type { Flag, FlagType } from './flag.ts';

/** One word of a command line → the values it gives the flag, as they are kept. @throws Error in the words of pflag or docker/cli's opts */
export function readValue(flag: Flag, text: string): string[] {
  if (flag.type === 'strings' || flag.type === 'ipNetSlice') return text === '' ? [] : parseCsvLine(text);
  const read = flag.read ?? READERS[flag.type];
  return [read ? read(text) : text];
}

type Reader = (text: string) => string;

/** The text itself, once it was seen to be well-formed. */
function checked(parse: (text: string) => unknown): Reader {
  return (text) => {
    parse(text);
    return text;
  };
}

const READERS: Partial<Record<FlagType, Reader>> = {
  bool: (text) => {
    const parsed = parseBool(text);
    if (parsed === undefined) throw syntaxError('ParseBool', text);
    return String(parsed);
  },
  int: integer('ParseInt', -(2n ** 63n), 2n ** 63n - 1n),
  int64: integer('ParseInt', -(2n ** 63n), 2n ** 63n - 1n),
  uint: integer('ParseUint', 0n, 2n ** 64n - 1n),
  uint16: integer('ParseUint', 0n, 2n ** 16n - 1n),
  uint32: integer('ParseUint', 0n, 2n ** 32n - 1n),
  float: (text) => {
    if (!/^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw syntaxError('ParseFloat', text);
    return text;
  },
  bytes: (text) => String(parseBinarySize(text)),
  duration: (text) => String(parseDuration(text)),
  decimal: (text) => String(readDecimal(text)),
  filter: (text) => {
    if (text === '' || text.includes('=')) return text;
    throw new Error('bad format of filter (expected name=value)');
  },
  ulimit: checked(parseUlimit),
  mount: checked((text) => parseMountSpec(text, '/')),
  network: checked(parseNetworkSpec),
  'gpu-request': checked(parseGpuRequest),
  command: readCommandWords,
  config: readConfigSpec,
  'credential-spec': readCredentialSpec,
  'external-ca': readExternalCa,
  'node-addr': readNodeAddress,
  port: readServicePort,
  pref: readPlacementPreference,
  secret: readSecretSpec,
};

function syntaxError(func: string, text: string): Error {
  return new Error(`strconv.${func}: parsing ${formatQuoted(text)}: invalid syntax`);
}

/** @see Go strconv.ParseInt with base 0 */
function integer(func: string, least: bigint, most: bigint): Reader {
  return (text) => {
    const sign = func === 'ParseInt' ? '[+-]?' : '';
    if (!new RegExp(`^${sign}(0x[\\da-f]+|0b[01]+|0o?[0-7]*|[1-9]\\d*)$`, 'i').test(text))
      throw syntaxError(func, text);
    const digits = text.replace(/^[+-]/, '').replace(/^0(?=\d)/, '0o');
    const value = text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
    if (value < least || value > most)
      throw new Error(`strconv.${func}: parsing ${formatQuoted(text)}: value out of range`);
    return String(value);
  };
}

/** A share of CPUs, `1.5` or `3/2`, to nine places. @see docker/cli v28.2.2 opts/opts.go ParseCPUs */
function readDecimal(text: string): number {
  const match = /^([+-]?\d*(?:\.\d*)?(?:e[+-]?\d+)?)(?:\/(\d+))?$/i.exec(text);
  const value = match && /\d/.test(match[1] ?? '') ? Number(match[1]) / Number(match[2] ?? 1) : NaN;
  if (Number.isNaN(value)) throw new Error(`failed to parse ${text} as a rational number`);
  const nanos = value * 1e9;
  if (Math.abs(nanos - Math.round(nanos)) > 1e-6) throw new Error('value is too precise');
  return value;
}
