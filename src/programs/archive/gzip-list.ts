import type { Process } from '../../kernel/process.ts';
import { readWhole } from './read-whole.ts';

/** `gzip -l`: sizes and the share saved. @see gzip(1) */
export async function listGzip(proc: Process, path: string, name: string, first: boolean): Promise<void> {
  const bytes = readWhole(proc, path);
  const plain = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4, true);
  const ratio = plain === 0 ? 0 : ((plain - bytes.length + 18) * 100) / plain;
  const cell = (value: number): string => String(value).padStart(19);
  if (first) await proc.out('         compressed        uncompressed  ratio uncompressed_name\n');
  await proc.out(`${cell(bytes.length)} ${cell(plain)} ${ratio.toFixed(1).padStart(5)}% ${name}\n`);
} // prettier-ignore
