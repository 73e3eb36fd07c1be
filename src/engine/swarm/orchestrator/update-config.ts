import type { UpdateConfig } from '../../../api/service-types.ts';
import type { ServiceRecord } from '../cluster-state.ts';

const NS_PER_MS = 1e6;

/** What counts where a service says nothing. @see moby/swarmkit v2 api/defaults/service.go */
export const DEFAULT_UPDATE_CONFIG: UpdateConfig = {
  Parallelism: 1,
  FailureAction: 'pause',
  Monitor: 5e9,
  MaxFailureRatio: 0,
  Order: 'stop-first',
};

/** How an update of this service goes, or the way back from one. */
export interface UpdatePlan {
  readonly isRollback: boolean;
  /** At most so many slots at once; 0 is all. */
  readonly parallelism: number;
  readonly delayMs: number;
  readonly monitorMs: number;
  readonly startFirst: boolean;
  readonly failureAction: 'pause' | 'continue' | 'rollback';
  readonly maxFailureRatio: number;
}

export function updatePlan({ spec, update }: ServiceRecord): UpdatePlan {
  const isRollback = update?.state === 'rollback_started';
  const config = (isRollback ? spec.RollbackConfig : spec.UpdateConfig) ?? DEFAULT_UPDATE_CONFIG;
  return {
    isRollback,
    parallelism: config.Parallelism,
    delayMs: (config.Delay ?? 0) / NS_PER_MS,
    monitorMs: (config.Monitor ?? DEFAULT_UPDATE_CONFIG.Monitor ?? 0) / NS_PER_MS,
    startFirst: config.Order === 'start-first',
    failureAction: config.FailureAction ?? 'pause',
    maxFailureRatio: config.MaxFailureRatio,
  };
}
