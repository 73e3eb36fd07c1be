import type { Filters } from '../../../api/engine-api.ts';
import type { Config, ConfigSpec } from '../../../api/swarm-types.ts';
import { decodeBase64 } from '../../../lib/base64.ts';
import type { EngineContext } from '../../engine-context.ts';
import { newObject, withConfig } from '../cluster-changes.ts';
import { clusterOf, commitCluster } from '../commit-cluster.ts';
import { checkContentName, checkContentUpdate, usersOf } from './contents.ts';
import { findObject, selectObjects } from './find-object.ts';
import { checkVersion, rpcError } from './rpc-error.ts';
import { toConfig } from './to-wire.ts';

const MAX_BYTES = 1000 * 1024;
const KNOWN = ['id', 'label', 'name'];
const nameOf = ({ spec }: { spec: ConfigSpec }): string => spec.Name;

export function configList({ store }: EngineContext, filters: Filters = {}): Config[] {
  return selectObjects(clusterOf(store.state).configs, filters, KNOWN).map(toConfig);
}

/** @throws ApiError */
export function configInspect({ store }: EngineContext, reference: string): Config {
  return toConfig(findObject('config', clusterOf(store.state).configs, reference, nameOf));
}

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/config.go */
export function configCreate(context: EngineContext, spec: ConfigSpec): { ID: string } {
  clusterOf(context.store.state);
  checkContentName(spec.Name);
  const { length } = decodeBase64(spec.Data ?? '').bytes;
  if (length < 1 || length >= MAX_BYTES)
    throw rpcError('InvalidArgument', `config data must be larger than 0 and less than ${MAX_BYTES} bytes`);
  let id = '';
  commitCluster(context, (cluster, change) => {
    if ([...cluster.configs].some(([, config]) => config.spec.Name === spec.Name))
      throw rpcError('AlreadyExists', `config ${spec.Name} already exists`);
    const config = { ...newObject(cluster, change), spec };
    id = config.id;
    return withConfig(cluster, config, change.nowMs);
  });
  return { ID: id };
}

/** Only labels may change. @throws ApiError */
export function configUpdate(
  context: EngineContext,
  reference: string,
  { version }: { version: number },
  spec: ConfigSpec,
): void {
  const { id } = findObject('config', clusterOf(context.store.state).configs, reference, nameOf);
  commitCluster(context, (cluster, { nowMs }) => {
    const config = findObject('config', cluster.configs, id, nameOf);
    checkContentUpdate(config.spec, spec);
    checkVersion(config, version);
    return withConfig(cluster, { ...config, spec: { ...config.spec, Labels: spec.Labels } }, nowMs);
  });
}

/** @throws ApiError while a service has it */
export function configDelete(context: EngineContext, reference: string): void {
  const { id, spec } = findObject('config', clusterOf(context.store.state).configs, reference, nameOf);
  commitCluster(context, (cluster) => {
    const users = usersOf(cluster, (container) => container.Configs?.some(({ ConfigID }) => ConfigID === id));
    if (users) throw rpcError('InvalidArgument', `config '${spec.Name}' is in use by the following ${users}`);
    return { ...cluster, configs: cluster.configs.delete(id) };
  });
}
