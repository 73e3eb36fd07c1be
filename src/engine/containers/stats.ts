import type { ContainerStats, CpuStats } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { formatTime, ZERO_TIME } from '../time-format.ts';
import { findContainer } from './find.ts';

const PERIOD_MS = 1000;
const NO_CPU: CpuStats = { cpu_usage: { total_usage: 0 } };

/**
 * A reading each second. `stream: false` gives one, compared with a second before it; `oneShot` one at once, as does a container that does not run.
 * @throws ApiError notFound @see moby v28 daemon/stats.go
 */
export async function* containerStats(
  context: EngineContext,
  reference: string,
  { stream = true, oneShot = false }: { stream?: boolean; oneShot?: boolean } = {},
): AsyncGenerator<ContainerStats> {
  const { id } = findContainer(context.store.state, reference);
  let before = reading(context, findContainer(context.store.state, id), undefined);
  if (!stream && (oneShot || before.pids_stats.current === undefined)) {
    yield before;
    return;
  }
  for (;;) {
    await context.kernel.clock.sleep(PERIOD_MS);
    const container = context.store.state.containers.get(id);
    if (!container) return;
    before = reading(context, container, before);
    yield before;
    if (!stream) return;
  }
}

function reading(
  context: EngineContext,
  container: ContainerRecord,
  before: ContainerStats | undefined,
): ContainerStats {
  const { kernel } = context;
  const runtime = context.containers.get(container.id)?.runtime;
  const base = {
    read: runtime ? formatTime(kernel.clock.now()) : ZERO_TIME,
    preread: before?.read ?? ZERO_TIME,
    id: container.id,
    name: `/${container.name}`,
    precpu_stats: before?.cpu_stats ?? NO_CPU,
    blkio_stats: { io_service_bytes_recursive: null },
  };
  if (!runtime) return { ...base, pids_stats: {}, cpu_stats: NO_CPU, memory_stats: {} };
  const { processes, memoryBytes } = runtime.cgroup;
  const limit = container.hostConfig.Memory || kernel.facts.memoryBytes;
  return {
    ...base,
    pids_stats: { current: processes },
    cpu_stats: {
      cpu_usage: { total_usage: runtime.cgroup.cpuMicros * 1000 },
      system_cpu_usage: (kernel.clock.now() - kernel.facts.bootMs) * 1e6 * kernel.facts.cpus,
      online_cpus: kernel.facts.cpus,
    },
    memory_stats: { usage: memoryBytes, limit, stats: {} },
    ...networkStats(container, runtime.network.counters()),
  };
}

/** A container without a network namespace of its own has no counters. */
function networkStats(
  { hostConfig }: ContainerRecord,
  counted: { receivedBytes: number; sentBytes: number; receivedPackets: number; sentPackets: number },
): Pick<ContainerStats, 'networks'> {
  const mode = hostConfig.NetworkMode ?? '';
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return {};
  const {
    receivedBytes: rx_bytes,
    sentBytes: tx_bytes,
    receivedPackets: rx_packets,
    sentPackets: tx_packets,
  } = counted;
  return { networks: { eth0: { rx_bytes, tx_bytes, rx_packets, tx_packets } } };
}
