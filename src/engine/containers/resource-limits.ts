import type { HostConfig } from '../../api/container-types.ts';
import type { ResourceLimits } from '../../kernel/process-entry.ts';

/** `--ulimit` as the kernel knows it; -1 is unlimited. Simplified: nofile and nproc count, others are only kept in the configuration. */
export function resourceLimits({ Ulimits }: HostConfig): Partial<ResourceLimits> {
  const amount = (value: number): number => (value < 0 ? Infinity : value);
  const known = (Ulimits ?? []).filter(({ Name }) => Name === 'nofile' || Name === 'nproc');
  return Object.fromEntries(
    known.map(({ Name, Soft, Hard }) => [Name, { soft: amount(Soft), hard: amount(Hard) }]),
  );
}
