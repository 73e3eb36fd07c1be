import type { EngineContext } from '../engine-context.ts';
import { addSystemEndpoint, removeSystemEndpoint } from './system-endpoints.ts';
import { hasContainers } from './users.ts';

/**
 * The balancer of an overlay has an endpoint in it while a container of this machine has one.
 * @see moby v28 libnetwork/network.go createLoadBalancerSandbox
 */
export function settleBalancer(context: EngineContext, networkId: string): void {
  const { state } = context.store;
  const network = state.networks.get(networkId);
  if (!network || network.driver !== 'overlay' || network.ingress) return;
  const sandbox = `lb-${network.name}`;
  if (hasContainers(state, network))
    addSystemEndpoint(context, networkId, { sandbox, name: `${network.name}-endpoint` });
  else removeSystemEndpoint(context, networkId, sandbox);
}
