import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { LABEL } from '../labels.ts';
import { canonicalName, containerName, numberOf, progressName, scaleOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done, working, type Report } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import { serviceHash } from '../service-hash.ts';
import type { Session } from '../session.ts';
import { createContainer } from './create-container.ts';
import { dependentsOf } from './dependency-order.ts';
import {
  planService,
  type Desired,
  type Observed,
  type RecreatePolicy,
  type ServiceStep,
} from './plan-service.ts';
import { resolveReferences } from './references.ts';
import { serviceLabels } from './service-labels.ts';
import { removeContainers, stopContainers } from './stop-containers.ts';

/** What a convergence works on; `containers` follows what it does. */
export interface Convergence {
  readonly session: Session;
  readonly project: Project;
  readonly containers: Map<string, ContainerSummary[]>;
  /** IDs of networks and names of volumes by key, IDs of images by service. */
  readonly networks: ReadonlyMap<string, string>;
  readonly volumes: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, string>;
  /** Anonymous volumes go on to the container that replaces theirs. */
  readonly inherit: boolean;
  readonly timeout?: number;
  readonly report: Report;
}

/** Makes the containers of one service what they should be; none is started that was not. @throws ApiError, CliError @see docker/compose v2.36.2 pkg/compose/convergence.go ensureService */
export async function convergeService(
  convergence: Convergence,
  name: string,
  policy: RecreatePolicy,
): Promise<void> {
  const { session, project, containers } = convergence;
  const declared = project.services[name];
  if (!declared) return;
  checkScale(name, declared);
  const service = resolveReferences(declared, containers);
  const observed = containers.get(name) ?? [];
  const steps = planService(desiredOf(convergence, name, service), observed.map(toObserved), policy);
  if (steps.some(({ kind }) => kind === 'recreate')) await stopDependents(convergence, name);
  const results = await inParallel(session.proc, steps, (step) =>
    perform(convergence, name, service, step, observed),
  );
  containers.set(
    name,
    results.filter((container) => container !== undefined),
  );
}

/** @throws CliError where several containers would have one name */
function checkScale(name: string, service: Service): void {
  if (scaleOf(service) > 1 && service.container_name)
    throw new CliError(
      `WARNING: The ${JSON.stringify(name)} service is using the custom container name ${JSON.stringify(service.container_name)}. Docker requires each container to have a unique name. Remove the custom name to scale the service.\n`,
    );
}

function desiredOf({ networks, volumes, images }: Convergence, name: string, service: Service): Desired {
  const named = (service.volumes ?? []).flatMap(({ type, source }) =>
    type === 'volume' && source ? [source] : [],
  );
  const known = (keys: readonly string[], map: ReadonlyMap<string, string>): string[] =>
    keys.flatMap((key) => map.get(key) ?? []);
  return {
    scale: scaleOf(service),
    configHash: serviceHash(service),
    image: images.get(name) ?? '',
    networks: known(Object.keys(service.networks ?? {}), networks),
    volumes: known(named, volumes),
  };
}

function toObserved(container: ContainerSummary): Observed {
  return {
    id: container.Id,
    number: numberOf(container),
    created: container.Created,
    state: container.State,
    configHash: container.Labels[LABEL.configHash] ?? '',
    image: container.Labels[LABEL.image] ?? '',
    networks: Object.values(container.NetworkSettings.Networks).map(({ NetworkID }) => NetworkID ?? ''),
    volumes: container.Mounts.flatMap(({ Type, Name }) => (Type === 'volume' && Name ? [Name] : [])),
  };
}

/** So that they start again after what they depend on. @see docker/compose v2.36.2 pkg/compose/convergence.go stopDependentContainers */
async function stopDependents(
  { session, project, containers, report }: Convergence,
  name: string,
): Promise<void> {
  const restarting = (dependentsOf(project.services).get(name) ?? []).filter(
    (other) => project.services[other]?.depends_on?.[name]?.restart,
  );
  for (const other of restarting) {
    const own = containers.get(other) ?? [];
    await stopContainers(session, own, { project }, report);
    containers.set(
      other,
      own.map((container) => ({ ...container, State: 'exited' })),
    );
  }
}

/** @returns the container that there is then, if any */
async function perform(
  convergence: Convergence,
  name: string,
  service: Service,
  step: ServiceStep,
  observed: readonly ContainerSummary[],
): Promise<ContainerSummary | undefined> {
  const { session, report, project, timeout } = convergence;
  if (step.kind === 'create') return create(convergence, name, service, step.number);
  const container = observed.find(({ Id }) => Id === step.id);
  if (!container) return undefined;
  switch (step.kind) {
    case 'remove':
      await removeContainers(
        session,
        [container],
        { project, ...(timeout === undefined ? {} : { timeout }) },
        report,
      );
      return undefined;
    case 'recreate':
      return recreate(convergence, name, service, container);
    case 'start':
      await report(working(progressName(container), 'Restart'));
      await session.engine.ContainerStart(container.Id);
      await report(done(progressName(container), 'Restarted'));
      return container;
    case 'keep':
      if (container.State === 'running') await report(done(progressName(container), 'Running'));
      if (container.State === 'exited') await report(done(progressName(container), 'Created'));
      return container;
  }
}

async function create(
  convergence: Convergence,
  name: string,
  service: Service,
  number: number,
): Promise<ContainerSummary> {
  const { session, project, containers, report } = convergence;
  const own = containerName(project.name, name, service, number);
  await report(working(`Container ${own}`, 'Creating'));
  const common = { project, name, service, number, containers, useAliases: true };
  const labels = labelsOf(convergence, name, service);
  const created = await createContainer(session, { ...common, labels, containerName: own }, report);
  await report(done(`Container ${own}`, 'Created'));
  return created;
}

function labelsOf({ project, images }: Convergence, name: string, service: Service): Record<string, string> {
  return serviceLabels(project, name, service, {
    hash: serviceHash(service),
    image: images.get(name) ?? '',
    oneOff: false,
  });
}

/** The new one is made beside the old one under another name, and takes the place of that when it is gone. @see docker/compose v2.36.2 pkg/compose/convergence.go recreateContainer */
async function recreate(
  convergence: Convergence,
  name: string,
  service: Service,
  old: ContainerSummary,
): Promise<ContainerSummary> {
  const { session, project, containers, inherit, timeout, report } = convergence;
  const { engine } = session;
  const number = numberOf(old);
  const own = containerName(project.name, name, service, number);
  await report(working(progressName(old), 'Recreate'));
  const created = await createContainer(
    session,
    {
      project,
      name,
      service,
      number,
      containers,
      useAliases: true,
      containerName: `${old.Id.slice(0, 12)}_${own}`,
      labels: { ...labelsOf(convergence, name, service), [LABEL.replace]: canonicalName(old) },
      ...(inherit ? { replaced: old } : {}),
    },
    report,
  );
  await engine.ContainerStop(old.Id, timeout === undefined ? {} : { t: timeout });
  await engine.ContainerDelete(old.Id);
  await engine.ContainerRename(created.Id, own);
  await report(done(progressName(old), 'Recreated'));
  return { ...created, Names: [`/${own}`] };
}
