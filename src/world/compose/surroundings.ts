import type { CompletionSources } from '../dockerfile/complete.ts';

/** A container of the project's service, as the machine has it now. */
export interface ServiceContainer {
  readonly name: string;
  /** `running (healthy)`, `exited` */
  readonly state: string;
}

/** What is known outside of a compose file: the machine it is on, as it is now. Each is asked only where it is needed. */
export interface Surroundings extends CompletionSources {
  /** Names of images on the machine, with the size in bytes. */
  localImages(): Promise<ReadonlyMap<string, number>>;
  /** Ports that containers of an image can be asked at, as far as it says so. */
  exposedPorts(image: string): Promise<readonly number[]>;
  /** TCP ports of the machine, and the container that has each. */
  takenPorts(): Promise<ReadonlyMap<number, string>>;
  /** Names of networks that are there. */
  networks(): Promise<readonly string[]>;
  /** Names of volumes that are there. */
  volumes(): Promise<readonly string[]>;
  /** Containers of a service of the project whose file this is. */
  containersOf(service: string): Promise<readonly ServiceContainer[]>;
}
