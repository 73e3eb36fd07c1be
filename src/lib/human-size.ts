import { formatGeneral, formatQuoted } from './go-format.ts';

const DECIMAL_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];
const SUFFIXES = 'kmgtp';

/** A text is no size; the message is go-units'. */
export class SizeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SizeError';
  }
}

/**
 * A size in powers of 1000 with that many significant digits: `1.049MB`. Docker shows sizes of images and containers with
 * three digits. @see docker/go-units v0.5.0 size.go HumanSizeWithPrecision
 */
export function formatHumanSize(sizeBytes: number, precision = 4): string {
  return formatSize(sizeBytes, 1000, DECIMAL_UNITS, precision);
}

/** A size in powers of 1024: `1.5MiB`. @see docker/go-units v0.5.0 size.go BytesSize */
export function formatBinarySize(sizeBytes: number, precision = 4): string {
  return formatSize(sizeBytes, 1024, BINARY_UNITS, precision);
}

function formatSize(sizeBytes: number, base: number, units: readonly string[], precision: number): string {
  let size = sizeBytes;
  let index = 0;
  while (size >= base && index < units.length - 1) {
    size /= base;
    index += 1;
  }
  return formatGeneral(size, precision) + (units[index] ?? '');
}

/** Bytes of a size in powers of 1000: `32kB` is 32000. @throws SizeError @see docker/go-units v0.5.0 FromHumanSize */
export function parseHumanSize(text: string): number {
  return parseSize(text, 1000);
}

/** Bytes of a size in powers of 1024: `32k` is 32768. @throws SizeError @see docker/go-units v0.5.0 RAMInBytes */
export function parseBinarySize(text: string): number {
  return parseSize(text, 1024);
}

function parseSize(text: string, base: number): number {
  const last = lastNumberIndex(text);
  if (last < 0) throw new SizeError(`invalid size: '${text}'`);
  const digits = text[last] === ' ' ? text.slice(0, last) : text.slice(0, last + 1);
  const value = parseFloatStrictly(digits);
  if (value < 0) throw new SizeError(`invalid size: '${text}'`);
  return Math.trunc(value * multiplier(text.slice(last + 1), base));
}

function lastNumberIndex(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (/[0-9. ]/.test(text[index] ?? '')) return index;
  }
  return -1;
}

function parseFloatStrictly(digits: string): number {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)) {
    throw new SizeError(`strconv.ParseFloat: parsing ${formatQuoted(digits)}: invalid syntax`);
  }
  return Number(digits);
}

/** `k`, `kb` and `kib` alike; case does not matter. */
function multiplier(suffix: string, base: number): number {
  if (suffix === '') return 1;
  if (suffix.length > 3) throw new SizeError(`invalid suffix: '${suffix}'`);
  const lower = suffix.toLowerCase();
  if (lower === 'b') return 1;
  const power = SUFFIXES.indexOf(lower[0] ?? '') + 1;
  if (power === 0 || !['', 'b', 'ib'].includes(lower.slice(1))) {
    throw new SizeError(`invalid suffix: '${lower}'`);
  }
  return base ** power;
}
