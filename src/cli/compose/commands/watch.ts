import type { ComposeContext } from '../compose-command.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { startServices } from '../converge/start-services.ts';
import { Mailbox } from '../mailbox.ts';
import { createOptions } from '../options/read-options.ts';
import type { Project } from '../project.ts';
import { openSession, underProgress, type Session } from '../session.ts';
import { WatchSession } from '../watch/watch-session.ts';

/** Makes a project run, and brings what changes in its folders into its containers until somebody interrupts. @see docker/compose v2.36.2 cmd/compose/watch.go */
export async function runWatch(context: ComposeContext): Promise<number> {
  const { proc, args, flags, loadProject } = context;
  const project = await loadProject({ services: args });
  const session = await openSession(context);
  const quiet = flags.bool('quiet');
  if (!flags.bool('no-up')) await start(context, session, project, quiet);
  const changes = new Mailbox<'changed'>(proc);
  const watch = new WatchSession(session, project, {
    prune: !flags.has('prune') || flags.bool('prune'),
    quiet,
    log: async (line) => {
      await proc.out(`${line}\n`);
    },
    onChange: () => changes.push('changed'),
  });
  await watch.begin();
  for (;;) {
    await changes.next();
    await watch.settle();
  }
}

/** What can be built and is watched is built anew. */
async function start(
  { flags }: ComposeContext,
  session: Session,
  project: Project,
  quiet: boolean,
): Promise<void> {
  const services = Object.entries(project.services).map(([name, service]) => [
    name,
    service.build && service.develop ? { ...service, pull_policy: 'build' } : service,
  ]);
  const built = { ...project, services: Object.fromEntries(services) as Project['services'] };
  const images = await ensureImages(session, built, {
    build: 'missing',
    quietPull: quiet,
    buildFlags: { quiet },
  });
  const options = {
    ...createOptions(flags, project, []),
    recreateDependencies: 'never',
    removeOrphans: false,
  } as const;
  await underProgress(session, async (report) => {
    await createProject(session, project, images, options, report);
    await startServices(session, project, {}, report);
  });
}
