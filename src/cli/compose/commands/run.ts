import { CliError } from '../../cli-error.ts';
import { streamAttached } from '../../commands/container/stream-attached.ts';
import { passOn } from '../../commands/container/pass-on.ts';
import type { ComposeContext } from '../compose-command.ts';
import { createContainer } from '../converge/create-container.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { byService, observe } from '../converge/observe.ts';
import { resolveReferences } from '../converge/references.ts';
import { runHook } from '../converge/run-hook.ts';
import { serviceLabels } from '../converge/service-labels.ts';
import { startServices } from '../converge/start-services.ts';
import { waitDependencies } from '../converge/wait-dependencies.ts';
import { LABEL } from '../labels.ts';
import { createOptions, imageOptions, withoutDependencies } from '../options/read-options.ts';
import { runService } from '../options/run-service.ts';
import { done, working } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import { serviceHash } from '../service-hash.ts';
import { openSession, underProgress, type Session } from '../session.ts';

/** Runs a command in a new container of a service, after what the service depends on, and ends as it does. @see docker/compose v2.36.2 cmd/compose/run.go, pkg/compose/run.go */
export async function runRun(context: ComposeContext): Promise<number> {
  const { flags, args, proc, loadProject } = context;
  const [name = ''] = args;
  if (flags.list('publish').length > 0 && flags.bool('service-ports'))
    throw new CliError('--service-ports and --publish are incompatible');
  const whole = await loadProject({ services: [name] });
  const declared = whole.services[name];
  if (!declared) throw new CliError(`no such service: ${name}`);
  const service = runService(context, whole, declared);
  const selected = flags.bool('no-deps') ? withoutDependencies(whole, [name]) : whole;
  const project = { ...selected, services: { ...selected.services, [name]: service } };
  const session = await openSession(context);
  await startDependencies(context, session, project, name);
  const images = await ensureImages(session, only(project, name), {
    ...imageOptions(flags),
    build: flags.bool('build') ? 'always' : 'missing',
  });
  if (!flags.bool('no-deps')) await waitForDependencies(session, project, name);
  const { Id, Names } = await createOneOff(context, session, project, name, images.get(name) ?? '');
  if (session.dryRun) return 0;
  if (!flags.bool('detach')) return attach(context, session, Id, service);
  await session.engine.ContainerStart(Id);
  await proc.out(`${Names[0]?.replace('/', '') ?? ''}\n`);
  return 0;
}

function only(project: Project, name: string): Project {
  const service = project.services[name];
  return { ...project, services: service ? { [name]: service } : {} };
}

/** Networks and volumes are seen to even where there is nothing to start. */
async function startDependencies(
  { flags }: ComposeContext,
  session: Session,
  project: Project,
  name: string,
): Promise<void> {
  const { [name]: target, ...others } = project.services;
  const disabledServices = { ...project.disabledServices, ...(target ? { [name]: target } : {}) };
  const dependencies = { ...project, services: others, disabledServices };
  const options = createOptions(flags, dependencies, []);
  const images = await ensureImages(session, dependencies, {
    ...imageOptions(flags),
    build: 'missing',
  });
  await underProgress(session, async (report) => {
    await createProject(session, dependencies, images, options, report);
    if (Object.keys(others).length > 0) await startServices(session, dependencies, {}, report);
  });
}

async function waitForDependencies(session: Session, project: Project, name: string): Promise<void> {
  const observed = await observe(session.engine, project.name, { all: true, oneOff: 'exclude' });
  const context = { project, containers: byService(observed), isOver: () => false };
  await underProgress(session, (report) =>
    waitDependencies(session, name, project.services[name]?.depends_on ?? {}, context, report),
  );
}

async function createOneOff(
  { flags, proc }: ComposeContext,
  session: Session,
  project: Project,
  name: string,
  image: string,
): ReturnType<typeof createContainer> {
  const observed = await observe(session.engine, project.name, { all: true, oneOff: 'exclude' });
  const containers = byService(observed);
  const service = resolveReferences(project.services[name] as Service, containers);
  const slug = Array.from({ length: 8 }, () => proc.random().toString(16).padStart(8, '0')).join('');
  const containerName = service.container_name || `${project.name}-${name}-run-${slug.slice(0, 12)}`;
  const labels = serviceLabels(project, name, service, { hash: serviceHash(service), image, oneOff: true });
  return underProgress(session, async (report) => {
    const isShown = session.mode !== 'tty';
    if (isShown) await report(working(`Container ${containerName}`, 'Creating'));
    const created = await createContainer(
      session,
      {
        project,
        name,
        service,
        containers,
        containerName,
        number: 1,
        labels: { ...labels, [LABEL.slug]: slug },
        useAliases: flags.bool('use-aliases'),
        attachStdin: service.stdin_open ?? false,
        autoRemove: flags.bool('rm'),
      },
      report,
    );
    if (isShown) await report(done(`Container ${containerName}`, 'Created'));
    return created;
  });
}

async function attach(
  context: ComposeContext,
  session: Session,
  id: string,
  service: Service,
): Promise<number> {
  const { proc, flags } = context;
  const { engine } = session;
  const { tty = false, stdin_open: stdin = false } = service;
  const stream = await engine.ContainerAttach(id, { stdin, stdout: true, stderr: true, stream: true });
  const exit = await engine.ContainerWait(id, flags.bool('rm') ? 'removed' : 'next-exit');
  try {
    await engine.ContainerStart(id);
  } catch (error) {
    stream.close();
    if (flags.bool('rm')) await engine.ContainerDelete(id, { force: true }).catch(() => undefined);
    throw error;
  }
  const [container] = await engine.ContainerList({ all: true, filters: { id: [id] } });
  for (const hook of service.post_start ?? [])
    if (container) await runHook(session, container, hook, undefined);
  const ended = await streamAttached(proc, stream, { stdin, tty, ...passOn(context, engine, id, tty) });
  return ended === 'detached' ? 0 : (await exit.done()).StatusCode;
}
