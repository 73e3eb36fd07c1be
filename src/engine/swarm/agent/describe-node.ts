import type { Node } from '../../../api/swarm-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { ENGINE_VERSION } from '../../system/version.ts';

const PLUGINS = [
  ...['json-file', 'none'].map((Name) => ({ Type: 'Log', Name })),
  ...['bridge', 'host', 'null', 'overlay'].map((Name) => ({ Type: 'Network', Name })),
  { Type: 'Volume', Name: 'local' },
];

/** What a node says of itself when it registers. @see moby v28 daemon/cluster/executor/container/executor.go Describe */
export function describeNode(
  { kernel }: EngineContext,
  tlsInfo: Readonly<Record<string, string>>,
): Node['Description'] {
  const { facts, hostUts } = kernel;
  return {
    Hostname: hostUts.hostname,
    Platform: { Architecture: facts.architecture === 'amd64' ? 'x86_64' : 'aarch64', OS: 'linux' },
    Resources: { NanoCPUs: facts.cpus * 1e9, MemoryBytes: facts.memoryBytes },
    Engine: { EngineVersion: ENGINE_VERSION, Plugins: PLUGINS },
    TLSInfo: { ...tlsInfo },
  };
}
