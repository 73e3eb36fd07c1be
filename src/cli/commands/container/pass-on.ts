import type { EngineApi } from '../../../api/engine-api.ts';
import type { Process } from '../../../kernel/process.ts';
import { signalNumber } from '../../../kernel/signals.ts';
import type { AttachSession } from './stream-attached.ts';

/** What an attached client passes on to its container beside bytes: signals and, where it has a terminal, that one's size. */
export function passOn(
  proc: Process,
  engine: EngineApi,
  id: string,
  tty: boolean,
): Pick<AttachSession, 'resize' | 'signal'> {
  return {
    ...(tty ? { resize: (size) => engine.ContainerResize(id, size) } : {}),
    signal: (signal) =>
      void proc.thread('signal', () =>
        engine.ContainerKill(id, String(signalNumber(signal))).catch(() => undefined),
      ),
  };
}
