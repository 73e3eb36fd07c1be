import { gunzipSync } from 'fflate';
import type { Process } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';

interface Head {
  /** Paths, with the number of their content; a folder has none. */
  readonly files: readonly (readonly [path: string, content?: number])[];
  /** Of each content its size, and what is stored of it; the rest is zeros. */
  readonly sizes: readonly (readonly [size: number, stored: number])[];
}

/** Virtual µs that initdb takes for a file. */
const MICROS_A_FILE = 900;

/** Puts the data directory that initdb made (`make-seed.mjs`) into `directory`, which exists. Times are now, the owner is the process's. */
export async function unpackSeed(proc: Process, directory: string): Promise<void> {
  const bytes = gunzipSync(await proc.asset('postgres-seed'));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { files, sizes } = JSON.parse(toText(bytes.subarray(4, 4 + length))) as Head;
  let at = 4 + length;
  const contents = sizes.map(([size, stored]) => ({ size, bytes: bytes.subarray(at, (at += stored)) }));
  for (const [path, content] of files) {
    const turn = proc.tick(MICROS_A_FILE);
    if (turn) await turn;
    const full = `${directory}/${path}`;
    const what = content === undefined ? undefined : contents[content];
    if (!what) {
      proc.files.mkdir(full, 0o700);
      continue;
    }
    proc.files.writeFile(full, what.bytes, { mode: 0o600 });
    if (what.size > what.bytes.length) fill(proc, full, what.size);
  }
}

/** Zeros up to the size, with blocks on the disk: PostgreSQL makes its log's files whole. */
function fill(proc: Process, path: string, size: number): void {
  const file = proc.files.open(path, { write: true });
  file.retain();
  if (file.allocate) file.allocate(0, size, {});
  else file.truncate(size);
  file.release();
}
