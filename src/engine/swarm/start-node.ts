import type { EngineContext } from '../engine-context.ts';
import { startAgent } from './agent/agent.ts';
import { createLocalDispatcher } from './local-dispatcher.ts';
import { startManager } from './manager.ts';

/** Runs what a node of a swarm runs: agent, and manager where it is one. @returns the way to stop */
export function startNode(context: EngineContext): () => void {
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
