import type { NewEvent } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';

/** @see moby v28 daemon/events.go LogNetworkEventWithAttributes */
export function networkEvent(
  network: NetworkRecord,
  action: string,
  attributes: Record<string, string> = {},
): NewEvent {
  return {
    Type: 'network',
    Action: action,
    Actor: { ID: network.id, Attributes: { ...attributes, name: network.name, type: network.driver } },
  };
}
