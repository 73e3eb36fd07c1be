import type { ContainerInspect, ContainerSummary } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { logWarning } from '../../log-warning.ts';
import { progressName, scaleOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import {
  done,
  failed,
  warning,
  working,
  type ProgressEvent,
  type Report,
} from '../progress/progress-event.ts';
import type { Dependency, Project } from '../project.ts';
import type { Session } from '../session.ts';

const POLL_MS = 500;

/** What is waited for; beside what files can say, `--wait` asks for what runs or, with a health check, is healthy. */
export interface Awaited extends Omit<Dependency, 'condition'> {
  readonly condition: Dependency['condition'] | 'running_or_healthy';
}

export interface WaitContext {
  readonly project: Project;
  readonly containers: ReadonlyMap<string, readonly ContainerSummary[]>;
  /** Waiting is given up: something else has failed, or the time is over. */
  readonly isOver: () => boolean;
}

/**
 * Waits until other services are as far as a service needs them.
 * @throws CliError where they will never be
 * @see docker/compose v2.36.2 pkg/compose/convergence.go waitDependencies
 */
export async function waitDependencies(
  session: Session,
  dependant: string,
  dependencies: Readonly<Record<string, Awaited>>,
  context: WaitContext,
  report: Report,
): Promise<void> {
  const entries = Object.entries(dependencies).filter(([name, { condition }]) => {
    const service = context.project.services[name];
    return condition !== 'service_started' && service !== undefined && scaleOf(service) > 0;
  });
  await inParallel(session.proc, entries, async ([name, dependency]) => {
    const containers = context.containers.get(name) ?? [];
    await tellAll(report, containers, (id) => working(id, 'Waiting'));
    if (containers.length > 0) return waitFor(session, name, dependency, containers, context, report);
    const missing = `${dependant} is missing dependency ${name}`;
    if (dependency.required) throw new CliError(missing);
    return logWarning(session.proc, missing);
  });
}

async function tellAll(
  report: Report,
  containers: readonly ContainerSummary[],
  event: (id: string) => ProgressEvent,
): Promise<void> {
  for (const container of containers) await report(event(progressName(container)));
}

async function waitFor(
  session: Session,
  name: string,
  dependency: Awaited,
  containers: readonly ContainerSummary[],
  { isOver }: WaitContext,
  report: Report,
): Promise<void> {
  if (session.dryRun) {
    const word = dependency.condition === 'service_completed_successfully' ? 'Exited' : 'Healthy';
    return tellAll(report, containers, (id) => done(id, word));
  }
  for (;;) {
    await session.proc.sleep(POLL_MS);
    if (isOver()) return;
    const result = await look(session.engine, name, dependency, containers);
    if (result === 'not yet') continue;
    if (result === 'Healthy' || result === 'Exited')
      return tellAll(report, containers, (id) => done(id, result));
    if (!dependency.required) {
      await tellAll(report, containers, (id) => warning(id, `Skipped: ${result.optional}`));
      return logWarning(session.proc, result.optional + (result.reason ? `: ${result.reason}` : ''));
    }
    await tellAll(report, containers, (id) => failed(id, result.shown));
    throw new CliError(result.message);
  }
}

/** Why it will never be: as an error, as the row of progress says it, and as what can be done without. */
interface Failure {
  readonly message: string;
  readonly shown?: string;
  readonly optional: string;
  readonly reason?: string;
}

async function look(
  engine: EngineApi,
  name: string,
  { condition }: Awaited,
  containers: readonly ContainerSummary[],
): Promise<'not yet' | 'Healthy' | 'Exited' | Failure> {
  const inspected: ContainerInspect[] = [];
  for (const { Id } of containers) inspected.push(await engine.ContainerInspect(Id));
  if (condition === 'service_completed_successfully') return completion(name, inspected);
  const fallback = condition === 'running_or_healthy';
  for (const container of inspected) {
    const health = healthOf(container, fallback);
    if (health === 'not yet') return health;
    if (health === 'healthy') continue;
    if (fallback)
      return {
        message: health.failure,
        optional: `optional dependency ${JSON.stringify(name)} is not running or is unhealthy`,
        reason: health.failure,
      };
    return {
      message: `dependency failed to start: ${health.failure}`,
      optional: `optional dependency ${JSON.stringify(name)} failed to start`,
      reason: health.failure,
    };
  }
  return 'Healthy';
}

function completion(name: string, containers: readonly ContainerInspect[]): 'not yet' | 'Exited' | Failure {
  const ended = containers.find(({ State }) => State.Status === 'exited');
  if (!ended) return 'not yet';
  if (ended.State.ExitCode === 0) return 'Exited';
  const text = `${JSON.stringify(name)} didn't complete successfully: exit ${ended.State.ExitCode}`;
  return { message: `service ${text}`, shown: `service ${text}`, optional: `optional dependency ${text}` };
}

/** @see docker/compose v2.36.2 pkg/compose/convergence.go isServiceHealthy */
function healthOf(
  { Name, State, Config }: ContainerInspect,
  fallbackRunning: boolean,
): 'not yet' | 'healthy' | { failure: string } {
  const name = Name.replace(/^\//, '');
  if (State.Status === 'exited') return { failure: `container ${name} exited (${State.ExitCode})` };
  if (!Config.Healthcheck && fallbackRunning) return State.Status === 'running' ? 'healthy' : 'not yet';
  const health = State.Health;
  if (!health || health.Status === 'none')
    return { failure: `container ${name} has no healthcheck configured` };
  if (health.Status === 'unhealthy') return { failure: `container ${name} is unhealthy` };
  return health.Status === 'healthy' ? 'healthy' : 'not yet';
}
