import { ApiError } from '../../../api/api-error.ts';
import type { NodeRole, SwarmJoinRequest } from '../../../api/swarm-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { shareOverlays } from '../../networks/adopt-overlay.ts';
import { raiseSwarmNetworks } from '../../networks/swarm-networks.ts';
import { describeNode } from '../agent/describe-node.ts';
import { newObject, withNode } from '../cluster-changes.ts';
import type { ClusterState, NodeRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { commitCluster } from '../commit-cluster.ts';
import { resolveAdvertiseAddress, resolveListenAddress } from './addresses.ts';
import { rpcError } from './rpc-error.ts';
import { ALREADY_IN_SWARM } from './swarm.ts';

/** Virtual time it takes to get a certificate and to register. */
const JOIN_MS = 700;
const JOIN_TIMEOUT_MS = 5000;

/** Makes this machine a node of a manager's swarm; the token decides which kind. @throws ApiError @see moby v28 daemon/cluster/swarm.go Join */
export async function swarmJoin(context: EngineContext, request: SwarmJoinRequest): Promise<void> {
  const { store, kernel, fabric } = context;
  if (store.state.swarm) throw new ApiError('unavailable', ALREADY_IN_SWARM);
  if (!/^SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}$/.test(request.JoinToken))
    throw new ApiError('invalidParameter', 'invalid join token');
  const listen = resolveListenAddress(context, request.ListenAddr || '0.0.0.0:2377');
  const { host, port } = resolveAdvertiseAddress(context, request.AdvertiseAddr, listen.port);
  const manager = await findManager(context, request.RemoteAddrs[0] ?? '');
  const Role = roleOf(clusterOf(manager.store.state), request.JoinToken);
  await context.loadNode();
  await kernel.clock.sleep(JOIN_MS);
  let nodeId = '';
  const cluster = commitCluster(manager, (state, change) => {
    const node: NodeRecord = {
      ...newObject(state, change),
      spec: { Labels: {}, Role, Availability: request.Availability || 'active' },
      description: describeNode(context, state.cluster.tlsInfo),
      status: { State: 'ready', Addr: host },
      manager: Role === 'manager' ? { leader: false, address: `${host}:${port}` } : undefined,
    };
    nodeId = node.id;
    return withNode(state, node, change.nowMs);
  });
  const managers = [...cluster.nodes].flatMap(([id, node]) =>
    node.manager ? [{ nodeId: id, address: node.manager.address }] : [],
  );
  const leaderId = fabric.leader(manager)?.store.state.swarm?.nodeId;
  const swarm = {
    nodeId,
    address: host,
    remoteManagers: managers,
    clusterId: cluster.cluster.id,
    ...(Role === 'manager' ? { cluster, leaderId } : { cluster: undefined }),
  };
  store.commit((state) => ({ ...state, swarm }));
  shareOverlays(manager, context, Role === 'manager');
  raiseSwarmNetworks(context);
  fabric.changed();
}

/** @throws ApiError where nobody listens at that address */
async function findManager(context: EngineContext, address: string): Promise<EngineContext> {
  const { fabric, kernel } = context;
  const [host = ''] = address.split(':');
  const manager = fabric.at(host);
  if (manager?.store.state.swarm?.cluster && fabric.isLinked(context, manager)) return manager;
  await kernel.clock.sleep(JOIN_TIMEOUT_MS);
  throw new ApiError(
    'unavailable',
    `rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${address}: connect: connection refused"`,
  );
}

/** @throws ApiError for a token of another swarm, or one that was rotated @see moby/swarmkit v2 ca/certificates.go GetRemoteCA, ca/server.go IssueNodeCertificate */
function roleOf({ cluster }: ClusterState, token: string): NodeRole {
  if (token === cluster.joinTokens.worker) return 'worker';
  if (token === cluster.joinTokens.manager) return 'manager';
  throw rpcError('InvalidArgument', 'A valid join token is necessary to join this cluster');
}
