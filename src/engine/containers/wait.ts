import type { WaitResult } from '../../api/engine-api.ts';
import type { EngineContext } from '../engine-context.ts';
import { findContainer } from './find.ts';
import { isUp } from './is-up.ts';

/**
 * Registers at once, so that nothing is missed between wait and start; `done` waits. `next-exit` does not count an end that was before.
 * @throws ApiError notFound @see moby v28 daemon/wait.go, container/state.go Wait
 */
export function containerWait(
  context: EngineContext,
  reference: string,
  condition: 'not-running' | 'next-exit' | 'removed' = 'not-running',
): { done: () => Promise<WaitResult> } {
  const { store, kernel } = context;
  const container = findContainer(store.state, reference);
  const { id } = container;
  if (condition === 'not-running' && !isUp(container)) {
    const { exitCode } = container;
    return { done: async () => ({ StatusCode: exitCode }) };
  }
  const happened = kernel.scheduler.createWaitQueue();
  let result: WaitResult | undefined;
  let lastExitCode = container.exitCode;
  const stop = store.subscribe(({ state, before, events }) => {
    const now = state.containers.get(id);
    lastExitCode = now?.exitCode ?? lastExitCode;
    const ended = events.some((event) => event.Action === 'die' && event.Actor.ID === id);
    const gone = now === undefined && before.containers.has(id);
    if (!gone && !(ended && condition !== 'removed')) return;
    result = { StatusCode: lastExitCode };
    stop();
    happened.wakeAll();
  });
  return {
    done: async () => {
      try {
        while (!result) await happened.wait();
        return result;
      } finally {
        stop();
      }
    },
  };
}
