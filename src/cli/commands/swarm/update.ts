import type { CommandContext } from '../../command.ts';
import { applySwarmFlags } from './swarm-spec.ts';

/** @see docker/cli v28.2.2 cli/command/swarm/update.go */
export async function runSwarmUpdate({ proc, flags, api }: CommandContext): Promise<number> {
  const engine = await api();
  const { Version, Spec } = await engine.SwarmInspect();
  await engine.SwarmUpdate(applySwarmFlags(Spec, flags), { version: Version.Index });
  await proc.out('Swarm updated.\n');
  return 0;
}
