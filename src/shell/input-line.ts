import type { Process } from '../kernel/process.ts';
import { toText } from '../lib/bytes.ts';

/** A line of stdin with its newline, byte by byte so that nothing after it is consumed; undefined at the end. */
export async function readInputLine(proc: Process): Promise<string | undefined> {
  const bytes: number[] = [];
  for (;;) {
    const byte = await proc.stdin.read(1);
    if (!byte) return bytes.length ? toText(Uint8Array.from(bytes)) : undefined;
    bytes.push(byte[0] as number);
    if (byte[0] === 10) return toText(Uint8Array.from(bytes));
  }
}
