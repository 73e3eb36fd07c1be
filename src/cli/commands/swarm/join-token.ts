import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { joinCommand } from './join-command.ts';

/** Shows the token of a role, or makes a new one first. @see docker/cli v28.2.2 cli/command/swarm/join_token.go */
export async function runJoinToken({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [role = ''] = args;
  if (role !== 'worker' && role !== 'manager') throw new CliError(`unknown role ${role}`);
  const quiet = flags.bool('quiet');
  const engine = await api();
  if (flags.bool('rotate')) {
    const { Version, Spec } = await engine.SwarmInspect();
    const which = role === 'worker' ? { rotateWorkerToken: true } : { rotateManagerToken: true };
    await engine.SwarmUpdate(Spec, { version: Version.Index, ...which });
    if (!quiet) await proc.out(`Successfully rotated ${role} join token.\n\n`);
  }
  const { JoinTokens } = await engine.SwarmInspect();
  if (quiet) {
    await proc.out(`${role === 'worker' ? JoinTokens.Worker : JoinTokens.Manager}\n`);
    return 0;
  }
  const { Swarm } = await engine.SystemInfo();
  await proc.out(await joinCommand(engine, Swarm.NodeID, role));
  return 0;
}
