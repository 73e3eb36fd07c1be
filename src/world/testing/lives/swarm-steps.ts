import fc from 'fast-check';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { NodeSpec } from '../../../api/swarm-types.ts';
import type { Operation } from '../../../engine/testing/operations.ts';
import { SERVICE_OPERATIONS } from '../../../engine/testing/swarm-operations.ts';
import type { World } from '../../world.ts';
import { MACHINES } from './steps.ts';

/** Does what `docker node update` does, to the node of a machine. */
async function changeNode(api: EngineApi, hostname: string, to: Partial<NodeSpec>): Promise<void> {
  const node = await api.NodeInspect(hostname);
  await api.NodeUpdate(node.ID, { version: node.Version.Index }, { ...node.Spec, ...to });
}

/** What a client may do with the nodes of a swarm; `name` is a machine's. */
export const NODE_OPERATIONS: readonly Operation[] = [
  (api, name) => changeNode(api, name, { Availability: 'drain' }),
  (api, name) => changeNode(api, name, { Availability: 'pause' }),
  (api, name) => changeNode(api, name, { Availability: 'active' }),
  (api, name) => changeNode(api, name, { Availability: 'active' }),
  (api, name) => changeNode(api, name, { Role: 'manager' }),
  (api, name) => changeNode(api, name, { Role: 'worker' }),
  (api, name) => api.NodeDelete(name, {}),
  // Not by force: who may be the last manager would end the swarm.
  (api) => api.SwarmLeave({}),
];

const pauseMs = fc.constantFrom(10, 300, 3000, 12_000, 40_000);
const machine = fc.constantFrom(...MACHINES);

const swarmStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('service'),
      machine,
      operation: fc.nat(SERVICE_OPERATIONS.length - 1),
      name: fc.constantFrom('a1', 'b1', 'c1'),
      pauseMs,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('node'),
      machine,
      operation: fc.nat(NODE_OPERATIONS.length - 1),
      name: machine,
      pauseMs,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('join'),
      machine,
      as: fc.constantFrom('worker', 'manager'),
      to: machine,
      pauseMs,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('hardware'),
      machine,
      deed: fc.constantFrom('off', 'on', 'unplug', 'plug'),
      pauseMs,
    }),
  },
);

export type SwarmStep = typeof swarmStep extends fc.Arbitrary<infer T> ? T : never;

/** How many of the machines are managers in the beginning, and what happens then. */
export interface SwarmSteps {
  readonly managers: number;
  readonly steps: readonly SwarmStep[];
}

export const swarmLives = (maxLength: number): fc.Arbitrary<SwarmSteps> =>
  fc.record({
    managers: fc.constantFrom(1, 2, 3),
    steps: fc.array(swarmStep, { minLength: 2, maxLength, size: 'max' }),
  });

/** What a step does as a client of its machine; undefined for what is done from outside. */
export function operationOf(
  step: SwarmStep,
  { machines }: World,
): ((api: EngineApi) => Promise<unknown>) | undefined {
  switch (step.do) {
    case 'service':
      return (api) => SERVICE_OPERATIONS[step.operation]?.(api, step.name, step.name) ?? Promise.resolve();
    case 'node':
      return (api) => NODE_OPERATIONS[step.operation]?.(api, step.name, step.name) ?? Promise.resolve();
    case 'join':
      return async (api) => {
        const manager = machines.find(({ name }) => name === step.to);
        const { joinTokens } = manager?.engine.store.state.swarm?.cluster?.cluster ?? {};
        if (!manager || !joinTokens) return;
        const address = manager.kernel.hostNetwork.ownAddress ?? '';
        await api.SwarmJoin({
          ListenAddr: '0.0.0.0:2377',
          AdvertiseAddr: '',
          RemoteAddrs: [`${address}:2377`],
          JoinToken: joinTokens[step.as],
        });
      };
    case 'hardware':
      return undefined;
  }
}
