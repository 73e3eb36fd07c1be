import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';

/** A manager is never locked here, so that there is no key. @see docker/cli v28.2.2 cli/command/swarm/unlock_key.go */
export async function runUnlockKey({ flags, api }: CommandContext): Promise<number> {
  const { Spec } = await (await api()).SwarmInspect();
  if (flags.bool('rotate') && !Spec.EncryptionConfig.AutoLockManagers)
    throw new CliError('cannot rotate because autolock is not turned on');
  throw new CliError('no unlock key is set');
}
