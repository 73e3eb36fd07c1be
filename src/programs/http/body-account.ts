import type { Network } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { EndlessBodyError } from './http-message.ts';

/** Where bodies that are held whole are counted. */
export interface BodyAccount {
  /** @throws EndlessBodyError where there is no room */
  take(bytes: number): void;
  /** Nothing of it is held any more. */
  release(): void;
}

/** Charges them to a process, as what a server reads is its memory: beyond the limit of its group the biggest process there is killed. */
export function processAccount(proc: Process): BodyAccount {
  let held = 0;
  return {
    take(bytes) {
      held += bytes;
      proc.allocate(bytes);
    },
    release() {
      if (held > 0) proc.allocate(-held);
      held = 0;
    },
  };
}

/** As much as a machine stores. */
export const MOST_HELD = 256 * 1024 * 1024;

const heldBy = new WeakMap<Network, number>();

/** Counts together what a machine's daemon and the page hold of bodies: no process of the simulation has them. */
export function machineAccount(network: Network): BodyAccount {
  let held = 0;
  const change = (bytes: number): void => {
    held += bytes;
    heldBy.set(network, (heldBy.get(network) ?? 0) + bytes);
  };
  return {
    take(bytes) {
      if ((heldBy.get(network) ?? 0) + bytes > MOST_HELD) throw new EndlessBodyError('body too long');
      change(bytes);
    },
    release: () => change(-held),
  };
}
