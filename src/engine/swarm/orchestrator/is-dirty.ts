import { isEqual } from '../../../lib/is-equal.ts';
import type { ServiceRecord, TaskRecord } from '../cluster-state.ts';

/** Whether a task is not what its service asks for by now. @see moby/swarmkit v2 manager/orchestrator/task.go IsTaskDirty */
export function isDirty(service: ServiceRecord, task: TaskRecord): boolean {
  if (task.specVersion === service.specVersion) return false;
  return (
    !isEqual(service.spec.TaskTemplate, task.spec) || !isEqual(service.spec.EndpointSpec, task.endpointSpec)
  );
}
