import type { EngineContext } from '../engine-context.ts';
import { networkEvent } from './network-event.ts';
import { lowerSegment } from './segments.ts';

/** Takes a network away that nobody is in. */
export function removeNetwork(context: EngineContext, id: string): void {
  const network = context.store.state.networks.get(id);
  if (!network) return;
  lowerSegment(context, network);
  context.store.commit(
    (state) => ({ ...state, networks: state.networks.delete(id) }),
    [networkEvent(network, 'destroy')],
  );
}
