import type { Machine } from '../machine.ts';

/** What a machine joins the swarm of this one with; undefined while this one manages none. */
export async function workerToken({ engine }: Machine): Promise<string | undefined> {
  const swarm = await engine.api.SwarmInspect().catch(() => undefined);
  return swarm?.JoinTokens.Worker;
}
