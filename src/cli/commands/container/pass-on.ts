import type { EngineApi } from '../../../api/engine-api.ts';
import { signalNumber } from '../../../kernel/signals.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseDetachKeys } from '../../opts/detach-keys.ts';
import type { AttachSession } from './stream-attached.ts';

type Context = Pick<CommandContext, 'proc' | 'flags'>;

/** What an attached client passes on to its container beside bytes: signals unless --sig-proxy=false, and, where it has a terminal, that one's size. */
export function passOn(
  { proc, flags }: Context,
  engine: EngineApi,
  id: string,
  tty: boolean,
): Pick<AttachSession, 'resize' | 'signal' | 'detachKeys'> {
  return {
    ...detachKeys(flags),
    ...(tty ? { resize: (size) => engine.ContainerResize(id, size) } : {}),
    ...(flags.has('sig-proxy') && !flags.bool('sig-proxy')
      ? {}
      : {
          signal: (signal) =>
            void proc.thread('signal', () =>
              engine.ContainerKill(id, String(signalNumber(signal))).catch(() => undefined),
            ),
        }),
  };
}

/** @throws CliError for keys that there are not */
export function detachKeys(flags: FlagValues): Pick<AttachSession, 'detachKeys'> {
  const text = flags.string('detach-keys');
  if (!text) return {};
  try {
    return { detachKeys: parseDetachKeys(text) };
  } catch (error) {
    throw new CliError(`invalid detach keys (${text}): ${(error as Error).message}`);
  }
}
