import type { EngineContext } from '../engine-context.ts';
import { startAgent } from './agent/agent.ts';
import type { EngineState } from '../state.ts';
import { createLocalDispatcher } from './local-dispatcher.ts';
import { startManager } from './manager.ts';
import { swarmNodeOf } from './swarm-node.ts';

/**
 * Runs manager and agent of this machine while it is in a swarm: begins when it joins, ends when it leaves.
 * @param whenReady resolves when the containers of before a restore are up again; the agent looks at them only then
 */
export function armSwarm(context: EngineContext, whenReady: () => Promise<void>): () => void {
  const { store, kernel, swarmNode } = context;
  let running: { readonly nodeId: string; stop(): void } | undefined;
  let isShutDown = false;
  const describe = ({ swarm }: EngineState): void => {
    swarmNode.current = swarm && swarmNodeOf(context, swarm);
  };
  const follow = ({ swarm }: EngineState): void => {
    if (running?.nodeId === swarm?.nodeId) return;
    running?.stop();
    running = swarm && { nodeId: swarm.nodeId, stop: startNode(context) };
  };
  describe(store.state);
  kernel.task('swarm', async () => {
    await whenReady();
    if (!isShutDown) follow(store.state);
  });
  const stopWatching = store.subscribe(({ state, before }) => {
    if (state.swarm?.nodeId === before.swarm?.nodeId) return;
    describe(state);
    follow(state);
  });
  return () => {
    isShutDown = true;
    stopWatching();
    running?.stop();
  };
}

function startNode(context: EngineContext): () => void {
  const { swarm } = context.store.state;
  if (!swarm?.cluster) return () => undefined;
  const stopManager = startManager(context);
  const { tlsInfo } = swarm.cluster.cluster;
  const stopAgent = startAgent(context, createLocalDispatcher(context), swarm.nodeId, tlsInfo);
  return () => {
    stopAgent();
    stopManager();
  };
}
