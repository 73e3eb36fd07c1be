import type { Filters } from '../../../api/engine-api.ts';
import type { TaskContainerSpec } from '../../../api/service-types.ts';
import { decodeBase64 } from '../../../lib/base64.ts';
import type { PersistentMap } from '../../../lib/persistent-map.ts';
import type { EngineContext } from '../../engine-context.ts';
import { newObject } from '../cluster-changes.ts';
import type { ClusterState, ConfigRecord, SecretRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { commitCluster } from '../commit-cluster.ts';
import { checkContentName, checkContentUpdate, usersOf } from './contents.ts';
import { findObject, selectObjects } from './find-object.ts';
import { checkVersion, rpcError } from './rpc-error.ts';

/** What tells secrets and configs apart. */
export interface ContentKind<T extends SecretRecord | ConfigRecord> {
  readonly name: 'secret' | 'config';
  /** Filters that a list knows. */
  readonly filters: readonly string[];
  all(cluster: ClusterState): PersistentMap<string, T>;
  /** The cluster with these in place of all. */
  withAll(cluster: ClusterState, objects: PersistentMap<string, T>): ClusterState;
  /** Adds or replaces one. */
  put(cluster: ClusterState, object: T, nowMs: number): ClusterState;
  /** @throws ApiError for what may not be one */
  check(spec: T['spec'], data: Uint8Array): void;
  isUsedBy(container: TaskContainerSpec, id: string): boolean | undefined;
}

/** Lists, makes, changes and removes what tasks get as files. Each operation throws ApiError. @see moby/swarmkit v2 manager/controlapi/secret.go, config.go */
export interface ContentOperations<T extends SecretRecord | ConfigRecord> {
  list(context: EngineContext, filters?: Filters): T[];
  find(context: EngineContext, reference: string): T;
  create(context: EngineContext, spec: T['spec']): { ID: string };
  /** Only labels may change. */
  update(context: EngineContext, reference: string, options: { version: number }, spec: T['spec']): void;
  /** Refused while a service has it. */
  delete(context: EngineContext, reference: string): void;
}

export function contentOperations<T extends SecretRecord | ConfigRecord>(
  kind: ContentKind<T>,
): ContentOperations<T> {
  const findIn = (cluster: ClusterState, reference: string): T =>
    findObject(kind.name, kind.all(cluster), reference, ({ spec }) => spec.Name);
  const find = ({ store }: EngineContext, reference: string): T => findIn(clusterOf(store.state), reference);
  return {
    list: ({ store }, filters = {}) => selectObjects(kind.all(clusterOf(store.state)), filters, kind.filters),
    find,
    create: (context, spec) => {
      clusterOf(context.store.state);
      checkContentName(spec.Name);
      kind.check(spec, decodeBase64(spec.Data ?? '').bytes);
      let id = '';
      commitCluster(context, (cluster, change) => {
        if ([...kind.all(cluster)].some(([, object]) => object.spec.Name === spec.Name))
          throw rpcError('AlreadyExists', `${kind.name} ${spec.Name} already exists`);
        const object = { ...newObject(cluster, change), spec } as T;
        id = object.id;
        return kind.put(cluster, object, change.nowMs);
      });
      return { ID: id };
    },
    update: (context, reference, { version }, spec) => {
      const { id } = find(context, reference);
      commitCluster(context, (cluster, { nowMs }) => {
        const object = findIn(cluster, id);
        checkContentUpdate(object.spec, spec);
        checkVersion(object, version);
        return kind.put(cluster, { ...object, spec: { ...object.spec, Labels: spec.Labels } }, nowMs);
      });
    },
    delete: (context, reference) => {
      const { id, spec } = find(context, reference);
      commitCluster(context, (cluster) => {
        const users = usersOf(cluster, (container) => kind.isUsedBy(container, id));
        if (users)
          throw rpcError(
            'InvalidArgument',
            `${kind.name} '${spec.Name}' is in use by the following ${users}`,
          );
        return kind.withAll(cluster, kind.all(cluster).delete(id));
      });
    },
  };
}
