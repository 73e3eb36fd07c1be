import type { AttachedStream } from '../../../api/engine-api.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { RAW_MODE, type Tty } from '../../../kernel/tty/tty.ts';
import { SIGNALS, type Signal } from '../../../kernel/signals.ts';
import { DEFAULT_DETACH_KEYS } from '../../opts/detach-keys.ts';

/** What `attach` and `exec` end with when one detaches; `run` and `start` say nothing. @see moby/term v0.5.2 proxy.go EscapeError */
export const DETACHED = 'read escape sequence';

/** How a client is attached. */
export interface AttachSession {
  /** Passes the terminal's size on. */
  readonly resize?: (size: { h: number; w: number }) => Promise<void>;
  /** Passes a signal on; undefined leaves signals as they are. */
  readonly signal?: (signal: Signal) => void;
  readonly stdin: boolean;
  /** Bytes that detach; Ctrl-P Ctrl-Q unless given. */
  readonly detachKeys?: readonly number[];
  readonly tty: boolean;
}

/** Connects this process's streams with an attached one until its output ends. Resolves 'detached' where the keys for that were typed. */
export async function streamAttached(
  proc: Process,
  stream: AttachedStream,
  session: AttachSession,
): Promise<'ended' | 'detached'> {
  const terminal = session.tty ? proc.stdin.tty : undefined;
  const saved = terminal?.getMode();
  if (terminal) terminal.setMode({ ...RAW_MODE, mapNewline: true });
  if (terminal && session.resize) await followSize(proc, terminal, session.resize);
  if (session.signal && !terminal) forwardSignals(proc, session.signal);
  const state = { detached: false };
  if (session.stdin)
    proc.thread('stdin', () =>
      pumpInput(proc, stream, terminal ? (session.detachKeys ?? DEFAULT_DETACH_KEYS) : [], state),
    );
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

/** Tells the terminal's size now and whenever it changes. */
async function followSize(
  proc: Process,
  terminal: Tty,
  resize: NonNullable<AttachSession['resize']>,
): Promise<void> {
  const tell = async (): Promise<void> => {
    const { rows, columns } = terminal.getSize();
    await resize({ h: rows, w: columns }).catch(() => undefined);
  };
  await tell();
  proc.onSignal('SIGWINCH', () => void proc.thread('resize', tell));
}

const PROXIED = new Set<Signal>(['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2']);

/** So many of these, and the client goes whatever the container does about them. @see docker/cli v28.2.2 cmd/docker/docker.go forceExitAfter3TerminationSignals */
const TERMINATIONS = 3;
const TERMINATION_SIGNALS = new Set<Signal>(['SIGINT', 'SIGTERM']);

function forwardSignals(proc: Process, forward: (signal: Signal) => void): void {
  let terminations = 0;
  const receive = (signal: Signal): void => {
    if (TERMINATION_SIGNALS.has(signal)) terminations += 1;
    if (terminations < TERMINATIONS) return forward(signal);
    proc.thread('forced exit', async () => {
      await proc.err(`\ngot ${TERMINATIONS} SIGTERM/SIGINTs, forcefully exiting\n`);
      proc.exit(1);
    });
  };
  for (const signal of SIGNALS) if (PROXIED.has(signal)) proc.onSignal(signal, () => receive(signal));
}

/** Passes our stdin on until it ends or the keys to detach were typed. What may be the first of them waits for the next. @see moby/term v0.5.2 proxy.go */
async function pumpInput(
  proc: Process,
  stream: AttachedStream,
  keys: readonly number[],
  state: { detached: boolean },
): Promise<void> {
  let held = 0;
  try {
    for (let bytes = await proc.stdin.read(4096); bytes; bytes = await proc.stdin.read(4096)) {
      const passed: number[] = [];
      for (const byte of bytes) {
        if (byte === keys[held]) held += 1;
        else {
          passed.push(...keys.slice(0, held), byte);
          held = 0;
        }
        if (held === 0 || held < keys.length) continue;
        if (passed.length > 0) await stream.write(Uint8Array.from(passed));
        state.detached = true;
        stream.close();
        return;
      }
      if (passed.length > 0) await stream.write(Uint8Array.from(passed));
    }
    stream.closeWrite();
  } catch (error) {
    if (!isSysError(error)) throw error;
  }
}
