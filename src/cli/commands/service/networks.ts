import type { EngineApi } from '../../../api/engine-api.ts';
import type { TaskNetwork } from '../../../api/service-types.ts';
import { parseNetworkSpec } from '../../opts/network-spec.ts';

/** The networks that flags name, by their IDs and in that order. @throws ApiError for one that is not there. @see docker/cli v28.2.2 cli/command/service/opts.go resolveNetworkID */
export async function serviceNetworks(engine: EngineApi, texts: readonly string[]): Promise<TaskNetwork[]> {
  const networks: TaskNetwork[] = [];
  for (const text of texts) {
    const { target, aliases, driverOpts } = parseNetworkSpec(text);
    networks.push({
      Target: await networkId(engine, target),
      ...(aliases.length ? { Aliases: aliases } : {}),
      ...(driverOpts ? { DriverOpts: driverOpts } : {}),
    });
  }
  return networks.sort(byTarget);
}

export async function networkId(engine: EngineApi, name: string): Promise<string> {
  return (await engine.NetworkInspect(name, { scope: 'swarm' })).Id;
}

export function byTarget(a: TaskNetwork, b: TaskNetwork): number {
  return a.Target < b.Target ? -1 : 1;
}
