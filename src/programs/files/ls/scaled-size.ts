import type { Options } from '../../support/parse-options.ts';
import { humanSize, parseByteCount } from '../../support/units.ts';

/** A size as `-h`, `--si` or `--block-size` show it. @see gnulib human.c */
export function scaledSize(bytes: number, options: Options): string {
  const last = options.last('h', 'si', 'block-size');
  if (last === 'h') return humanSize(bytes);
  if (last === 'si') return decimalSize(bytes);
  const block = options.value('block-size');
  if (last === undefined || block === undefined) return String(bytes);
  if (/^(human-readable|si)$/.test(block)) return block === 'si' ? decimalSize(bytes) : humanSize(bytes);
  const size = parseByteCount(/^\d/.test(block) ? block : `1${block}`) ?? 1;
  return `${Math.ceil(bytes / size)}${/^\d/.test(block) ? '' : block}`;
}

function decimalSize(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < 6) {
    size /= 1000;
    unit++;
  }
  if (unit === 0) return String(bytes);
  const tenths = Math.ceil(size * 10) / 10;
  return (tenths < 10 ? tenths.toFixed(1) : String(Math.ceil(size))) + ' kMGTPE'.charAt(unit);
}
