import type { EngineContext } from '../engine-context.ts';
import type { EngineState } from '../state.ts';
import { swarmNodeOf } from './swarm-node.ts';

/**
 * Runs manager and agent of this machine while it is in a swarm: begins when it joins, ends when it leaves.
 * @param whenReady resolves when the containers of before a restore are up again; the agent looks at them only then
 */
export function armSwarm(context: EngineContext, whenReady: () => Promise<void>): () => void {
  const { store, kernel, swarmNode } = context;
  let running: { readonly nodeId: string; stop(): void } | undefined;
  let isShutDown = false;
  /** The machine was a node before it was restored, and its code did not come: with the next change it is tried again. */
  let isMissing = false;
  const describe = ({ swarm }: EngineState): void => {
    swarmNode.current = swarm && swarmNodeOf(context, swarm);
  };
  const stop = (): void => {
    running?.stop();
    running = undefined;
  };
  const follow = async (): Promise<void> => {
    const startNode = await context.loadNode().catch((error: unknown) => {
      isMissing = true;
      throw error;
    });
    const { swarm } = store.state;
    if (isShutDown || running?.nodeId === swarm?.nodeId) return;
    running?.stop();
    running = swarm && { nodeId: swarm.nodeId, stop: startNode(context) };
  };
  describe(store.state);
  kernel.task('swarm', async () => {
    await whenReady();
    if (store.state.swarm) await follow();
  });
  const stopWatching = store.subscribe(({ state, before }) => {
    const isSameNode = state.swarm?.nodeId === before.swarm?.nodeId;
    const isSameRole = (state.swarm?.cluster === undefined) === (before.swarm?.cluster === undefined);
    if (isMissing && state.swarm) {
      isMissing = false;
      kernel.task('swarm', follow);
    }
    if (isSameNode && isSameRole) return;
    describe(state);
    if (isSameNode) return;
    if (state.swarm) kernel.task('swarm', follow);
    else stop();
  });
  return () => {
    isShutDown = true;
    stopWatching();
    stop();
  };
}
