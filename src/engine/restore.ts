import { createCell } from './containers/create-cell.ts';
import { updateContainer } from './containers/find.ts';
import { decodeLog } from './containers/log-file.ts';
import { startContainer } from './containers/start.ts';
import type { EngineContext } from './engine-context.ts';
import { withoutAddresses } from './networks/attach.ts';
import type { EngineSnapshot } from './snapshot.ts';
import type { ContainerRecord, EngineState } from './state.ts';

/** What a container has only while it runs; gone after a power cut. Its status stays, to know who has to run again. */
export function afterPowerCut(state: EngineState): EngineState {
  let { containers } = state;
  for (const [id, container] of state.containers) {
    const endpoints = withoutAddresses(container.endpoints);
    containers = containers.set(id, { ...container, pid: 0, execIds: [], endpoints, ports: new Map() });
  }
  return { ...state, containers };
}

/** Files and logs of the saved containers. */
export function restoreCells(context: EngineContext, snapshot: EngineSnapshot): void {
  for (const [chainId, tree] of snapshot.layerTrees) context.layerTrees.set(chainId, tree);
  for (const [id, container] of context.store.state.containers) {
    const chainId = context.store.state.images.get(container.imageId)?.topChainId ?? '';
    const cell = createCell(context, chainId, snapshot.containerTrees.get(id));
    for (const entry of decodeLog(snapshot.logs.get(id) ?? new Uint8Array(0))) cell.log.restore(entry);
    context.containers.set(id, cell);
  }
}

/** Power returned: what ran runs again from its command, in the order it was made. Nothing is announced or counted. */
export async function resumeContainers(context: EngineContext): Promise<void> {
  const live = [...context.store.state.containers]
    .map(([, container]) => container)
    .filter(({ status }) => status === 'running' || status === 'paused')
    .sort((a, b) => Number(isGuest(a)) - Number(isGuest(b)) || a.createdMs - b.createdMs);
  for (const container of live) await resumeOne(context, container);
}

/** It shares another's network, which has to be there first. */
function isGuest({ hostConfig }: ContainerRecord): boolean {
  return hostConfig.NetworkMode?.startsWith('container:') ?? false;
}

async function resumeOne(context: EngineContext, container: ContainerRecord): Promise<void> {
  try {
    await startContainer(context, container, false);
  } catch {
    updateContainer(context, container.id, { status: 'exited', finishedMs: context.kernel.clock.now() });
    return;
  }
  if (container.status !== 'paused') return;
  context.containers.get(container.id)?.runtime?.process.freeze();
  updateContainer(context, container.id, { status: 'paused' });
}
