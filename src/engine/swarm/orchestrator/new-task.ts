import type { ChangeContext } from '../cluster-changes.ts';
import { newObject } from '../cluster-changes.ts';
import type { ClusterState, ServiceRecord, TaskRecord } from '../cluster-state.ts';

/** A task of this service, not allocated yet. A global service's tasks have a node from the start. @see moby/swarmkit v2 manager/orchestrator/task.go NewTask */
export function newTask(
  cluster: ClusterState,
  service: ServiceRecord,
  place: { readonly slot: number; readonly nodeId: string },
  change: ChangeContext,
  more: Partial<Pick<TaskRecord, 'desiredState' | 'start' | 'restarts'>> = {},
): TaskRecord {
  const { spec } = service;
  return {
    ...newObject(cluster, change),
    serviceId: service.id,
    serviceName: spec.Name,
    serviceLabels: spec.Labels,
    ...place,
    spec: spec.TaskTemplate,
    specVersion: service.specVersion,
    desiredState: 'running',
    status: {
      timestampMs: change.nowMs,
      state: 'new',
      message: 'created',
      error: '',
      container: undefined,
      ports: [],
    },
    endpoint: { ports: [], virtualIps: [] },
    endpointSpec: spec.EndpointSpec,
    networks: [],
    start: undefined,
    restarts: [],
    ...(service.auth ? { auth: service.auth } : {}),
    ...more,
  };
}
