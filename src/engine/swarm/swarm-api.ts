import type { SwarmApi } from '../../api/swarm-types.ts';
import type { EngineContext } from '../engine-context.ts';

/** The operations of a swarm, loaded when the first of them is asked for: most machines never are in one. The world stands still meanwhile. */
export function createSwarmApi(context: EngineContext): SwarmApi {
  let operations: SwarmApi | undefined;
  const load = async (): Promise<SwarmApi> =>
    (operations ??= (
      await context.kernel.scheduler.hold(import('./control/swarm-operations.ts'))
    ).swarmOperations(context));
  return {
    SwarmInit: async (...given) => (await load()).SwarmInit(...given),
    SwarmJoin: async (...given) => (await load()).SwarmJoin(...given),
    SwarmLeave: async (...given) => (await load()).SwarmLeave(...given),
    SwarmInspect: async (...given) => (await load()).SwarmInspect(...given),
    SwarmUpdate: async (...given) => (await load()).SwarmUpdate(...given),
    NodeList: async (...given) => (await load()).NodeList(...given),
    NodeInspect: async (...given) => (await load()).NodeInspect(...given),
    NodeUpdate: async (...given) => (await load()).NodeUpdate(...given),
    NodeDelete: async (...given) => (await load()).NodeDelete(...given),
    ServiceCreate: async (...given) => (await load()).ServiceCreate(...given),
    ServiceList: async (...given) => (await load()).ServiceList(...given),
    ServiceInspect: async (...given) => (await load()).ServiceInspect(...given),
    ServiceUpdate: async (...given) => (await load()).ServiceUpdate(...given),
    ServiceDelete: async (...given) => (await load()).ServiceDelete(...given),
    ServiceLogs: async function* (...given) {
      yield* (await load()).ServiceLogs(...given);
    },
    TaskList: async (...given) => (await load()).TaskList(...given),
    TaskInspect: async (...given) => (await load()).TaskInspect(...given),
    TaskLogs: async function* (...given) {
      yield* (await load()).TaskLogs(...given);
    },
    SecretList: async (...given) => (await load()).SecretList(...given),
    SecretCreate: async (...given) => (await load()).SecretCreate(...given),
    SecretInspect: async (...given) => (await load()).SecretInspect(...given),
    SecretUpdate: async (...given) => (await load()).SecretUpdate(...given),
    SecretDelete: async (...given) => (await load()).SecretDelete(...given),
    ConfigList: async (...given) => (await load()).ConfigList(...given),
    ConfigCreate: async (...given) => (await load()).ConfigCreate(...given),
    ConfigInspect: async (...given) => (await load()).ConfigInspect(...given),
    ConfigUpdate: async (...given) => (await load()).ConfigUpdate(...given),
    ConfigDelete: async (...given) => (await load()).ConfigDelete(...given),
  };
}
