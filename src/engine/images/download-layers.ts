import type { ProgressMessage } from '../../api/image-types.ts';

/** A layer on its way here. */
export interface IncomingLayer {
  /** As the progress calls it. */
  readonly id: string;
  readonly compressedBytes: number;
}

/** What the daemon downloads at a time, by default (`max-concurrent-downloads`). */
const AT_ONCE = 3;
const STEP_MS = 100;
/** Unpacking is so many times as fast as downloading. */
const UNPACKING = 4;

interface Transfer extends IncomingLayer {
  phase: 'waiting' | 'downloading' | 'downloaded' | 'done';
  receivedBytes: number;
  unpackedBytes: number;
}

/**
 * Layers, lowest first: a few are downloaded at a time and share what the line gives; they are unpacked one after the other, each once those below it are.
 * @see moby v28 distribution/xfer/download.go
 */
export async function* downloadLayers(
  layers: readonly IncomingLayer[],
  bytesPerSecond: number,
  sleep: (ms: number) => Promise<void>,
): AsyncGenerator<ProgressMessage> {
  const stepBytes = Math.max(1, (bytesPerSecond * STEP_MS) / 1000);
  const transfers = layers.map((layer): Transfer => ({
    ...layer,
    phase: 'waiting',
    receivedBytes: 0,
    unpackedBytes: 0,
  }));
  while (transfers.some(({ phase }) => phase !== 'done')) {
    await sleep(STEP_MS);
    yield* receive(transfers, stepBytes);
    yield* unpack(transfers, stepBytes * UNPACKING);
  }
}

/** A step of the line: what one layer leaves of its share is another's. */
function* receive(transfers: readonly Transfer[], bytes: number): Generator<ProgressMessage> {
  let left = bytes;
  while (left > 0) {
    for (const next of transfers.filter(({ phase }) => phase === 'waiting')) {
      if (active(transfers).length < AT_ONCE) next.phase = 'downloading';
    }
    const now = active(transfers);
    if (now.length === 0) return;
    const share = Math.max(1, left / now.length);
    for (const transfer of now) {
      const taken = Math.min(share, transfer.compressedBytes - transfer.receivedBytes);
      transfer.receivedBytes += taken;
      left -= taken;
      if (transfer.receivedBytes < transfer.compressedBytes) continue;
      transfer.phase = 'downloaded';
      yield { id: transfer.id, status: 'Verifying Checksum' };
      yield { id: transfer.id, status: 'Download complete' };
    }
    if (active(transfers).length === now.length) break;
  }
  for (const transfer of active(transfers)) yield moved(transfer, 'Downloading', transfer.receivedBytes);
}

function* unpack(transfers: readonly Transfer[], bytes: number): Generator<ProgressMessage> {
  let left = bytes;
  for (const transfer of transfers) {
    if (transfer.phase === 'done') continue;
    if (transfer.phase !== 'downloaded' || left <= 0) return;
    const taken = Math.min(left, transfer.compressedBytes - transfer.unpackedBytes);
    transfer.unpackedBytes += taken;
    left -= taken;
    yield moved(transfer, 'Extracting', transfer.unpackedBytes);
    if (transfer.unpackedBytes < transfer.compressedBytes) return;
    transfer.phase = 'done';
    yield { id: transfer.id, status: 'Pull complete' };
  }
}

function active(transfers: readonly Transfer[]): readonly Transfer[] {
  return transfers.filter(({ phase }) => phase === 'downloading');
}

function moved({ id, compressedBytes }: Transfer, status: string, bytes: number): ProgressMessage {
  return { id, status, progressDetail: { current: Math.floor(bytes), total: compressedBytes } };
}
