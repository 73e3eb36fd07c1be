import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { orphansOf } from '../converge/create-project.ts';
import { inDependencyOrder } from '../converge/dependency-order.ts';
import { observe } from '../converge/observe.ts';
import { findLocalImage } from '../converge/local-images.ts';
import { removeContainers } from '../converge/stop-containers.ts';
import { LABEL } from '../labels.ts';
import { imageName, isOneOff, serviceOf } from '../names.ts';
import { isTrue, timeoutOf } from '../options/read-options.ts';
import { inParallel } from '../parallel.ts';
import { projectOfContainers, projectOrName } from '../project-or-name.ts';
import { done, failed, warning, working, type Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import { openSession, underProgress, type Session } from '../session.ts';

interface DownOptions {
  readonly services: readonly string[];
  readonly removeOrphans: boolean;
  readonly volumes: boolean;
  /** `local`: those without a name of their own; `all`. */
  readonly images: string;
  readonly timeout?: number;
}

/** Stops a project's containers and removes them with its networks; with flags also volumes and images. @see docker/compose v2.36.2 cmd/compose/down.go, pkg/compose/down.go */
export async function runDown(context: ComposeContext): Promise<number> {
  const { flags, args, proc } = context;
  const images = flags.string('rmi') ?? '';
  if (images && images !== 'all' && images !== 'local')
    throw new CliError(`invalid value for --rmi: ${JSON.stringify(images)}`);
  const { name, project } = await projectOrName(context, args);
  const timeout = timeoutOf(flags);
  const removeOrphans = flags.has('remove-orphans')
    ? flags.bool('remove-orphans')
    : isTrue(project?.environment['COMPOSE_REMOVE_ORPHANS'] ?? proc.env.get('COMPOSE_REMOVE_ORPHANS'));
  const options = {
    services: args,
    removeOrphans,
    volumes: flags.bool('volumes'),
    images,
    ...(timeout === undefined ? {} : { timeout }),
  };
  const session = await openSession(context);
  await underProgress(session, (report) => down(session, name, project, options, report));
  return 0;
}

async function down(
  session: Session,
  name: string,
  known: Project | undefined,
  options: DownOptions,
  report: Report,
): Promise<void> {
  const { proc, engine } = session;
  const oneOff = options.removeOrphans ? 'include' : 'exclude';
  const containers = await observe(engine, name, { all: true, oneOff });
  const project = known ?? (await projectWithResources(session, name, containers));
  const timeout = options.timeout === undefined ? {} : { timeout: options.timeout };
  const stop = { ...timeout, project, volumes: options.volumes };
  await inDependencyOrder(
    proc,
    project.services,
    async (service) => {
      if (options.services.length > 0 && !options.services.includes(service)) return;
      const own = containers.filter((one) => serviceOf(one) === service && !isOneOff(one));
      await removeContainers(session, own, stop, report);
    },
    true,
  );
  if (options.removeOrphans) await removeContainers(session, orphansOf(project, containers), timeout, report);
  const operations = options.services.length > 0 ? [] : await removals(session, project, options, report);
  if (containers.length === 0 && operations.length === 0)
    await proc.err(`Warning: No resource found to remove for project ${JSON.stringify(name)}.\n`);
  await inParallel(proc, operations, (operation) => operation());
}

/** What is known of a project without its files. */
async function projectWithResources(
  { engine }: Session,
  name: string,
  containers: readonly ContainerSummary[],
): Promise<Project> {
  const label = [`${LABEL.project}=${name}`];
  const networks = await engine.NetworkList({ label });
  const { Volumes } = await engine.VolumeList({ label });
  return {
    ...projectOfContainers(name, containers),
    networks: Object.fromEntries(
      networks.map(({ Name, Labels }) => [Labels?.[LABEL.network] ?? Name, { name: Name, ipam: {} }]),
    ),
    volumes: Object.fromEntries(
      Volumes.map(({ Name, Labels }) => [Labels?.[LABEL.volume] ?? Name, { name: Name }]),
    ),
  };
}

type Operation = () => Promise<void>;

async function removals(
  session: Session,
  project: Project,
  options: DownOptions,
  report: Report,
): Promise<Operation[]> {
  const { engine } = session;
  const own = <T extends { external?: boolean }>(all: Readonly<Record<string, T>> = {}): T[] =>
    Object.values(all).filter(({ external }) => !external);
  const networks = await engine.NetworkList({ label: [`${LABEL.project}=${project.name}`] });
  const present = own(project.networks).filter(({ name }) => networks.some(({ Name }) => Name === name));
  return [
    ...present.map(
      ({ name }) =>
        () =>
          removeNetwork(session, name, report),
    ),
    ...(await imagesToRemove(session, project, options.images)).map(
      (image) => () =>
        removeResource(`Image ${image}`, () => engine.ImageDelete(image).then(() => undefined), report),
    ),
    ...(options.volumes ? own(project.volumes) : []).map(
      ({ name }) =>
        () =>
          removeResource(`Volume ${name}`, () => engine.VolumeDelete(name, { force: true }), report),
    ),
  ];
}

async function removeNetwork({ engine }: Session, name: string, report: Report): Promise<void> {
  const id = `Network ${name}`;
  await report(working(id, 'Removing'));
  try {
    const { Containers, Id } = await engine.NetworkInspect(name);
    if (Object.keys(Containers ?? {}).length > 0)
      return await report(warning(id, 'Resource is still in use'));
    await engine.NetworkDelete(Id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === 'notFound') return report(warning(id, 'No resource found to remove'));
    await report(failed(id));
    throw new CliError(`failed to remove network ${name}: Error response from daemon: ${error.message}`);
  }
  await report(done(id, 'Removed'));
}

async function removeResource(id: string, remove: Operation, report: Report): Promise<void> {
  await report(working(id, 'Removing'));
  try {
    await remove();
    await report(done(id, 'Removed'));
  } catch (error) {
    if (!(error instanceof ApiError) || (error.kind !== 'conflict' && error.kind !== 'notFound')) throw error;
    await report(
      error.kind === 'conflict'
        ? warning(id, 'Resource is still in use')
        : done(id, 'Warning: No resource found to remove'),
    );
  }
}

/** @see docker/compose v2.36.2 pkg/compose/image_pruner.go */
async function imagesToRemove({ engine }: Session, project: Project, mode: string): Promise<string[]> {
  if (mode === '') return [];
  const names = Object.entries(project.services)
    .filter(([, { image }]) => mode === 'all' || !image)
    .map(([name, service]) => imageName(project, name, service));
  const present: string[] = [];
  for (const name of new Set(names)) {
    if (await mayBeHere(engine, name))
      present.push(/[:@]/.test(name.slice(name.lastIndexOf('/') + 1)) ? name : `${name}:latest`);
  }
  return present.sort();
}

/** The removal tells what is wrong where we can't tell. */
async function mayBeHere(engine: EngineApi, image: string): Promise<boolean> {
  try {
    return (await findLocalImage(engine, image)) !== undefined;
  } catch (error) {
    if (error instanceof CliError) return true;
    throw error;
  }
}
