import type { Filters } from '../../../api/engine-api.ts';
import type { RegistryCredentials } from '../../../api/registry.ts';
import type { Service, ServiceSpec } from '../../../api/service-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { matchesExactly } from '../../filters.ts';
import { newObject, tasksOfService, withService, withTask } from '../cluster-changes.ts';
import type { ClusterState, ServiceRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { commitCluster } from '../commit-cluster.ts';
import { isEqual } from '../../../lib/is-equal.ts';
import { reverted, startedRollback } from '../orchestrator/rollback.ts';
import { checkPortConflicts } from './check-ports.ts';
import { checkReferences } from './check-references.ts';
import { checkReplicas } from './check-replicas.ts';
import { completeSpec, withDefaults } from './complete-spec.ts';
import { findObject, selectObjects } from './find-object.ts';
import { checkVersion, rpcError } from './rpc-error.ts';
import { toService } from './to-wire.ts';
import { checkServiceSpec } from './validate-service.ts';

const KNOWN = ['id', 'label', 'mode', 'name', 'runtime'];

/** @throws ApiError @see moby v28 daemon/cluster/services.go GetServices */
export function serviceList(
  { store }: EngineContext,
  options: { filters?: Filters; status?: boolean } = {},
): Service[] {
  const { filters = {}, status = false } = options;
  const cluster = clusterOf(store.state);
  return selectObjects(cluster.services, filters, KNOWN)
    .filter((service) => matchesExactly(filters, 'mode', modeOf(service.spec)))
    .map((service) => ({
      ...toService(service),
      ...(status ? { ServiceStatus: statusOf(cluster, service) } : {}),
    }));
}

function modeOf({ Mode }: ServiceSpec): string {
  return Mode.Global ? 'global' : 'replicated';
}

/** @see moby/swarmkit v2 manager/controlapi/service.go ListServiceStatuses */
function statusOf(cluster: ClusterState, { id, spec }: ServiceRecord): Service['ServiceStatus'] {
  const tasks = tasksOfService(cluster, id);
  const wanted = tasks.filter(({ desiredState }) => desiredState === 'running').length;
  return {
    RunningTasks: tasks.filter(({ status }) => status.state === 'running').length,
    DesiredTasks: spec.Mode.Global ? wanted : (spec.Mode.Replicated?.Replicas ?? 1),
    CompletedTasks: 0,
  };
}

/** By ID, name or the beginning of an ID. @throws ApiError */
export function findService({ services }: ClusterState, reference: string): ServiceRecord {
  return findObject('service', services, reference, ({ spec }) => spec.Name);
}

/** @throws ApiError */
export function serviceInspect(
  { store }: EngineContext,
  reference: string,
  options: { insertDefaults?: boolean } = {},
): Service {
  const service = findService(clusterOf(store.state), reference);
  return toService(service, options.insertDefaults ? withDefaults(service.spec) : service.spec);
}

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/service.go CreateService */
export function serviceCreate(
  context: EngineContext,
  asked: ServiceSpec,
  { auth }: SentAuth = {},
): { ID: string; Warnings: null } {
  clusterOf(context.store.state);
  const spec = completeSpec(context, asked);
  checkServiceSpec(spec);
  let id = '';
  commitCluster(context, (cluster, change) => {
    checkPortConflicts(cluster, spec, '');
    checkReferences(cluster, spec);
    checkReplicas(cluster, spec, '');
    checkNameFree(cluster, spec.Name, '');
    const object = newObject(cluster, change);
    id = object.id;
    const service: ServiceRecord = {
      ...object,
      spec,
      specVersion: cluster.index,
      previous: undefined,
      endpoint: { ports: [], virtualIps: [] },
      update: undefined,
      ...(auth ? { auth } : {}),
    };
    return withService(cluster, service, change.nowMs);
  });
  return { ID: id, Warnings: null };
}

function checkNameFree({ services }: ClusterState, name: string, selfId: string): void {
  const isTaken = [...services].some(([id, { spec }]) => spec.Name === name && id !== selfId);
  if (isTaken)
    throw rpcError('AlreadyExists', `name conflicts with an existing object: service ${name} already exists`);
}

interface SentAuth {
  readonly auth?: RegistryCredentials;
}

export interface ServiceUpdateOptions extends SentAuth {
  readonly version: number;
  readonly rollback?: 'previous';
  /** Whose login counts where none is sent: that of the specification before the update, or of the one before that. */
  readonly registryAuthFrom?: 'spec' | 'previous-spec';
}

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/service.go UpdateService */
export function serviceUpdate(
  context: EngineContext,
  reference: string,
  options: ServiceUpdateOptions,
  asked: ServiceSpec,
): { Warnings: null } {
  const { id } = findService(clusterOf(context.store.state), reference);
  const spec = completeSpec(context, asked);
  checkServiceSpec(spec);
  commitCluster(context, (cluster, { nowMs }) => {
    const service = findService(cluster, id);
    checkPortConflicts(cluster, spec, id);
    checkReferences(cluster, spec);
    checkSameObject(service.spec, spec);
    checkVersion(service, options.version);
    checkReplicas(cluster, spec, id);
    const next =
      options.rollback === 'previous'
        ? rolledBack(service, nowMs)
        : respecified(cluster, service, spec, options);
    return withService(cluster, next, nowMs);
  });
  return { Warnings: null };
}

function checkSameObject(before: ServiceSpec, after: ServiceSpec): void {
  if (before.Name !== after.Name) throw rpcError('Unimplemented', 'renaming services is not supported');
  if (modeOf(before) !== modeOf(after)) throw rpcError('Unimplemented', 'service mode change is not allowed');
}

/** Parts that are as before stay the same values, so that tasks are quickly seen to be up to date. */
function respecified(
  cluster: ClusterState,
  service: ServiceRecord,
  spec: ServiceSpec,
  options: ServiceUpdateOptions,
): ServiceRecord {
  const { spec: before, specVersion, auth } = service;
  const known = options.registryAuthFrom === 'previous-spec' ? service.previous?.auth : auth;
  const kept = {
    ...spec,
    ...(isEqual(before.TaskTemplate, spec.TaskTemplate) ? { TaskTemplate: before.TaskTemplate } : {}),
    ...(before.EndpointSpec && isEqual(before.EndpointSpec, spec.EndpointSpec)
      ? { EndpointSpec: before.EndpointSpec }
      : {}),
  };
  return {
    ...service,
    spec: kept,
    specVersion: cluster.index,
    previous: { spec: before, specVersion, auth },
    update: undefined,
    auth: options.auth ?? known,
  };
}

function rolledBack(service: ServiceRecord, nowMs: number): ServiceRecord {
  const { previous, spec, specVersion, auth } = service;
  if (!previous) throw rpcError('FailedPrecondition', `service ${service.id} does not have a previous spec`);
  const update = startedRollback('manually requested rollback', nowMs);
  return { ...reverted(service, previous, update), previous: { spec, specVersion, auth } };
}

/** Its tasks are stopped and then forgotten. @throws ApiError */
export function serviceDelete(context: EngineContext, reference: string): void {
  const { id } = findService(clusterOf(context.store.state), reference);
  commitCluster(context, (cluster, { nowMs }) => {
    const without = { ...cluster, services: cluster.services.delete(id) };
    return tasksOfService(cluster, id).reduce(
      (state, task) => withTask(state, { ...task, desiredState: 'remove', start: undefined }, nowMs),
      without,
    );
  });
}
