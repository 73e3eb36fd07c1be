import type { SwarmApi } from '../../api/swarm-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { configCreate, configDelete, configInspect, configList, configUpdate } from './control/configs.ts';
import { serviceLogs, taskLogs } from './control/logs.ts';
import { nodeDelete, nodeInspect, nodeList, nodeUpdate } from './control/nodes.ts';
import { secretCreate, secretDelete, secretInspect, secretList, secretUpdate } from './control/secrets.ts';
import {
  serviceCreate,
  serviceDelete,
  serviceInspect,
  serviceList,
  serviceUpdate,
} from './control/services.ts';
import { swarmInit, swarmInspect, swarmJoin, swarmLeave, swarmUpdate } from './control/swarm.ts';
import { taskInspect, taskList } from './control/tasks.ts';

/** The operations of a swarm. What changes things is one commit, or runs to its end whoever asked for it. */
export function createSwarmApi(context: EngineContext): SwarmApi {
  const whole = <T>(name: string, body: () => Promise<T>): Promise<T> =>
    context.kernel.task(name, body).join();
  return {
    SwarmInit: (request) => whole('swarm init', () => swarmInit(context, request)),
    SwarmJoin: (request) => whole('swarm join', () => swarmJoin(context, request)),
    SwarmLeave: (options) => whole('swarm leave', () => swarmLeave(context, options)),
    SwarmInspect: async () => swarmInspect(context),
    SwarmUpdate: async (spec, options) => swarmUpdate(context, spec, options),
    NodeList: async (filters) => nodeList(context, filters),
    NodeInspect: async (id) => nodeInspect(context, id),
    NodeUpdate: async (id, options, spec) => nodeUpdate(context, id, options, spec),
    NodeDelete: async (id, options) => nodeDelete(context, id, options),
    ServiceCreate: async (spec) => serviceCreate(context, spec),
    ServiceList: async (options) => serviceList(context, options),
    ServiceInspect: async (id, options) => serviceInspect(context, id, options),
    ServiceUpdate: async (id, options, spec) => serviceUpdate(context, id, options, spec),
    ServiceDelete: async (id) => serviceDelete(context, id),
    ServiceLogs: (id, options) => serviceLogs(context, id, options),
    TaskList: async (filters) => taskList(context, filters),
    TaskInspect: async (id) => taskInspect(context, id),
    TaskLogs: (id, options) => taskLogs(context, id, options),
    SecretList: async (filters) => secretList(context, filters),
    SecretCreate: async (spec) => secretCreate(context, spec),
    SecretInspect: async (id) => secretInspect(context, id),
    SecretUpdate: async (id, options, spec) => secretUpdate(context, id, options, spec),
    SecretDelete: async (id) => secretDelete(context, id),
    ConfigList: async (filters) => configList(context, filters),
    ConfigCreate: async (spec) => configCreate(context, spec),
    ConfigInspect: async (id) => configInspect(context, id),
    ConfigUpdate: async (id, options, spec) => configUpdate(context, id, options, spec),
    ConfigDelete: async (id) => configDelete(context, id),
  };
}
