import type { EngineContext } from '../engine-context.ts';
import { adoptOverlay, dropOverlay } from '../networks/adopt-overlay.ts';
import type { EngineState } from '../state.ts';
import { startAgent } from './agent/agent.ts';
import { createFabricDispatcher } from './fabric-dispatcher.ts';
import { isLeading } from './fabric.ts';
import { startManager } from './manager.ts';
import {
  ELECTION_MS,
  expireNodes,
  HEARTBEAT_GRACE_MS,
  settleManagers,
  settleRoles,
  stepDown,
} from './settle-swarm.ts';

/** Runs what a node of a swarm runs: agent, and manager where it is the one that decides. @returns the way to stop */
export function startNode(context: EngineContext): () => void {
  const { store, fabric } = context;
  const { swarm } = store.state;
  if (!swarm) return () => undefined;
  let stopManager: (() => void) | undefined;
  const follow = (): void => {
    if (isLeading(store.state.swarm)) stopManager ??= startManager(context);
    else {
      stopManager?.();
      stopManager = undefined;
    }
  };
  follow();
  const { tlsInfo = {} } = fabric.leader(context)?.store.state.swarm?.cluster?.cluster ?? {};
  const stopAgent = startAgent(context, createFabricDispatcher(context), swarm.nodeId, tlsInfo);
  const stopWatching = store.subscribe(({ state, before }) => {
    if (state.swarm?.leaderId === before.swarm?.leaderId && state.swarm?.cluster === before.swarm?.cluster)
      return;
    follow();
    if (state.swarm?.cluster?.nodes !== before.swarm?.cluster?.nodes) roles();
  });
  const roles = (): void => {
    if (isLeading(store.state.swarm)) context.kernel.task('roles', async () => settleRoles(context));
  };
  const stopSharing = store.subscribe(({ state, before }) => {
    if (state.swarm?.cluster && state.networks !== before.networks) shareChanges(context, state, before);
  });
  const stopHearing = watchNodes(context);
  return () => {
    stopHearing();
    stopSharing();
    stopWatching();
    stopAgent();
    stopManager?.();
  };
}

/** What a manager makes or takes away of the swarm's networks the other managers have, or nobody. */
function shareChanges(context: EngineContext, state: EngineState, before: EngineState): void {
  for (const { key, before: old, after } of state.networks.changesSince(before.networks)) {
    if ((after ?? old)?.scope !== 'swarm') continue;
    const isGone = !after || after.forgotten;
    for (const other of context.fabric.reachable(context))
      if (other === context) continue;
      else if (isGone) dropOverlay(other, key);
      else if (other.store.state.swarm?.cluster) adoptOverlay(other, after);
  }
}

/** When it starts and after each change of the cables: who leads, and later who is down. @returns the way to stop */
function watchNodes(context: EngineContext): () => void {
  const { kernel, fabric } = context;
  const timers = new Set<() => void>();
  const later = (ms: number, run: () => void): void => {
    const cancel = kernel.clock.at(kernel.clock.now() + ms, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
  };
  const look = (): void => {
    stepDown(context);
    later(ELECTION_MS, () => {
      settleManagers(context);
      settleRoles(context);
      fabric.changed();
    });
    later(ELECTION_MS + HEARTBEAT_GRACE_MS, () => expireNodes(context));
  };
  const stop = fabric.lan?.onChange(look);
  if (stop) look();
  return () => {
    stop?.();
    for (const cancel of timers) cancel();
  };
}
