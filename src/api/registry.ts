import type { ContainerConfig } from './container-types.ts';
import type { Available } from './api-error.ts';
import type { FileSourceEntry } from './file-source.ts';

type Awaitable<T> = T | Promise<T>;

/** A registry that can be pulled from. It may have to be loaded first. The engine is handed one; it never knows the catalogue behind it. */
export interface Registry {
  /** The image a name and tag or digest stand for, for that platform (else linux/amd64), or what is missing: the repository, the tag, or the platform among those of the tag. */
  find(reference: {
    domain: string;
    path: string;
    tag?: string;
    digest?: string;
    platform?: { readonly os: string; readonly architecture: string };
  }): Awaitable<RegistryImage | 'no repository' | 'no manifest' | 'no platform'>;
  /** The tags of a repository, or all repositories where there is no such one. */
  available?(path: string): Awaitable<Available>;
  search(
    term: string,
  ): Awaitable<readonly { name: string; description: string; starCount: number; isOfficial: boolean }[]>;
}

export interface RegistryImage {
  /** The manifest's digest, as RepoDigests shows it. */
  readonly digest: string;
  readonly config: ImageConfigFile;
  readonly layers: readonly RegistryLayer[];
}

export interface RegistryLayer {
  /** Bytes to download (compressed). */
  readonly compressedBytes: number;
  /** What the layer adds, in the order of a tar: parents first. A whiteout is a `.wh.` name. */
  entries(): Iterable<FileSourceEntry>;
}

/** The image's configuration, as the OCI image spec has it, without the rootfs that the engine computes. */
export interface ImageConfigFile {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
  /** RFC 3339. */
  readonly created: string;
  readonly author?: string;
  readonly config: Partial<ContainerConfig>;
  readonly history: readonly {
    readonly created: string;
    readonly created_by: string;
    readonly comment?: string;
    readonly empty_layer?: boolean;
  }[];
}
