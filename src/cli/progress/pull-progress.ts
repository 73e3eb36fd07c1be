import type { ProgressMessage } from '../../api/image-types.ts';
import { formatHumanSize } from '../../lib/human-size.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes } from '../../lib/bytes.ts';
import { CliError } from '../cli-error.ts';
import { progressBar } from './progress-bar.ts';

/** Prints the progress of pull, push and load: a line a layer that is redrawn on a terminal, plain lines elsewhere. @see moby v28 pkg/jsonmessage */
export async function printProgress(
  out: OpenFile,
  messages: AsyncIterable<ProgressMessage & { stream?: string }>,
): Promise<void> {
  const rows = new Map<string, number>();
  const onTerminal = out.tty !== undefined;
  for await (const message of messages) {
    if (message.error !== undefined) throw new CliError(message.error);
    const text = line(message, out.tty?.getSize().columns);
    if (text === undefined) continue;
    if (
      !message.id ||
      !onTerminal ||
      (!message.progressDetail &&
        !rows.has(message.id) &&
        /^Pulling from|^Digest|^Status/.test(message.status ?? ''))
    ) {
      await out.write(toBytes(`${text}\n`));
      continue;
    }
    await out.write(toBytes(redraw(rows, message.id, text)));
  }
}

function line(
  { id, status, progressDetail, stream }: ProgressMessage & { stream?: string },
  columns: number | undefined,
): string | undefined {
  if (stream !== undefined) return stream.replace(/\n$/, '');
  const moving = progressDetail?.total !== undefined;
  if (moving && columns === undefined) return undefined;
  const bar = moving
    ? ` ${progressText(progressDetail.current ?? 0, progressDetail.total ?? 0, columns ?? 0)}`
    : '';
  return `${id ? `${id}: ` : ''}${status ?? ''}${bar}`;
}

/** Goes up to the layer's row, draws it anew and comes back. */
function redraw(rows: Map<string, number>, id: string, text: string): string {
  const known = rows.get(id);
  if (known === undefined) {
    rows.set(id, rows.size);
    return `\x1b[2K${text}\r\n`;
  }
  const up = rows.size - known;
  return `\x1b[${up}A\x1b[2K\r${text}\x1b[${up}B\r`;
}

/** A bar where there is room for it, and the bytes. @see moby v28 pkg/jsonmessage, JSONProgress.String */
export function progressText(current: number, total: number, columns: number): string {
  const bar = progressBar(current, total, columns);
  return `${bar}${formatHumanSize(current).padStart(8)}/${formatHumanSize(total)}`;
}

/** Waits for a transfer without showing it. @throws ApiError where it fails */
export async function drain(messages: AsyncIterable<ProgressMessage>): Promise<void> {
  for await (const { error } of messages) if (error) throw new CliError(error);
}
