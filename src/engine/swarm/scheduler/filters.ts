import { tableOf } from '../../../lib/table.ts';
import type { TaskRecord } from '../cluster-state.ts';
import { meetsConstraints } from './constraints.ts';
import { hostPorts, type NodeInfo } from './node-info.ts';

/** Why a node is not for a task. @see moby/swarmkit v2 manager/scheduler/filter.go */
interface Filter {
  fits(task: TaskRecord, info: NodeInfo): boolean;
  /** What is said of so many nodes that it kept out. */
  explain(nodes: number): string;
}

const onNodes = (what: string) => (nodes: number) => `${what} on ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`;

/** In the order they are asked. */
const FILTERS: readonly Filter[] = [
  {
    fits: (_task, { node }) => node.status.State === 'ready' && node.spec.Availability === 'active',
    explain: (nodes) => `${nodes} ${nodes === 1 ? 'node' : 'nodes'} not available for new tasks`,
  },
  {
    fits: ({ spec }, info) => {
      const { NanoCPUs = 0, MemoryBytes = 0, GenericResources = [] } = spec.Resources?.Reservations ?? {};
      // Nodes have such resources where their daemon was told so, and none is here.
      if (GenericResources.length > 0) return false;
      return NanoCPUs <= info.freeNanoCpus && MemoryBytes <= info.freeMemoryBytes;
    },
    explain: onNodes('insufficient resources'),
  },
  {
    fits: ({ spec }, { node }) =>
      hasPlugins(spec.ContainerSpec?.Mounts ?? [], node.description.Engine.Plugins),
    explain: onNodes('missing plugin'),
  },
  {
    fits: ({ spec }, { node }) => meetsConstraints(spec.Placement?.Constraints ?? [], node),
    explain: onNodes('scheduling constraints not satisfied'),
  },
  {
    fits: ({ spec }, { node }) => isPlatform(spec.Placement?.Platforms ?? [], node.description.Platform),
    explain: onNodes('unsupported platform'),
  },
  {
    fits: (task, info) => hostPorts(task).every((port) => !info.hostPorts.has(port)),
    explain: onNodes('host-mode port already in use'),
  },
  {
    fits: ({ spec, serviceId }, info) => {
      const limit = spec.Placement?.MaxReplicas ?? 0;
      return limit === 0 || (info.tasksByService.get(serviceId) ?? 0) < limit;
    },
    explain: () => 'max replicas per node limit exceed',
  },
];

function hasPlugins(
  mounts: readonly { VolumeOptions?: { DriverConfig?: { Name?: string } } | undefined }[],
  plugins: readonly { Type: string; Name: string }[],
): boolean {
  return mounts.every(({ VolumeOptions }) => {
    const driver = VolumeOptions?.DriverConfig?.Name ?? '';
    return driver === '' || plugins.some(({ Type, Name }) => Type === 'Volume' && Name === driver);
  });
}

/** What images call an architecture and what kernels do. @see moby/swarmkit v2 manager/scheduler/filter.go normalizeArch */
const ARCHITECTURES: Readonly<Record<string, string>> = tableOf({ x86_64: 'amd64', aarch64: 'arm64' });
const normalArchitecture = (name: string): string => ARCHITECTURES[name] ?? name;

function isPlatform(
  wanted: readonly { Architecture?: string; OS?: string }[],
  own: { Architecture: string; OS: string },
): boolean {
  if (wanted.length === 0) return true;
  return wanted.some(
    ({ Architecture = '', OS = '' }) =>
      (OS === '' || OS === own.OS) &&
      (Architecture === '' || normalArchitecture(Architecture) === normalArchitecture(own.Architecture)),
  );
}

/** The first filter that keeps a task from a node; undefined where it may run. */
export function obstacle(task: TaskRecord, info: NodeInfo): Filter | undefined {
  return FILTERS.find((filter) => !filter.fits(task, info));
}

/** What `docker service ps` shows of a task that no node is for: the most frequent reason first. @see moby/swarmkit v2 manager/scheduler/pipeline.go Explain */
export function explain(task: TaskRecord, infos: readonly NodeInfo[]): string {
  const counts = new Map<Filter, number>();
  for (const info of infos) {
    const filter = obstacle(task, info);
    if (filter) counts.set(filter, (counts.get(filter) ?? 0) + 1);
  }
  const reasons = [...counts].sort(([, a], [, b]) => b - a).map(([filter, nodes]) => filter.explain(nodes));
  return reasons.length ? `no suitable node (${reasons.join('; ')})` : 'no suitable node';
}
