import type { LogRecord } from '../../api/engine-api.ts';

/** The type of a body that is a terminal's bytes as they are. */
export const RAW_STREAM = 'application/vnd.docker.raw-stream';
/** The type of a body whose pieces have heads. */
export const MULTIPLEXED_STREAM = 'application/vnd.docker.multiplexed-stream';

/** Log records as the daemon sends them: those of a terminal bare, others behind a head of 8 bytes (stream, size). @see moby v28 pkg/stdcopy */
export async function* frameLogs(
  records: AsyncIterable<LogRecord>,
  tty: boolean,
): AsyncGenerator<Uint8Array> {
  for await (const { stream, data } of records) {
    if (tty) {
      yield data;
      continue;
    }
    const frame = new Uint8Array(8 + data.length);
    frame[0] = stream === 'stdout' ? 1 : 2;
    new DataView(frame.buffer).setUint32(4, data.length);
    frame.set(data, 8);
    yield frame;
  }
}
