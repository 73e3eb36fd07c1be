import type { AttachedStream } from '../../api/engine-api.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { RAW_MODE } from '../../kernel/tty/tty.ts';
import { SIGNALS, type Signal } from '../../kernel/signals.ts';

export interface AttachSession {
  /** Passes the terminal's size on. */
  readonly resize?: (size: { h: number; w: number }) => Promise<void>;
  /** Passes a signal on; undefined leaves signals as they are. */
  readonly signal?: (signal: Signal) => void;
  readonly stdin: boolean;
  readonly tty: boolean;
}

/** Ctrl-P Ctrl-Q */
const DETACH_KEYS = [16, 17];

/** Connects this process's streams with an attached one until its output ends. Resolves 'detached' where the keys for that were typed. */
export async function streamAttached(
  proc: Process,
  stream: AttachedStream,
  session: AttachSession,
): Promise<'ended' | 'detached'> {
  const terminal = session.tty ? proc.stdin.tty : undefined;
  const saved = terminal?.getMode();
  if (terminal) terminal.setMode({ ...RAW_MODE, mapNewline: true });
  if (terminal && session.resize) {
    const { resize } = session;
    const tell = (): Promise<void> => resize({ h: terminal.getSize().rows, w: terminal.getSize().columns });
    await tell().catch(() => undefined);
    proc.onSignal('SIGWINCH', () => void proc.thread('resize', () => tell().catch(() => undefined)));
  }
  if (session.signal && !terminal)
    for (const signal of SIGNALS)
      if (PROXIED.has(signal)) proc.onSignal(signal, () => session.signal?.(signal));
  const state = { detached: false };
  if (session.stdin) proc.thread('stdin', () => pumpInput(proc, stream, terminal !== undefined, state));
  try {
    for (let chunk = await stream.read(); chunk; chunk = await stream.read()) {
      await (chunk.stream === 'stderr' && !session.tty ? proc.err(chunk.data) : proc.out(chunk.data));
    }
  } finally {
    if (terminal && saved) terminal.setMode(saved);
    stream.close();
  }
  return state.detached ? 'detached' : 'ended';
}

const PROXIED = new Set<Signal>(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2']);

async function pumpInput(
  proc: Process,
  stream: AttachedStream,
  watchKeys: boolean,
  state: { detached: boolean },
): Promise<void> {
  let pressed = 0;
  try {
    for (let bytes = await proc.stdin.read(4096); bytes; bytes = await proc.stdin.read(4096)) {
      for (const byte of bytes) {
        pressed =
          watchKeys && byte === DETACH_KEYS[pressed]
            ? pressed + 1
            : byte === DETACH_KEYS[0] && watchKeys
              ? 1
              : 0;
        if (pressed === DETACH_KEYS.length) {
          state.detached = true;
          stream.close();
          return;
        }
      }
      await stream.write(bytes);
    }
    stream.closeWrite();
  } catch (error) {
    if (!isSysError(error)) throw error;
  }
}
