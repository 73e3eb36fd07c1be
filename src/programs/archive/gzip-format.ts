import { Gunzip, Gzip } from 'fflate';
import { concatBytes, NO_BYTES } from '../../lib/bytes.ts';

/** Compressed data is damaged, or no gzip data at all; the message is gzip's. */
export class GzipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GzipError';
  }
}

/** Turns pieces of one form into pieces of the other; `end` gives the rest. */
export interface Transform {
  push(piece: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/** Compresses; `name` and `mtimeMs` go into the header. @see RFC 1952 */
export function compressor(level: number, header: { name?: string; mtimeMs?: number } = {}): Transform {
  const ready: Uint8Array[] = [];
  const gzip = new Gzip(
    {
      level: level as 0,
      mtime: header.mtimeMs ?? 0,
      ...(header.name === undefined ? {} : { filename: header.name }),
    },
    (piece) => void ready.push(piece),
  );
  const take = (): Uint8Array => concatBytes(ready.splice(0));
  return {
    push: (piece) => (gzip.push(piece), take()),
    end: () => (gzip.push(new Uint8Array(0), true), take()),
  };
}

/** Decompresses one member or several. Simplified: checksums are not compared. @throws GzipError from `push` and `end` */
export function decompressor(): Transform {
  const ready: Uint8Array[] = [];
  const gunzip = new Gunzip((piece) => void ready.push(piece));
  let start: Uint8Array = NO_BYTES;
  const guarded = (act: () => void): Uint8Array => {
    try {
      act();
    } catch (error) {
      throw new GzipError(error instanceof Error && /EOF/.test(error.message) ? 'unexpected end of file' : 'invalid compressed data--format violated');
    }
    return concatBytes(ready.splice(0));
  };
  return {
    push: (piece) => {
      if (start.length < 2) {
        start = concatBytes([start, piece.subarray(0, 2)]);
        if (start.length >= 2 && !isGzip(start)) throw new GzipError('not in gzip format');
      }
      return guarded(() => gunzip.push(piece));
    },
    end: () => {
      if (start.length < 2) throw new GzipError('unexpected end of file');
      return guarded(() => gunzip.push(new Uint8Array(0), true));
    },
  };
} // prettier-ignore

/** Whether bytes begin as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** All of it at once. @throws GzipError */
export function transformAll(transform: Transform, bytes: Uint8Array): Uint8Array {
  return concatBytes([transform.push(bytes), transform.end()]);
}
