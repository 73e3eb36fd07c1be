import type { PortConfig, TaskState } from '../../../api/service-types.ts';
import type { ContainerRecord } from '../../state.ts';
import type { TaskStatusRecord } from '../cluster-state.ts';

const UNHEALTHY = 'dockerexec: unhealthy container';
const NOT_UP = ['exited', 'dead', 'removing'];

/** What became of a container that was started. */
export type Outcome =
  | { readonly kind: 'running' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'unhealthy' }
  | { readonly kind: 'ended'; readonly state: TaskState; readonly error: string };

/**
 * A container with a health check is up when that succeeded once; one that is unhealthy has to be stopped.
 * @param wasUnhealthy it was stopped because of that
 * @see moby v28 daemon/cluster/executor/container/controller.go Start, Wait, errors.go
 */
export function outcomeOf(container: ContainerRecord, wasUnhealthy: boolean): Outcome {
  if (NOT_UP.includes(container.status)) return endOf(container.exitCode, wasUnhealthy);
  const { health } = container;
  if (!health || health.status === 'healthy') return { kind: 'running' };
  return { kind: health.status === 'unhealthy' ? 'unhealthy' : 'starting' };
}

function endOf(exitCode: number, wasUnhealthy: boolean): Outcome {
  if (exitCode === 0) return { kind: 'ended', state: 'complete', error: '' };
  const cause = wasUnhealthy ? `: ${UNHEALTHY}` : '';
  return { kind: 'ended', state: 'failed', error: `task: non-zero exit (${exitCode})${cause}` };
}

/** What a task's status says of its container. */
export function containerStatus({ id, pid, exitCode }: ContainerRecord): TaskStatusRecord['container'] {
  return { containerId: id, pid, exitCode };
}

/** The host ports that its container really has. @see moby v28 daemon/cluster/executor/container/controller.go parsePortMap */
export function portStatus({ ports }: ContainerRecord): PortConfig[] {
  return [...ports].flatMap(([name, bound]) => {
    const [target = '', protocol = 'tcp'] = name.split('/');
    return bound.map(({ hostPort }) => ({
      Protocol: protocol as PortConfig['Protocol'],
      TargetPort: Number(target),
      PublishedPort: hostPort,
      PublishMode: 'host' as const,
    }));
  });
}
