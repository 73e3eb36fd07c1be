import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';

/** A manager is never locked here: the answer is that of one that is not. @see docker/cli v28.2.2 cli/command/swarm/unlock.go */
export async function runUnlock({ api }: CommandContext): Promise<number> {
  const { Swarm } = await (await api()).SystemInfo();
  throw new CliError(
    Swarm.LocalNodeState === 'inactive'
      ? 'Error: This node is not part of a swarm'
      : 'Error: swarm is not locked',
  );
}
