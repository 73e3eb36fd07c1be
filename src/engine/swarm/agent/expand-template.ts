import type { TaskContainerSpec } from '../../../api/service-types.ts';
import { ApiError } from '../../../api/api-error.ts';
import type { Assignment } from '../dispatcher.ts';
import { taskContainerName } from './container-name.ts';
import { ownEntry } from '../../../lib/table.ts';

/**
 * The container of a task with `{{.Service.Name}}`, `{{.Node.Hostname}}`, `{{.Task.Slot}}` and the like filled in, where Docker does that: hostname,
 * environment and sources and targets of mounts.
 * @throws ApiError for a placeholder that there is not @see moby/swarmkit v2 template/expand.go
 */
export function expandTemplates(task: Assignment, nodeHostname: string): TaskContainerSpec {
  const { ContainerSpec: spec = {} } = task.spec;
  const expand = (text: string): string => expandText(text, task, nodeHostname);
  const expandField = (text: string | undefined): string | undefined => text && expand(text);
  return {
    ...spec,
    ...(spec.Hostname ? { Hostname: expand(spec.Hostname) } : {}),
    ...(spec.Env ? { Env: spec.Env.map(expand) } : {}),
    ...(spec.Mounts
      ? {
          Mounts: spec.Mounts.map((mount) => ({
            ...mount,
            ...(mount.Source ? { Source: expandField(mount.Source) ?? '' } : {}),
            ...(mount.Target ? { Target: expandField(mount.Target) ?? '' } : {}),
          })),
        }
      : {}),
  };
}

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

function expandText(text: string, task: Assignment, nodeHostname: string): string {
  return text.replace(PLACEHOLDER, (_all, inner: string) => {
    const expression = inner.trim();
    const values = valuesOf(task, nodeHostname);
    const value = ownEntry(values, expression);
    if (value === undefined)
      throw new ApiError(
        'invalidParameter',
        `expanding template ${JSON.stringify(text)} failed: can't evaluate ${expression}`,
      );
    return value;
  });
}

function valuesOf(task: Assignment, nodeHostname: string): Readonly<Record<string, string>> {
  return {
    '.Service.ID': task.serviceId,
    '.Service.Name': task.serviceName,
    '.Node.ID': task.nodeId,
    '.Node.Hostname': nodeHostname,
    '.Task.ID': task.id,
    '.Task.Name': taskContainerName(task),
    '.Task.Slot': String(task.slot || task.nodeId),
  };
}
