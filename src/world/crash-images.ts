import type { EngineState } from '../engine/state.ts';
import { hostView } from './machine-image.ts';
import type { Machine } from './machine.ts';

/** IDs of the images whose programs crash, a line each: on the disk, so that it outlives the power. */
export const CRASHING = '/var/lib/drydock/crashing-images';

/** So long a program runs before it crashes. */
const CRASH_MS = 700;

/** The images of a machine whose programs crash. */
export function crashingImages({ kernel }: Machine): string[] {
  const view = hostView(kernel);
  return view.exists(CRASHING) ? view.readText(CRASHING).split('\n').filter(Boolean) : [];
}

/** From now on an image's programs crash on this machine soon after they started, those that run now too; or not any more. */
export function setCrashing(machine: Machine, imageId: string, isCrashing: boolean): void {
  const others = crashingImages(machine).filter((id) => id !== imageId);
  const view = hostView(machine.kernel);
  view.mkdirAll(CRASHING.slice(0, CRASHING.lastIndexOf('/')));
  view.writeFile(CRASHING, [...others, ...(isCrashing ? [imageId] : [])].map((id) => `${id}\n`).join(''));
  if (!isCrashing) return;
  for (const [id, { imageId: own, status }] of machine.engine.store.state.containers)
    if (own === imageId && status === 'running') crash(machine, id);
}

/** Lets what starts on this machine crash where its image is one of those. */
export function followCrashes(machine: Machine): void {
  machine.engine.store.subscribe(({ state, before }) => {
    if (state.containers === before.containers) return;
    for (const id of started(before, state))
      if (crashingImages(machine).includes(state.containers.get(id)?.imageId ?? '')) crash(machine, id);
  });
}

function started(before: EngineState, after: EngineState): string[] {
  return [...after.containers.changesSince(before.containers)].flatMap(({ key, before: old, after: now }) =>
    now?.status === 'running' && old?.startedMs !== now.startedMs ? [key] : [],
  );
}

/** As a program that reads where it may not; not one that was started since. */
function crash({ kernel, engine }: Machine, id: string): void {
  const { containers } = engine.context;
  const runtime = containers.get(id)?.runtime;
  kernel.task(`crash of ${id}`, async () => {
    await kernel.clock.sleep(CRASH_MS);
    if (containers.get(id)?.runtime === runtime) runtime?.process.fault('SIGSEGV');
  });
}
