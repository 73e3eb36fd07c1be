import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { progressName } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done } from '../progress/progress-event.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession, underProgress } from '../session.ts';

/** Pauses what runs. @see docker/compose v2.36.2 pkg/compose/pause.go */
export function runPause(context: ComposeContext): Promise<number> {
  return forEachContainer(context, 'Paused');
}

/** Lets go on what was paused. */
export function runUnpause(context: ComposeContext): Promise<number> {
  return forEachContainer(context, 'Unpaused');
}

async function forEachContainer(context: ComposeContext, word: 'Paused' | 'Unpaused'): Promise<number> {
  const { proc, args } = context;
  const { name } = await projectOrName(context, args);
  const session = await openSession(context);
  const { engine } = session;
  const containers = await observe(engine, name, { all: false, oneOff: 'exclude', services: args });
  await underProgress(session, (report) =>
    inParallel(proc, containers, async (container) => {
      await (word === 'Paused' ? engine.ContainerPause(container.Id) : engine.ContainerUnpause(container.Id));
      await report(done(progressName(container), word));
    }),
  );
  return 0;
}
