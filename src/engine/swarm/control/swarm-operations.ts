import type { SwarmApi } from '../../../api/swarm-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { configs } from './configs.ts';
import { swarmJoin } from './join.ts';
import { swarmLeave } from './leave.ts';
import { serviceLogs, taskLogs } from './logs.ts';
import { nodeDelete, nodeInspect, nodeList, nodeUpdate } from './nodes.ts';
import { secrets } from './secrets.ts';
import { serviceCreate, serviceDelete, serviceInspect, serviceList, serviceUpdate } from './services.ts';
import { swarmInit, swarmInspect, swarmUpdate } from './swarm.ts';
import { taskInspect, taskList } from './tasks.ts';
import { toConfig, toSecret } from './to-wire.ts';

/** The operations of a swarm. What changes things runs to its end, whoever asked for it dies. */
export function swarmOperations(context: EngineContext): SwarmApi {
  const whole = <T>(name: string, body: () => T | Promise<T>): Promise<T> =>
    context.kernel.task(name, async () => body()).join();
  return {
    SwarmInit: (request) => whole('swarm init', () => swarmInit(context, request)),
    SwarmJoin: (request) => whole('swarm join', () => swarmJoin(context, request)),
    SwarmLeave: (options) => whole('swarm leave', () => swarmLeave(context, options)),
    SwarmInspect: async () => swarmInspect(context),
    SwarmUpdate: (spec, options) => whole('swarm update', () => swarmUpdate(context, spec, options)),
    NodeList: async (filters) => nodeList(context, filters),
    NodeInspect: async (id) => nodeInspect(context, id),
    NodeUpdate: (id, options, spec) => whole('node update', () => nodeUpdate(context, id, options, spec)),
    NodeDelete: (id, options) => whole('node delete', () => nodeDelete(context, id, options)),
    ServiceCreate: (spec, options) => whole('service create', () => serviceCreate(context, spec, options)),
    ServiceList: async (options) => serviceList(context, options),
    ServiceInspect: async (id, options) => serviceInspect(context, id, options),
    ServiceUpdate: (id, options, spec) =>
      whole('service update', () => serviceUpdate(context, id, options, spec)),
    ServiceDelete: (id) => whole('service delete', () => serviceDelete(context, id)),
    ServiceLogs: (id, options) => serviceLogs(context, id, options),
    TaskList: async (filters) => taskList(context, filters),
    TaskInspect: async (id) => taskInspect(context, id),
    TaskLogs: (id, options) => taskLogs(context, id, options),
    SecretList: async (filters) => secrets.list(context, filters).map(toSecret),
    SecretCreate: (spec) => whole('secret create', () => secrets.create(context, spec)),
    SecretInspect: async (id) => toSecret(secrets.find(context, id)),
    SecretUpdate: (id, options, spec) =>
      whole('secret update', () => secrets.update(context, id, options, spec)),
    SecretDelete: (id) => whole('secret delete', () => secrets.delete(context, id)),
    ConfigList: async (filters) => configs.list(context, filters).map(toConfig),
    ConfigCreate: (spec) => whole('config create', () => configs.create(context, spec)),
    ConfigInspect: async (id) => toConfig(configs.find(context, id)),
    ConfigUpdate: (id, options, spec) =>
      whole('config update', () => configs.update(context, id, options, spec)),
    ConfigDelete: (id) => whole('config delete', () => configs.delete(context, id)),
  };
}
