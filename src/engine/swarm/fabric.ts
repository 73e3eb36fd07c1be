import type { Lan } from '../../kernel/net/lan.ts';
import type { EngineContext } from '../engine-context.ts';
import type { SwarmState } from './cluster-state.ts';
import type { ServiceShare } from './agent/service-bindings.ts';

/**
 * The daemons of a world, as managers and agents reach one another. Whether one gets through to another is decided by the cables of their machines. Simplified:
 * they call each other, where real ones speak gRPC on port 2377 and gossip on port 7946.
 */
export class SwarmFabric {
  readonly lan: Lan | undefined;
  readonly #daemons = new Set<EngineContext>();
  readonly #listeners = new Set<() => void>();
  /** What each node tells the others of the tasks that serve there. */
  readonly shares = new Map<EngineContext, ServiceShare>();

  constructor(lan?: Lan) {
    this.lan = lan;
    lan?.onChange(() => this.changed());
  }

  add(context: EngineContext): void {
    this.#daemons.add(context);
  }

  remove(context: EngineContext): void {
    this.#daemons.delete(context);
    this.shares.delete(context);
  }

  /** The daemon of the machine that has an address. */
  at(address: string): EngineContext | undefined {
    return [...this.#daemons].find((daemon) => addressOf(daemon) === address);
  }

  isLinked(from: EngineContext, to: EngineContext): boolean {
    if (from === to) return true;
    return this.#daemons.has(to) && (this.lan?.isLinked(addressOf(from), addressOf(to)) ?? false);
  }

  /** The nodes of the same swarm that can be reached, this one among them. */
  reachable(context: EngineContext): EngineContext[] {
    const { swarm } = context.store.state;
    if (!swarm) return [];
    return [...this.#daemons].filter(
      (other) => this.isLinked(context, other) && clusterIdOf(other.store.state.swarm) === clusterIdOf(swarm),
    );
  }

  /** The manager that decides, where it is in reach. */
  leader(context: EngineContext): EngineContext | undefined {
    return this.reachable(context).find(({ store }) => isLeading(store.state.swarm));
  }

  node(context: EngineContext, nodeId: string): EngineContext | undefined {
    return this.reachable(context).find(({ store }) => store.state.swarm?.nodeId === nodeId);
  }

  /** Told when a cable or the leader changed, or a node came or went. @returns the way to stop */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function addressOf({ kernel }: EngineContext): string {
  return kernel.hostNetwork.ownAddress ?? '';
}

function clusterIdOf(swarm: SwarmState | undefined): string | undefined {
  return swarm && (swarm.clusterId ?? swarm.cluster?.cluster.id);
}

/** Whether this node's manager decides. One alone does. */
export function isLeading(swarm: SwarmState | undefined): boolean {
  return swarm?.cluster !== undefined && (swarm.leaderId ?? swarm.nodeId) === swarm.nodeId;
}
