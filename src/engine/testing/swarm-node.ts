import type { EngineContext, SwarmNode } from '../engine-context.ts';
import { DEFAULT_ADDRESS_POOLS } from '../networks/overlay-create.ts';
import { raiseSwarmNetworks } from '../networks/swarm-networks.ts';
import { bootEngine, type BootedEngine } from './boot-engine.ts';

/** What the swarm's control plane would know. */
export interface FakeControlPlane {
  readonly role?: SwarmNode['role'];
  /** In every overlay. */
  readonly reserved?: readonly string[];
  /** Network name → who uses it. */
  readonly usedBy?: Readonly<Record<string, string>>;
  readonly ingressUser?: string;
}

/** Makes the machine of a daemon a node of a swarm. */
export function enterSwarm(context: EngineContext, known: FakeControlPlane = {}): void {
  context.swarmNode.current = {
    nodeId: 'pssx3p7w9vhbv6ar2677us49s',
    address: '192.168.0.10',
    role: known.role ?? 'manager',
    addressPools: DEFAULT_ADDRESS_POOLS,
    reservedAddresses: () => known.reserved ?? [],
    networkUser: (id) => known.usedBy?.[context.store.state.networks.get(id)?.name ?? ''],
    ingressUser: () => known.ingressUser,
  };
  raiseSwarmNetworks(context);
}

/** A machine whose daemon is in a swarm, without anything that runs services. */
export function bootSwarmNode(known: FakeControlPlane = {}): BootedEngine {
  const booted = bootEngine();
  enterSwarm(booted.engine.context, known);
  return booted;
}
