import type { ContainerStats } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime, ZERO_TIME } from '../time-format.ts';
import { cellOf, findContainer } from './find.ts';

/** Memory a process has before it does anything. Simplified: a real one measures; here it is counted by processes. */
const BYTES_PER_PROCESS = 1.2 * 1024 * 1024;

/** A reading each second; `stream: false` gives one. @see moby v28 daemon/stats.go */
export async function* containerStats(context: EngineContext, reference: string, options: { stream?: boolean } = {}): AsyncGenerator<ContainerStats> {
  const { id } = findContainer(context.store.state, reference);
  let before = reading(context, id, undefined);
  for (;;) {
    await context.kernel.clock.sleep(1000);
    if (!context.store.state.containers.has(id)) return;
    before = reading(context, id, before);
    yield before;
    if (options.stream === false) return;
  }
}

function reading(context: EngineContext, id: string, before: ContainerStats | undefined): ContainerStats {
  const { kernel } = context;
  const container = findContainer(context.store.state, id);
  const { runtime } = cellOf(context, id);
  const now = kernel.clock.now();
  const counters = runtime?.network.counters();
  const processes = runtime?.pids.processes().length ?? 0;
  return {
    read: formatTime(now),
    preread: before?.read ?? ZERO_TIME,
    id,
    name: `/${container.name}`,
    pids_stats: runtime ? { current: processes } : {},
    cpu_stats: {
      cpu_usage: { total_usage: (runtime?.process.cpuMicros() ?? 0) * 1000 },
      system_cpu_usage: (now - kernel.facts.bootMs) * 1e6 * kernel.facts.cpus,
      online_cpus: kernel.facts.cpus,
    },
    precpu_stats: before?.cpu_stats ?? { cpu_usage: { total_usage: 0 } },
    memory_stats: runtime ? { usage: processes * BYTES_PER_PROCESS, limit: container.hostConfig.Memory || kernel.facts.memoryBytes, stats: {} } : {},
    blkio_stats: { io_service_bytes_recursive: null },
    ...(counters ? { networks: { eth0: { rx_bytes: counters.receivedBytes, tx_bytes: counters.sentBytes, rx_packets: counters.receivedPackets, tx_packets: counters.sentPackets } } } : {}),
  };
}
