import type { StartedProcess } from './kernel.ts';
import type { WaitStatus } from './process.ts';
import type { ProcessEntry } from './process-entry.ts';
import type { ProcessTable } from './process-table.ts';

/** A process as its starter holds it. */
export function startedProcess(entry: ProcessEntry, table: ProcessTable): StartedProcess {
  const ended = table.queue.createWaitQueue();
  let status: WaitStatus | undefined;
  table.onEnd(entry, (result) => {
    status = result;
    ended.wakeAll();
  });
  const { namespace, cgroup } = entry;
  const all = (): ProcessEntry[] =>
    [...namespace.entries.values()].filter(
      (other) => other.namespace === namespace && other.cgroup === cgroup,
    );
  return {
    pid: entry.hostPid,
    get done() {
      return status !== undefined;
    },
    wait: async () => {
      while (!status) await ended.wait();
      return status;
    },
    kill: (signal, options = {}) => {
      for (const target of options.all ? all() : [entry]) table.signal(target, signal, true);
    },
    fault: (signal) => table.end(entry, { signal }),
    freeze: () => all().forEach((other) => table.freeze(other)),
    resume: () => all().forEach((other) => table.thaw(other)),
  };
}
