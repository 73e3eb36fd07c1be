/** Where a connection begins or ends: a namespace, and the machine it is on. */
export interface Spot {
  /** `host` for a machine's own. */
  readonly name: string;
  /** The machine's address; '' where it has none. */
  readonly machineAddress: string;
}

/** A connection that somebody took. */
export interface TakenConnection {
  readonly from: Spot;
  readonly to: Spot;
  /** Whose port passed it on, the last of them; undefined where it came straight, or through a virtual address. */
  readonly entry: Spot | undefined;
  /** The port that was asked for. */
  readonly port: number;
}

/** Sees each connection that is taken on a machine; what it gives sees each piece that the client writes. */
export type TrafficObserver = (connection: TakenConnection) => ((bytes: Uint8Array) => void) | undefined;

/** So many bytes went by, in packets as an Ethernet carries them. */
export function countTraffic(counter: { bytes: number; packets: number }, bytes: number): void {
  counter.bytes += bytes + 66;
  counter.packets += Math.ceil(bytes / 1448) || 1;
}
