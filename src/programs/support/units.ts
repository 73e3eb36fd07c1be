/** Seconds of `1.5`, `10s`, `2m`, `1h`, `1d`, `infinity`; undefined if it is none. @see sleep(1) */
export function parseSeconds(text: string): number | undefined {
  if (/^inf(inity)?$/i.test(text)) return Infinity;
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * ({ s: 1, m: 60, h: 3600, d: 86400 }[match[2] || 's'] ?? 1);
}

/** Bytes of `10`, `2k`, `1M`, `1kB`, `1KiB`: powers of 1024, with a `B` of 1000. Undefined if it is none. @see dd(1) */
export function parseByteCount(text: string): number | undefined {
  const match = /^(\d+)([cwbkKMGTP]?)(B|iB)?$/.exec(text);
  if (!match) return undefined;
  const [, digits, unit = '', suffix] = match;
  const fixed = { c: 1, w: 2, b: 512 }[unit];
  if (fixed !== undefined) return Number(digits) * fixed;
  const power = unit === '' ? 0 : 'kMGTP'.indexOf(unit === 'K' ? 'k' : unit) + 1;
  return Number(digits) * (suffix === 'B' ? 1000 : 1024) ** power;
}

/** `1.5K`, `12M`: as `ls -h` and `du -h` show sizes, rounding up. @see gnulib human.c */
export function humanSize(bytes: number): string {
  return scaled(bytes, 1024, ' KMGTPE');
}

/** The same in powers of 1000, as `--si` shows them. */
export function siSize(bytes: number): string {
  return scaled(bytes, 1000, ' kMGTPE');
}

function scaled(bytes: number, base: number, letters: string): string {
  let size = bytes;
  let unit = 0;
  while (size >= base && unit < 6) {
    size /= base;
    unit++;
  }
  if (unit === 0) return String(bytes);
  const tenths = Math.ceil(size * 10) / 10;
  const digits = tenths < 10 ? tenths.toFixed(1) : String(Math.ceil(size));
  return digits + letters.charAt(unit);
}

/** The same as busybox rounds: to the nearest, one decimal always. */
export function humanSizeBusybox(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < 6) {
    size /= 1024;
    unit++;
  }
  if (unit === 0) return String(bytes);
  const rounded = size >= 1023.95 ? [size / 1024, unit + 1] : [size, unit];
  return `${(rounded[0] ?? 0).toFixed(1)}${' KMGTPE'.charAt(rounded[1] ?? 0)}`;
}
