import type { PreviousSpec, ServiceRecord, UpdateRecord } from '../cluster-state.ts';

/** A service with the specification that it had before, on its way back there. Nothing is left to go back to. */
export function reverted(
  service: ServiceRecord,
  { spec, specVersion, auth }: PreviousSpec,
  update: UpdateRecord,
): ServiceRecord {
  return { ...service, spec, specVersion, auth, previous: undefined, update };
}

/** The way back as it begins. */
export function startedRollback(message: string, startedMs: number): UpdateRecord {
  return { state: 'rollback_started', startedMs, completedMs: 0, message, progress: undefined };
}
