import { JOIN_TOKEN } from '../../lib/script-line.ts';
import type { Machine } from '../machine.ts';

/** The command with what a machine joins the swarm of `first` with, where it has JOIN_TOKEN; as it is while that machine manages none. */
export async function withToken({ engine }: Machine, command: string): Promise<string> {
  if (!command.includes(JOIN_TOKEN)) return command;
  const swarm = await engine.api.SwarmInspect().catch(() => undefined);
  return swarm ? command.replaceAll(JOIN_TOKEN, swarm.JoinTokens.Worker) : command;
}
