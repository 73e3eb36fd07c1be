import type { EngineContext } from '../engine-context.ts';
import type { TaskStatusRecord } from './cluster-state.ts';
import type { Dispatcher, DispatcherSession } from './dispatcher.ts';
import { createLocalDispatcher } from './local-dispatcher.ts';

/**
 * The dispatcher of whoever leads the swarm, wherever that is. While nobody in reach does, tasks go on as they are; afterwards the leader is told what became
 * of them. @see moby/swarmkit v2 agent/session.go, agent/reporter.go
 */
export function createFabricDispatcher(context: EngineContext): Dispatcher {
  return {
    open: (nodeId, description, onAssignments): DispatcherSession => {
      const last = new Map<string, TaskStatusRecord>();
      let leader: EngineContext | undefined;
      let session: DispatcherSession | undefined;
      const connect = (): void => {
        const next = context.fabric.leader(context);
        if (next === leader) return;
        session?.close();
        leader = next;
        session =
          next &&
          createLocalDispatcher(next).open(nodeId, description, (message) => {
            for (const id of message.removed) last.delete(id);
            onAssignments(message);
          });
        session?.updateTaskStatus([...last].map(([taskId, status]) => ({ taskId, status })));
      };
      const stop = context.fabric.onChange(connect);
      connect();
      return {
        updateTaskStatus: (updates) => {
          for (const { taskId, status } of updates) last.set(taskId, status);
          session?.updateTaskStatus(updates);
        },
        close: () => {
          stop();
          session?.close();
        },
      };
    },
  };
}
