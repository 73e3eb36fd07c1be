import type { ContainerSummary } from '../../../api/container-types.ts';
import { logWarning } from '../../log-warning.ts';
import { canonicalName, isOneOff, serviceOf } from '../names.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import type { Session } from '../session.ts';
import { convergeService } from './converge-service.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { ensureNetworks } from './ensure-networks.ts';
import { ensureVolumes } from './ensure-volumes.ts';
import { byService, observe } from './observe.ts';
import type { RecreatePolicy } from './plan-service.ts';
import { removeContainers } from './stop-containers.ts';
import { tellUnmodelledFields } from './tell-unmodelled-fields.ts';

export interface CreateOptions {
  /** Named on the command line; these follow `recreate`, the others `recreateDependencies`. None means all. */
  readonly services: readonly string[];
  readonly recreate: RecreatePolicy;
  readonly recreateDependencies: RecreatePolicy;
  readonly removeOrphans: boolean;
  readonly ignoreOrphans: boolean;
  readonly inherit: boolean;
  readonly assumeYes: boolean;
  readonly timeout?: number;
}

/**
 * Makes networks, volumes and containers of a project what they should be; its images are there already.
 * @param images IDs by service
 * @throws ApiError, CliError
 * @see docker/compose v2.36.2 pkg/compose/create.go
 */
export async function createProject(
  session: Session,
  project: Project,
  images: ReadonlyMap<string, string>,
  options: CreateOptions,
  report: Report,
): Promise<void> {
  tellUnmodelledFields(session.proc, project);
  const networks = await ensureNetworks(session, project, report);
  const volumes = await ensureVolumes(session, project, options.assumeYes, report);
  const observed = await observe(session.engine, project.name, { all: true, oneOff: 'include' });
  await seeToOrphans(session, project, observed, options, report);
  const { inherit, timeout } = options;
  const convergence = {
    session,
    project,
    containers: byService(observed),
    networks,
    volumes,
    images,
    inherit,
    report,
    ...(timeout === undefined ? {} : { timeout }),
  };
  await inDependencyOrder(session.proc, project.services, (name) => {
    const isNamed = options.services.length === 0 || options.services.includes(name);
    return convergeService(convergence, name, isNamed ? options.recreate : options.recreateDependencies);
  });
}

/** Containers of services that the files no longer have. */
export function orphansOf(project: Project, containers: readonly ContainerSummary[]): ContainerSummary[] {
  const known = new Set([...Object.keys(project.services), ...Object.keys(project.disabledServices)]);
  return containers.filter((container) =>
    isOneOff(container)
      ? !['running', 'restarting', 'paused'].includes(container.State)
      : !known.has(serviceOf(container)),
  );
}

async function seeToOrphans(
  session: Session,
  project: Project,
  observed: readonly ContainerSummary[],
  { removeOrphans, ignoreOrphans }: CreateOptions,
  report: Report,
): Promise<void> {
  const orphans = orphansOf(project, observed);
  if (orphans.length === 0 || ignoreOrphans) return;
  if (removeOrphans) return removeContainers(session, orphans, {}, report);
  const names = orphans.filter((container) => !isOneOff(container)).map(canonicalName);
  if (names.length > 0)
    await logWarning(
      session.proc,
      `Found orphan containers ([${names.join(' ')}]) for this project. If you removed or renamed this service in your compose file, you can run this command with the --remove-orphans flag to clean it up.`,
    );
}
