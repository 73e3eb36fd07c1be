import { loadState, saveState, type EngineSnapshot } from '../snapshot.ts';
import type { Engine } from '../create-engine.ts';
import { isRunnable } from '../swarm/task-states.ts';
import { unsettledServices } from '../swarm/testing/cluster-invariants.ts';
import { bootEngine } from './boot-engine.ts';
import { digestOf } from './digest.ts';
import { brokenRules, withoutImage } from './invariants.ts';
import { take, type Step } from './operations.ts';
import { watchSteps } from './watch-steps.ts';

/** What random steps led to. */
interface Lived {
  readonly broken: readonly string[];
  /** Before the steps, by each half of them, and at the end. */
  readonly moments: readonly { readonly snapshot: EngineSnapshot; readonly digest: string }[];
}

/** A daemon's life, with all that was wrong in it. */
export async function live(steps: readonly Step[], restore?: EngineSnapshot): Promise<Lived> {
  const booted = bootEngine(restore ? { restore } : {});
  const { engine, kernel, errors } = booted;
  const forbidden = watchSteps(engine);
  const broken: string[] = [];
  const moments: { snapshot: EngineSnapshot; digest: string }[] = [];
  const remember = (): void => {
    const snapshot = engine.save();
    moments.push({ snapshot, digest: digestOf(snapshot) });
  };
  await booted.asClient(async (api, proc) => {
    remember();
    for (const [index, one] of steps.entries()) {
      await take(api, proc, one);
      if (index === steps.length >> 1) remember();
      broken.push(...brokenRules(booted), ...withoutImage(engine));
    }
    await proc.sleep(20_000);
    broken.push(...unsettledServices(engine.store.state.swarm?.cluster), ...strayTasks(engine));
    const inContainers = [...engine.context.containers.values()].reduce(
      (sum, { runtime }) => sum + (runtime?.cgroup.processes ?? 0),
      0,
    );
    // The client itself is the one that is in none.
    const strays = kernel.rootCgroup.processes - inContainers - 1;
    if (strays) broken.push(`R35: ${strays} processes without a container`);
    // Here, since what restarts goes on while somebody hears that the client ended.
    remember();
  });
  // Where services restart their tasks for ever it is never idle, and would leave no turn for anybody.
  booted.queue.stop();
  broken.push(...brokenRules(booted), ...forbidden, ...errors.map(String));
  return { broken, moments };
}

/** Containers of tasks that the cluster does not want to run, or does not know any more. */
function strayTasks({ store: { state } }: Engine): string[] {
  return [...state.containers].flatMap(([, { name, status, config }]) => {
    const id = config.Labels?.['com.docker.swarm.task.id'];
    const task = id === undefined ? undefined : state.swarm?.cluster?.tasks.get(id);
    const isWanted = task ? isRunnable(task.desiredState) : id === undefined;
    return status === 'running' && !isWanted ? [`R34: ${name} runs, and nobody wants it`] : [];
  });
}

/** What is wrong after these steps: with the rules, with snapshots, with saving, with doing the same again. */
export async function brokenBy(steps: readonly Step[]): Promise<string[]> {
  const first = await live(steps);
  const broken = [...first.broken];
  for (const { snapshot, digest } of first.moments) {
    if (digestOf(snapshot) !== digest) broken.push('R20: a snapshot changed when the machine went on');
    if (digestOf(await savedAndLoaded(snapshot)) !== digest)
      broken.push('R36: saved and loaded, it is another');
  }
  const again = await live(steps);
  if (again.moments.at(-1)?.digest !== first.moments.at(-1)?.digest)
    broken.push('R5: the same steps led elsewhere');
  const [before] = first.moments;
  if (before) {
    // Undo is going on from a snapshot: what was done since must leave no trace.
    const [undone, fresh] = [await live([], before.snapshot), await live([], again.moments[0]?.snapshot)];
    broken.push(...undone.broken);
    if (undone.moments.at(-1)?.digest !== fresh.moments.at(-1)?.digest)
      broken.push('R36: undone, it is another');
  }
  const end = first.moments.at(-1);
  const restored = end && (await live([], await savedAndLoaded(end.snapshot)));
  broken.push(...(restored?.broken ?? []).map((one) => `restored: ${one}`));
  return broken;
}

async function savedAndLoaded(snapshot: EngineSnapshot): Promise<EngineSnapshot> {
  const texts = new Map<string, string>();
  const saved = saveState(snapshot.state, (_identity, text) => {
    texts.set(String(texts.size), text());
    return String(texts.size - 1);
  });
  return { ...snapshot, state: await loadState(saved, (hash) => Promise.resolve(texts.get(hash) ?? '')) };
}
