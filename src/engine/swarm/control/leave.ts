import { ApiError } from '../../../api/api-error.ts';
import { containerDelete } from '../../containers/delete.ts';
import type { EngineContext } from '../../engine-context.ts';
import { lowerSwarmNetworks } from '../../networks/swarm-networks.ts';
import { withNode } from '../cluster-changes.ts';
import type { SwarmState } from '../cluster-state.ts';
import { commitCluster } from '../commit-cluster.ts';
import { settleManagers } from '../settle-swarm.ts';

/** @throws ApiError @see moby v28 daemon/cluster/swarm.go Leave */
export async function swarmLeave(context: EngineContext, { force }: { force?: boolean }): Promise<void> {
  const { store, fabric } = context;
  const { swarm } = store.state;
  if (!swarm) throw new ApiError('unavailable', 'This node is not part of a swarm');
  if (swarm.cluster && !force) throw new ApiError('unavailable', warningOf(context, swarm));
  const others = fabric.reachable(context).filter((other) => other !== context);
  if (others.length > 0 && fabric.leader(context)) sayGoodbye(context, swarm.nodeId);
  store.commit((state) => ({ ...state, swarm: undefined }));
  for (const other of others) settleManagers(other);
  fabric.changed();
  const containers = [...context.taskContainers.values()];
  for (const id of containers) await removeContainer(context, id);
  lowerSwarmNetworks(context);
}

/** The others need not wait for its heartbeat. */
function sayGoodbye(context: EngineContext, nodeId: string): void {
  const leader = context.fabric.leader(context) ?? context;
  commitCluster(leader, (cluster, { nowMs }) => {
    const node = cluster.nodes.get(nodeId);
    if (!node) return cluster;
    return withNode(cluster, { ...node, status: { State: 'down', Addr: node.status.Addr } }, nowMs);
  });
}

/** @see moby v28 daemon/cluster/swarm.go Leave, isLastManager, removingManagerCausesLossOfQuorum */
function warningOf(context: EngineContext, { cluster, leaderId, nodeId }: SwarmState): string {
  const begin = 'You are attempting to leave the swarm on a node that is participating as a manager. ';
  const end =
    'The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.';
  if (leaderId === '') return `${begin}Doing so may lose the consensus of your cluster. ${end}`;
  const managers = [...(cluster?.nodes ?? [])].filter(([, { manager }]) => manager).map(([id]) => id);
  const reachable = managers.filter((id) => id === nodeId || context.fabric.node(context, id)).length;
  const unreachable = managers.length - reachable;
  if (reachable === 1 && unreachable === 0)
    return `${begin}Removing the last manager erases all current state of the swarm. Use \`--force\` to ignore this message. `;
  const losesQuorum = reachable - 2 <= unreachable;
  const loss = `Removing this node leaves ${reachable - 1} managers out of ${managers.length}. Without a Raft quorum your swarm will be inaccessible. `;
  return begin + (losesQuorum ? loss : '') + end;
}

async function removeContainer(context: EngineContext, id: string): Promise<void> {
  try {
    await containerDelete(context, id, { force: true });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
