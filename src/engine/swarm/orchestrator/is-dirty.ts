import type { ServiceSpec } from '../../../api/service-types.ts';
import { isEqual } from '../../../lib/is-equal.ts';
import type { ServiceRecord, TaskRecord } from '../cluster-state.ts';

/** Whether a task is not what its service asks for by now. @see moby/swarmkit v2 manager/orchestrator/task.go IsTaskDirty */
export function isDirty(service: ServiceRecord, task: TaskRecord): boolean {
  if (task.specVersion === service.specVersion) return false;
  const last = verdicts.get(task.spec);
  if (last?.wanted === service.spec && last.endpointSpec === task.endpointSpec) return last.isDirty;
  const verdict = {
    wanted: service.spec,
    endpointSpec: task.endpointSpec,
    isDirty:
      !isEqual(service.spec.TaskTemplate, task.spec) ||
      !isEqual(service.spec.EndpointSpec, task.endpointSpec),
  };
  verdicts.set(task.spec, verdict);
  return verdict.isDirty;
}

/** The last comparison of a specification: the tasks that were made together share theirs. */
const verdicts = new WeakMap<
  TaskRecord['spec'],
  {
    readonly wanted: ServiceSpec;
    readonly endpointSpec: TaskRecord['endpointSpec'];
    readonly isDirty: boolean;
  }
>();
