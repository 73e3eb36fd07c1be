import type { SwarmFabric } from './swarm/fabric.ts';
import type { EventMessage } from '../api/system-types.ts';
import type { Registry } from '../api/registry.ts';
import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import type { Place } from '../kernel/files/file-view.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { OverlayPlane } from './networks/overlay-plane.ts';
import type { SegmentTable } from './networks/segments.ts';
import type { VirtualServices } from './networks/virtual-services.ts';
import type { CellTable } from './containers/cell-table.ts';
import type { MapChange } from '../lib/persistent-map.ts';
import type { ContainerRecord, EngineState } from './state.ts';

/** An event before the store stamps time and scope. */
export interface NewEvent {
  readonly Type: EventMessage['Type'];
  readonly Action: string;
  readonly Actor: EventMessage['Actor'];
  /** `local` unless given. */
  readonly scope?: EventMessage['scope'];
}

/** One commit, as those who follow the state hear of it. */
export interface StoreUpdate {
  readonly state: EngineState;
  readonly before: EngineState;
  readonly events: readonly EventMessage[];
  /** The containers it changed: compared once, whoever asks. */
  readonly containerChanges: () => readonly MapChange<string, ContainerRecord>[];
}

/** The one place where the control plane changes. */
export interface Store {
  readonly state: EngineState;
  /** Replaces the state and tells subscribers once, with the events in order. All or nothing: `change` is pure and may throw. */
  commit(change: (state: EngineState) => EngineState, events?: readonly NewEvent[]): void;
  /** Called after each commit; must not wait. Returns the way to stop. */
  subscribe(listener: (update: StoreUpdate) => void): () => void;
  /** The last 256 events. @see moby v28 daemon/events */
  readonly pastEvents: readonly EventMessage[];
}

/** What the networks must know of the machine's place in the swarm. */
export interface SwarmNode {
  readonly nodeId: string;
  /** Where the others reach it (data path address). */
  readonly address: string;
  readonly role: 'worker' | 'manager';
  /** Where the subnets of overlays are taken from, in this order. @see docker swarm init --default-addr-pool */
  readonly addressPools: readonly AddressPool[];
  /** Addresses in an overlay that the swarm has given out, without prefix: virtual IPs, and those of tasks, whether they run or not. */
  reservedAddresses(networkId: string): Iterable<string>;
  /** What keeps an overlay from being removed, as swarmkit names it (`service vzkj…`, `task lk2…`); undefined if nothing does. */
  networkUser(networkId: string): string | undefined;
  /** The first service that publishes a port through the routing mesh, which keeps the ingress network. */
  ingressUser(): string | undefined;
}

/** `10.0.0.0/8` cut into subnets of /24. */
export interface AddressPool {
  readonly base: string;
  readonly size: number;
}

/** A file that came from a URL. */
export interface FetchedFile {
  readonly data: Uint8Array;
  /** When the server says that it was changed. */
  readonly modifiedMs?: number;
}

/** A GET from the daemon's machine; the error is in Go's words. */
export type FetchUrl = (url: string) => Promise<FetchedFile | { readonly error: string }>;

/** Begins what a node of a swarm runs, and gives the way to stop it. */
export type StartNode = (context: EngineContext) => () => void;

/** What every operation of the engine is handed: the state and the world it acts on. */
export interface EngineContext {
  readonly store: Store;
  readonly kernel: Kernel;
  readonly registry: Registry;
  /** The data plane: trees of layers by chainID. */
  readonly layerTrees: Map<string, FrozenTree>;
  /** The data plane of containers: file system, log, process, terminal, by container ID. */
  readonly containers: CellTable;
  /** Name → ID of every container; follows the state. */
  readonly containerNames: ReadonlyMap<string, string>;
  /** Task of a swarm → container on this machine; follows the state. */
  readonly taskContainers: Map<string, string>;
  /** The machine's segments by network ID. */
  readonly segments: SegmentTable;
  /** What carries overlays, and the daemon's own namespaces in them. */
  readonly overlays: OverlayPlane;
  /** What services look like from here; the swarm's control plane fills it. */
  readonly virtualServices: VirtualServices;
  /** How managers and agents of the machines reach one another. */
  readonly fabric: SwarmFabric;
  /** This machine as a member of a swarm; the control plane sets it when the machine joins, is promoted, or leaves. */
  readonly swarmNode: { current: SwarmNode | undefined };
  /** Fetches what a node of a swarm runs: before the machine becomes one, since a file may not come. */
  readonly loadNode: () => Promise<StartNode>;
  /** Where the search for a free port of the machine goes on. */
  readonly portCursor: { next: number };
  /** Directories of `RUN --mount=type=cache`, by id. */
  readonly cacheMounts: Map<string, Place>;
  /** Fetches a file for ADD. */
  readonly fetchUrl: FetchUrl;
  /** Network speed of pulls in bytes per (virtual) second. */
  readonly downloadBytesPerSecond: number;
}
