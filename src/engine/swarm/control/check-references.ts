import type { ServiceSpec } from '../../../api/service-types.ts';
import type { PersistentMap } from '../../../lib/persistent-map.ts';
import type { ClusterState } from '../cluster-state.ts';
import { rpcError } from './rpc-error.ts';

interface Reference {
  readonly id: string;
  readonly name: string;
}

/** Secrets and configs must be there under the name the client knows them by. @throws ApiError @see moby/swarmkit v2 manager/controlapi/service.go checkSecretExistence */
export function checkReferences(cluster: ClusterState, spec: ServiceSpec): void {
  const { Secrets = [], Configs = [] } = spec.TaskTemplate.ContainerSpec ?? {};
  check(
    'secret',
    cluster.secrets,
    Secrets.map(({ SecretID, SecretName }) => ({ id: SecretID, name: SecretName })),
  );
  check(
    'config',
    cluster.configs,
    Configs.map(({ ConfigID, ConfigName }) => ({ id: ConfigID, name: ConfigName })),
  );
}

function check(
  kind: 'secret' | 'config',
  objects: PersistentMap<string, { readonly spec: { readonly Name: string } }>,
  references: readonly Reference[],
): void {
  const missing = references
    .filter(({ id, name }) => objects.get(id)?.spec.Name !== name)
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const kinds = missing.length === 1 ? kind : `${kind}s`;
  throw rpcError('InvalidArgument', `${kinds} not found: ${missing.join(', ')}`);
}
