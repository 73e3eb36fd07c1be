import type { NewEvent } from './engine-context.ts';

/** What a prune tells when it is done: of no object, but how many bytes are free again. @see moby v28 daemon/prune.go and others */
export function pruneEvent(type: NewEvent['Type'], reclaimedBytes: number): NewEvent {
  return {
    Type: type,
    Action: 'prune',
    Actor: { ID: '', Attributes: { reclaimed: String(reclaimedBytes) } },
  };
}
