import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';

/** A node as the API is to be asked for it: `self` is the one the daemon runs on. @throws CliError or ApiError. @see docker/cli v28.2.2 cli/command/node/cmd.go Reference */
export async function nodeReference(engine: EngineApi, name: string): Promise<string> {
  if (name !== 'self') return name;
  const { Swarm } = await engine.SystemInfo();
  if (Swarm.NodeID) return Swarm.NodeID;
  // What a manager alone answers tells better why there is none.
  await engine.NodeList();
  throw new CliError('node ID not found in /info');
}
