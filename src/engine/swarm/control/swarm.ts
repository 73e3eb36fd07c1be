import { ApiError } from '../../../api/api-error.ts';
import type { Swarm, SwarmInitRequest, SwarmSpec, SwarmUpdateOptions } from '../../../api/swarm-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { raiseSwarmNetworks } from '../../networks/swarm-networks.ts';
import { describeNode } from '../agent/describe-node.ts';
import { withNode } from '../cluster-changes.ts';
import { emptyCluster, type ClusterRecord, type NodeRecord, type SwarmState } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { commitCluster } from '../commit-cluster.ts';
import { newClusterDigest, newIdentity, newJoinToken } from '../identity.ts';
import { resolveAdvertiseAddress, resolveListenAddress } from './addresses.ts';
import { checkVersion } from './rpc-error.ts';
import { completeSwarmSpec } from './swarm-spec.ts';
import { newTlsInfo } from './tls-info.ts';
import { toSwarm } from './to-wire.ts';

/** Virtual time it takes to make keys and to become the leader. */
const INIT_MS = 400;
const DEFAULT_DATA_PATH_PORT = 4789;
const DEFAULT_SUBNET_SIZE = 24;

/** A new swarm with this machine as its manager; gives the node's ID. @throws ApiError @see moby v28 daemon/cluster/swarm.go Init */
export async function swarmInit(context: EngineContext, request: SwarmInitRequest): Promise<string> {
  const { store, kernel } = context;
  const old = store.state.swarm;
  if (old && !request.ForceNewCluster) throw new ApiError('unavailable', ALREADY_IN_SWARM);
  const listen = resolveListenAddress(context, request.ListenAddr || '0.0.0.0:2377');
  const { host, port } = resolveAdvertiseAddress(context, request.AdvertiseAddr, listen.port);
  if (request.AutoLockManagers ?? request.Spec?.EncryptionConfig.AutoLockManagers)
    throw new ApiError('notSimulated', 'managers that are locked (--autolock)');
  await context.loadNode();
  await kernel.clock.sleep(INIT_MS);
  const swarm = newSwarm(context, request, host, port);
  // Simplified: a new cluster from an old one keeps its services; here the old one's state is kept with the node's ID.
  const kept = old?.cluster ? { ...swarm, nodeId: old.nodeId, cluster: old.cluster } : swarm;
  store.commit((state) => ({ ...state, swarm: kept }), old ? [] : [nodeEvent(kept)]);
  raiseSwarmNetworks(context);
  return kept.nodeId;
}

export const ALREADY_IN_SWARM =
  'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.';

function nodeEvent({ nodeId, cluster }: SwarmState): {
  Type: 'node';
  Action: string;
  scope: 'swarm';
  Actor: { ID: string; Attributes: Record<string, string> };
} {
  const name = cluster?.nodes.get(nodeId)?.description.Hostname ?? '';
  return { Type: 'node', Action: 'create', scope: 'swarm', Actor: { ID: nodeId, Attributes: { name } } };
}

function newSwarm(context: EngineContext, request: SwarmInitRequest, host: string, port: string): SwarmState {
  const { kernel } = context;
  const nowMs = kernel.clock.now();
  const object = { version: 1, createdMs: nowMs, updatedMs: nowMs };
  const digest = newClusterDigest(kernel.random);
  const tlsInfo = newTlsInfo(kernel.random);
  const cluster: ClusterRecord = {
    ...object,
    id: newIdentity(kernel.random),
    spec: completeSwarmSpec(request.Spec),
    joinTokens: {
      worker: newJoinToken(kernel.random, digest),
      manager: newJoinToken(kernel.random, digest),
    },
    tlsInfo,
    defaultAddrPool: request.DefaultAddrPool?.length ? request.DefaultAddrPool : ['10.0.0.0/8'],
    subnetSize: request.SubnetSize || DEFAULT_SUBNET_SIZE,
    dataPathPort: request.DataPathPort || DEFAULT_DATA_PATH_PORT,
  };
  const address = `${host}:${port}`;
  const node: NodeRecord = {
    ...object,
    id: newIdentity(kernel.random),
    spec: { Labels: {}, Role: 'manager', Availability: request.Availability || 'active' },
    description: describeNode(context, tlsInfo),
    status: { State: 'ready', Addr: host },
    manager: { leader: true, address },
  };
  return {
    nodeId: node.id,
    address: host,
    remoteManagers: [{ nodeId: node.id, address }],
    cluster: withNode(emptyCluster(cluster), node, nowMs),
  };
}

/** @throws ApiError */
export function swarmInspect({ store }: EngineContext): Swarm {
  return toSwarm(clusterOf(store.state).cluster);
}

/** @throws ApiError @see moby v28 daemon/cluster/swarm.go Update */
export function swarmUpdate(context: EngineContext, spec: SwarmSpec, options: SwarmUpdateOptions): void {
  clusterOf(context.store.state);
  if (spec.Name !== '' && spec.Name !== 'default')
    throw new ApiError('invalidParameter', 'swarm spec must be named "default"');
  if (spec.EncryptionConfig?.AutoLockManagers)
    throw new ApiError('notSimulated', 'managers that are locked (--autolock)');
  const { random } = context.kernel;
  commitCluster(context, (state, { nowMs }) => {
    const { cluster } = state;
    checkVersion(cluster, options.version);
    const digest = cluster.joinTokens.worker.split('-')[2] ?? '';
    const joinTokens = {
      worker: options.rotateWorkerToken ? newJoinToken(random, digest) : cluster.joinTokens.worker,
      manager: options.rotateManagerToken ? newJoinToken(random, digest) : cluster.joinTokens.manager,
    };
    const next = {
      ...cluster,
      spec: completeSwarmSpec(spec),
      joinTokens,
      version: state.index,
      updatedMs: nowMs,
    };
    return { ...state, cluster: next };
  });
}
