import { isUp } from './containers/is-up.ts';
import type { ContainerRecord, EndpointRecord, EngineState } from './state.ts';
import type { SwarmState } from './swarm/cluster-state.ts';
import { isLeading } from './swarm/fabric.ts';

/** The state as it is after the power returned: what only runs is gone. Returns the containers to start again. */
export function afterPowerLoss(state: EngineState): { state: EngineState; toStart: string[] } {
  const toStart: string[] = [];
  let containers = state.containers;
  for (const [id, container] of state.containers) {
    if (isUp(container)) toStart.push(id);
    containers = containers.set(id, withoutRuntime(container));
  }
  return { state: { ...state, containers, swarm: withoutLeader(state.swarm) }, toStart };
}

/** Whoever led among others finds out first whether it still does: they may have gone on without it. */
function withoutLeader(swarm: SwarmState | undefined): SwarmState | undefined {
  const managers = [...(swarm?.cluster?.nodes ?? [])].filter(([, { manager }]) => manager).length;
  return swarm && managers > 1 && isLeading(swarm) ? { ...swarm, leaderId: '' } : swarm;
}

function withoutRuntime(container: ContainerRecord): ContainerRecord {
  const endpoints = new Map<string, EndpointRecord>();
  for (const [name, endpoint] of container.endpoints)
    endpoints.set(name, { ...endpoint, endpointId: '', address: '', gateway: '', mac: '', prefix: 0 });
  return {
    ...container,
    endpoints,
    gatewayEndpoint: undefined,
    ports: new Map(),
    pid: 0,
    execIds: [],
    ...(isUp(container) ? { status: 'exited' } : {}),
  };
}
