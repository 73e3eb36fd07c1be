import type { ComposeContext } from '../compose-command.ts';
import { inDependencyOrder } from '../converge/dependency-order.ts';
import { observe } from '../converge/observe.ts';
import { runHook } from '../converge/run-hook.ts';
import { progressName, serviceOf } from '../names.ts';
import { timeoutOf } from '../options/read-options.ts';
import { inParallel } from '../parallel.ts';
import { done, working } from '../progress/progress-event.ts';
import { projectOfContainers, projectOrName } from '../project-or-name.ts';
import type { Project } from '../project.ts';
import { openSession, underProgress } from '../session.ts';

/** Stops and starts the same containers again. @see docker/compose v2.36.2 pkg/compose/restart.go */
export async function runRestart(context: ComposeContext): Promise<number> {
  const { args, flags } = context;
  const { name, project: known } = await projectOrName(context, []);
  const session = await openSession(context);
  const containers = await observe(session.engine, name, { all: true, oneOff: 'exclude' });
  const project = known ?? projectOfContainers(name, containers);
  const wanted = flags.bool('no-deps') ? args : withDependents(project, args);
  const timeout = timeoutOf(flags);
  await underProgress(
    session,
    (report) =>
      inDependencyOrder(session.proc, project.services, async (service) => {
        if (args.length > 0 && !wanted.includes(service)) return;
        const own = containers.filter((container) => serviceOf(container) === service);
        const { pre_stop = [], post_start = [] } = project.services[service] ?? {};
        await inParallel(session.proc, own, async (container) => {
          if (container.State === 'running')
            for (const hook of pre_stop) await runHook(session, container, hook, undefined);
          await report(working(progressName(container), 'Restarting'));
          await session.engine.ContainerRestart(container.Id, timeout === undefined ? {} : { t: timeout });
          for (const hook of post_start) await runHook(session, container, hook, undefined);
          await report(done(progressName(container), 'Started'));
        });
      }),
    'Restarting',
  );
  return 0;
}

/** Those named, and those that want to be restarted with them. */
function withDependents({ services }: Project, names: readonly string[]): string[] {
  const dependents = Object.entries(services).filter(([, { depends_on = {} }]) =>
    names.some((name) => depends_on[name]?.restart),
  );
  return [...names, ...dependents.map(([name]) => name)];
}
