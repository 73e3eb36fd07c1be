import { ApiError } from '../../../api/api-error.ts';
import type { Filters } from '../../../api/engine-api.ts';
import type { Node, NodeSpec } from '../../../api/swarm-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { checkFilters, matchesExactly, matchesLabels, matchesPrefix } from '../../filters.ts';
import { withNode } from '../cluster-changes.ts';
import type { ClusterState, NodeRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { commitCluster } from '../commit-cluster.ts';
import { findObject } from './find-object.ts';
import { checkVersion, rpcError } from './rpc-error.ts';
import { toNode } from './to-wire.ts';

const KNOWN = ['id', 'label', 'membership', 'name', 'node.label', 'role'];

/** @throws ApiError @see moby v28 daemon/cluster/nodes.go GetNodes */
export function nodeList({ store }: EngineContext, filters: Filters = {}): Node[] {
  const { nodes } = clusterOf(store.state);
  checkFilters(filters, KNOWN);
  checkWords(filters, 'role', ['worker', 'manager']);
  checkWords(filters, 'membership', ['pending', 'accepted']);
  return [...nodes]
    .map(([, node]) => node)
    .filter((node) => isSelected(node, filters))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(toNode);
}

function checkWords(filters: Filters, name: string, words: readonly string[]): void {
  for (const value of filters[name] ?? []) {
    if (value !== '' && !words.includes(value.toLowerCase()))
      throw new ApiError('system', `Invalid ${name} filter: '${value}'`);
  }
}

/** `label` means the engine's, `node.label` the swarm's. */
function isSelected({ id, spec, description }: NodeRecord, filters: Filters): boolean {
  return (
    matchesPrefix(filters, 'id', id) &&
    matchesPrefix(filters, 'name', description.Hostname) &&
    matchesExactly(filters, 'role', spec.Role) &&
    matchesExactly(filters, 'membership', 'accepted') &&
    matchesLabels(spec.Labels, filters['node.label'] ?? []) &&
    matchesLabels(description.Engine.Labels ?? {}, filters['label'] ?? [])
  );
}

/** @throws ApiError */
export function nodeInspect({ store }: EngineContext, reference: string): Node {
  return toNode(findNode(clusterOf(store.state), reference));
}

/** By ID, hostname or the beginning of an ID. @throws ApiError */
export function findNode({ nodes }: ClusterState, reference: string): NodeRecord {
  return findObject('node', nodes, reference, ({ description }) => description.Hostname);
}

/** @throws ApiError @see moby v28 daemon/cluster/convert/node.go, moby/swarmkit v2 manager/controlapi/node.go UpdateNode */
export function nodeUpdate(
  context: EngineContext,
  reference: string,
  { version }: { version: number },
  spec: NodeSpec,
): void {
  const { id } = findNode(clusterOf(context.store.state), reference);
  if (!['active', 'pause', 'drain'].includes(spec.Availability))
    throw new ApiError('invalidParameter', `invalid Availability: ${JSON.stringify(spec.Availability)}`);
  if (!['worker', 'manager'].includes(spec.Role))
    throw new ApiError('invalidParameter', `invalid Role: ${JSON.stringify(spec.Role)}`);
  commitCluster(context, (cluster, { nowMs }) => {
    const node = findNode(cluster, id);
    if (node.manager && spec.Role === 'worker' && isLastManager(cluster))
      throw rpcError('FailedPrecondition', 'attempting to demote the last manager of the swarm');
    if (node.manager && spec.Role === 'worker' && !keepsQuorum(context, cluster, id))
      throw rpcError(
        'FailedPrecondition',
        "can't remove member from the raft: this would result in a loss of quorum",
      );
    checkVersion(node, version);
    return withNode(cluster, { ...node, spec }, nowMs);
  });
}

/** @see moby/swarmkit v2 manager/state/raft/raft.go CanRemoveMember */
function keepsQuorum(context: EngineContext, { nodes }: ClusterState, removedId: string): boolean {
  const left = [...nodes].filter(([id, { manager }]) => manager && id !== removedId);
  return left.filter(([id]) => context.fabric.node(context, id)).length * 2 > left.length;
}

function isLastManager({ nodes }: ClusterState): boolean {
  return [...nodes].filter(([, { manager }]) => manager).length === 1;
}

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/node.go RemoveNode */
export function nodeDelete(context: EngineContext, reference: string, options: { force?: boolean }): void {
  const { id } = findNode(clusterOf(context.store.state), reference);
  commitCluster(context, (cluster) => {
    const node = findNode(cluster, id);
    if (node.manager)
      throw rpcError(
        'FailedPrecondition',
        `node ${id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
      );
    if (!options.force && node.status.State === 'ready')
      throw rpcError('FailedPrecondition', `node ${id} is not down and can't be removed`);
    return { ...cluster, nodes: cluster.nodes.delete(id) };
  });
}
