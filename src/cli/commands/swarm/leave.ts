import type { CommandContext } from '../../command.ts';

/** @see docker/cli v28.2.2 cli/command/swarm/leave.go */
export async function runLeave({ proc, flags, api }: CommandContext): Promise<number> {
  await (await api()).SwarmLeave({ force: flags.bool('force') });
  await proc.out('Node left the swarm.\n');
  return 0;
}
