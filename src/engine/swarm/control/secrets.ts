import type { Filters } from '../../../api/engine-api.ts';
import type { Secret, SecretSpec } from '../../../api/swarm-types.ts';
import { ApiError } from '../../../api/api-error.ts';
import { decodeBase64 } from '../../../lib/base64.ts';
import { toText } from '../../../lib/bytes.ts';
import type { EngineContext } from '../../engine-context.ts';
import { newObject, withSecret } from '../cluster-changes.ts';
import { clusterOf, commitCluster } from '../commit-cluster.ts';
import { checkContentName, checkContentUpdate, usersOf } from './contents.ts';
import { findObject, selectObjects } from './find-object.ts';
import { checkVersion, rpcError } from './rpc-error.ts';
import { toSecret } from './to-wire.ts';

const MAX_BYTES = 500 * 1024;
const KNOWN = ['id', 'label', 'name', 'names'];
const nameOf = ({ spec }: { spec: SecretSpec }): string => spec.Name;

export function secretList({ store }: EngineContext, filters: Filters = {}): Secret[] {
  return selectObjects(clusterOf(store.state).secrets, filters, KNOWN).map(toSecret);
}

/** @throws ApiError */
export function secretInspect({ store }: EngineContext, reference: string): Secret {
  return toSecret(findObject('secret', clusterOf(store.state).secrets, reference, nameOf));
}

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/secret.go */
export function secretCreate(context: EngineContext, spec: SecretSpec): { ID: string } {
  clusterOf(context.store.state);
  checkContentName(spec.Name);
  if (spec.Driver) throw new ApiError('notImplemented', 'secret drivers are not supported by this simulator');
  checkSecretData(decodeBase64(spec.Data ?? '').bytes);
  let id = '';
  commitCluster(context, (cluster, change) => {
    if ([...cluster.secrets].some(([, secret]) => secret.spec.Name === spec.Name))
      throw rpcError('AlreadyExists', `secret ${spec.Name} already exists`);
    const secret = { ...newObject(cluster, change), spec };
    id = secret.id;
    return withSecret(cluster, secret, change.nowMs);
  });
  return { ID: id };
}

function checkSecretData(data: Uint8Array): void {
  if (data.length < 1 || data.length >= MAX_BYTES)
    throw rpcError('InvalidArgument', `secret data must be larger than 0 and less than ${MAX_BYTES} bytes`);
  if (toText(data).trim() === '')
    throw rpcError('InvalidArgument', 'secret data must contain non white space bytes');
}

/** Only labels may change. @throws ApiError */
export function secretUpdate(
  context: EngineContext,
  reference: string,
  { version }: { version: number },
  spec: SecretSpec,
): void {
  const { id } = findObject('secret', clusterOf(context.store.state).secrets, reference, nameOf);
  commitCluster(context, (cluster, { nowMs }) => {
    const secret = findObject('secret', cluster.secrets, id, nameOf);
    checkContentUpdate(secret.spec, spec);
    checkVersion(secret, version);
    return withSecret(cluster, { ...secret, spec: { ...secret.spec, Labels: spec.Labels } }, nowMs);
  });
}

/** @throws ApiError while a service has it */
export function secretDelete(context: EngineContext, reference: string): void {
  const { id, spec } = findObject('secret', clusterOf(context.store.state).secrets, reference, nameOf);
  commitCluster(context, (cluster) => {
    const users = usersOf(cluster, (container) => container.Secrets?.some(({ SecretID }) => SecretID === id));
    if (users) throw rpcError('InvalidArgument', `secret '${spec.Name}' is in use by the following ${users}`);
    return { ...cluster, secrets: cluster.secrets.delete(id) };
  });
}
