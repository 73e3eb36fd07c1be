import { addressesIn } from '../networks/ipam.ts';
import { brokenClusterRules } from '../swarm/testing/cluster-invariants.ts';
import type { BootedEngine } from './boot-engine.ts';

/** What of SPEC.md does not hold right now: empty when all is well. */
export function brokenRules({ engine, kernel }: Pick<BootedEngine, 'engine' | 'kernel'>): string[] {
  const { state } = engine.store;
  const containers = [...state.containers].map(([, container]) => container);
  const broken: string[] = [];
  const unique = (rule: string, values: readonly string[]): void => {
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    if (twice.length) broken.push(`${rule}: ${twice.join()} twice`);
  };
  unique(
    'R3',
    containers.map(({ name }) => name),
  );
  unique(
    'R3',
    [...state.networks].flatMap(([, { name, forgotten }]) => (forgotten ? [] : name)),
  );
  const addresses = containers.flatMap(({ endpoints, gatewayEndpoint }) =>
    [...endpoints.values(), ...(gatewayEndpoint ? [gatewayEndpoint] : [])]
      .filter(({ address }) => address)
      .map(({ networkId, address }) => `${networkId} ${address}`),
  );
  const ofDaemon = [...state.networks].flatMap(([id, { systemEndpoints = [] }]) =>
    systemEndpoints.map(({ address }) => `${id} ${address}`),
  );
  unique('R13', [...addresses, ...ofDaemon]);
  for (const [id, network] of state.networks) {
    const segment = engine.context.segments.get(id);
    const known = [...addressesIn(state, network)].filter((one) => one !== network.ipam.config[0]?.Gateway);
    for (const address of known)
      if (segment && !segment.endpoint(address))
        broken.push(`R13: ${address} of ${network.name} is not plugged in`);
  }
  const ports = containers.flatMap((container) =>
    [...container.ports].flatMap(([port, bindings]) =>
      bindings.map(({ hostIp, hostPort }) => `${hostIp}:${hostPort}/${String(port.split('/')[1])}`),
    ),
  );
  unique('R14', ports);
  for (const container of containers) {
    const { id, name, status } = container;
    const cell = engine.context.containers.get(id);
    const isUp = status === 'running' || status === 'paused';
    if (!cell) broken.push(`R4: ${name} has no cell`);
    if ((cell?.runtime !== undefined) !== isUp)
      broken.push(`R7: ${name} is ${status} ${cell?.runtime ? 'with' : 'without'} runtime`);
    if (container.pid > 0 !== isUp) broken.push(`R7: ${name} is ${status} with pid ${container.pid}`);
    if (!isUp && container.ports.size) broken.push(`R14: ${name} is ${status} and holds ports`);
    if (
      !isUp &&
      (container.gatewayEndpoint || [...container.endpoints.values()].some(({ address }) => address))
    )
      broken.push(`R13: ${name} is ${status} with an address`);
    if (container.chainId && !state.layers.has(container.chainId))
      broken.push(`R4: layers of ${name} are gone`);
    for (const mount of container.mounts) {
      if (mount.type === 'volume' && !state.volumes.has(mount.name))
        broken.push(`R17: volume ${mount.name} of ${name} is gone`);
    }
  }
  const forwarded = kernel.hostNetwork.listeners().filter(({ program }) => program === 'docker-proxy').length;
  const published = containers.flatMap(({ ports }) =>
    [...ports]
      .filter(([port]) => port.endsWith('/tcp'))
      .flatMap(([, b]) => b.filter(({ hostIp }) => hostIp !== '::')),
  );
  if (forwarded !== published.length)
    broken.push(`R14: ${forwarded} forwards for ${published.length} published ports`);
  return [...broken, ...brokenClusterRules(state.swarm?.cluster)];
}

/** Containers whose image is gone, which only force does (R4). */
export const withoutImage = ({ store: { state } }: BootedEngine['engine']): string[] =>
  [...state.containers].flatMap(([, { name, imageId }]) =>
    state.images.has(imageId) ? [] : [`R4: image of ${name} is gone`],
  );
