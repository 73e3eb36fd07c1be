import { ApiError } from '../../api/api-error.ts';
import type { ContainerUpdateRequest, HostConfig } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { cgroupLimits } from './cgroup-limits.ts';
import { checkRestartPolicy } from './check-host-config.ts';
import { findContainer, updateContainer } from './find.ts';

const RESOURCES = [
  'CpuShares', 'Memory', 'NanoCpus', 'CgroupParent', 'BlkioWeight', 'CpuPeriod', 'CpuQuota', 'CpuRealtimePeriod', 'CpuRealtimeRuntime', 'CpusetCpus',
  'CpusetMems', 'MemoryReservation', 'MemorySwap', 'PidsLimit',
] as const; // prettier-ignore

/** Changes limits and restart policy; a zero leaves a limit as it is. @throws ApiError @see moby v28 daemon/update.go, container/container_unix.go UpdateContainer */
export function containerUpdate(
  context: EngineContext,
  reference: string,
  request: ContainerUpdateRequest,
): { Warnings: string[] | null } {
  const container = findContainer(context.store.state, reference);
  if (container.status === 'removing' || container.status === 'dead') {
    throw refused(container, 'container is marked for removal and cannot be "update"');
  }
  const changes = Object.fromEntries(
    RESOURCES.filter((key) => request[key]).map((key) => [key, request[key]]),
  );
  const policy = request.RestartPolicy;
  checkRestartPolicy(policy);
  if (policy?.Name && policy.Name !== 'no' && container.hostConfig.AutoRemove) {
    throw refused(
      container,
      'Restart policy cannot be updated because AutoRemove is enabled for the container',
    );
  }
  checkMemory(container, { ...container.hostConfig, ...changes });
  const hostConfig = {
    ...container.hostConfig,
    ...changes,
    ...(policy?.Name ? { RestartPolicy: policy } : {}),
  };
  context.containers.get(container.id)?.runtime?.cgroup.limit(cgroupLimits(hostConfig));
  updateContainer(context, container.id, { hostConfig }, [{ action: 'update' }]);
  return { Warnings: null };
}

function checkMemory(container: ContainerRecord, { Memory = 0, MemorySwap = 0 }: HostConfig): void {
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory) {
    throw refused(
      container,
      'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time',
    );
  }
}

function refused({ id }: ContainerRecord, reason: string): ApiError {
  return new ApiError('conflict', `Cannot update container ${id}: ${reason}`);
}
