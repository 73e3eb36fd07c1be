import { ApiError } from '../../api/api-error.ts';
import type { SwarmApi } from '../../api/swarm-types.ts';

/**
 * The operations of a swarm, on a machine that is in none.
 * @see moby v28 daemon/cluster/errors.go
 */
export function createSwarmApi(): SwarmApi {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new ApiError(
        'unavailable',
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
      ),
    );
  const notYet = (): Promise<never> =>
    Promise.reject(new ApiError('notImplemented', 'swarms are not simulated yet'));
  // eslint-disable-next-line require-yield
  async function* refuseStream(): AsyncGenerator<never> {
    await refuse();
  }
  return {
    SwarmInit: notYet,
    SwarmJoin: notYet,
    SwarmLeave: () => Promise.reject(new ApiError('unavailable', 'This node is not part of a swarm')),
    SwarmInspect: refuse,
    SwarmUpdate: refuse,
    NodeList: refuse,
    NodeInspect: refuse,
    NodeUpdate: refuse,
    NodeDelete: refuse,
    ServiceCreate: refuse,
    ServiceList: refuse,
    ServiceInspect: refuse,
    ServiceUpdate: refuse,
    ServiceDelete: refuse,
    ServiceLogs: refuseStream,
    TaskList: refuse,
    TaskInspect: refuse,
    TaskLogs: refuseStream,
    SecretList: refuse,
    SecretCreate: refuse,
    SecretInspect: refuse,
    SecretUpdate: refuse,
    SecretDelete: refuse,
    ConfigList: refuse,
    ConfigCreate: refuse,
    ConfigInspect: refuse,
    ConfigUpdate: refuse,
    ConfigDelete: refuse,
  };
}
