import type { EngineApi } from '../../../api/engine-api.ts';
import type { NodeRole } from '../../../api/swarm-types.ts';

/** How a machine becomes such a node of the swarm; nothing where the node asked is no manager. @see docker/cli v28.2.2 cli/command/swarm/join_token.go printJoinCommand */
export async function joinCommand(engine: EngineApi, nodeId: string, role: NodeRole): Promise<string> {
  const { ManagerStatus } = await engine.NodeInspect(nodeId);
  const { JoinTokens } = await engine.SwarmInspect();
  if (!ManagerStatus) return '';
  const token = role === 'worker' ? JoinTokens.Worker : JoinTokens.Manager;
  return `To add a ${role} to this swarm, run the following command:\n\n    docker swarm join --token ${token} ${ManagerStatus.Addr}\n\n`;
}
