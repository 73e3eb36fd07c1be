export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type NodeKind =
  | 'machine'
  | 'network'
  | 'container'
  | 'group'
  | 'volume'
  | 'bind'
  | 'port'
  | 'image'
  | 'layers'
  | 'tally'
  | 'service'
  | 'registry';

/** Something of the picture that can be chosen. */
export interface SceneNode extends Box {
  readonly id: string;
  readonly kind: NodeKind;
  readonly machine: string;
  /** Of its record in the mirror; of a port its number. */
  readonly key: string;
  /** What it says, where that is not in a record. */
  readonly text: string;
  /** Keys of the containers or images that it stands for; of a port what it leads to. */
  readonly members: readonly string[];
  /** Ids of nodes that it belongs with. */
  readonly links: readonly string[];
  /** Layers of a stack, from its top to its foot. */
  readonly slabs?: readonly Slab[];
  /** The service that it belongs to. */
  readonly service?: string | undefined;
  /** Where an area's name begins: wires may run left of it. */
  readonly indent?: number;
  /** How a container is drawn. */
  readonly cell?: 'card' | 'chip' | 'name' | 'dot';
  /** Its own ports at the end of their wires. */
  readonly plugs?: readonly number[];
}

export interface Slab {
  readonly y: number;
  readonly height: number;
  readonly text: string;
}

/** A line between two nodes. */
export interface Wire {
  readonly from: string;
  readonly to: string;
  readonly kind: 'port' | 'mount' | 'network';
  readonly points: readonly Point[];
}

/** Where everything is. Lengths are in units; `scale` makes them pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly nodes: readonly SceneNode[];
  readonly wires: readonly Wire[];
}
