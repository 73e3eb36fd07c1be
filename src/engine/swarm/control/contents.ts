import type { TaskContainerSpec } from '../../../api/service-types.ts';
import type { ConfigSpec, SecretSpec } from '../../../api/swarm-types.ts';
import type { ClusterState } from '../cluster-state.ts';
import { rpcError } from './rpc-error.ts';

const NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/;
const MAX_NAME = 64;

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/common.go validateConfigOrSecretAnnotations */
export function checkContentName(name: string): void {
  if (name === '') throw rpcError('InvalidArgument', 'name must be provided');
  if (name.length > MAX_NAME || !NAME.test(name))
    throw rpcError(
      'InvalidArgument',
      'invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]',
    );
}

/** @throws ApiError for anything but labels that is not as before */
export function checkContentUpdate(before: SecretSpec | ConfigSpec, after: SecretSpec | ConfigSpec): void {
  const hasNewData = after.Data !== undefined && after.Data !== before.Data;
  if (before.Name !== after.Name || hasNewData)
    throw rpcError('InvalidArgument', 'only updates to Labels are allowed');
}

/** `service: a` or `services: a, b` for the services whose containers use something; undefined for none. */
export function usersOf(
  { services }: ClusterState,
  uses: (container: TaskContainerSpec) => boolean | undefined,
): string | undefined {
  const names = [...services]
    .map(([, { spec }]) => spec)
    .filter(({ TaskTemplate }) => uses(TaskTemplate.ContainerSpec ?? {}))
    .map(({ Name }) => Name)
    .sort();
  if (names.length === 0) return undefined;
  return `${names.length === 1 ? 'service' : 'services'}: ${names.join(', ')}`;
}
