import type { ContainerConfig } from './container-types.ts';
import type { Available } from './api-error.ts';
import type { FileSourceEntry } from './file-source.ts';

/** What an image is called at a registry: `docker.io`, `library/nginx`, and a tag or a digest. */
export interface RegistryReference {
  readonly domain: string;
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly platform?: { readonly os: string; readonly architecture: string };
}

/** Who asks. */
export interface RegistryCredentials {
  readonly username: string;
  readonly password: string;
}

/** The registries that the daemon can reach. The engine is handed them; it never knows what is behind. */
export interface Registry {
  /**
   * The image a reference stands for, for its platform (else linux/amd64), or what is missing: the repository, the tag, or the platform among those of the tag.
   * @throws ApiError in Go's words where the registry can't be asked
   */
  find(reference: RegistryReference, credentials?: RegistryCredentials): Promise<RegistryAnswer>;
  /** The image for each platform that the registry has it for, as a client asks that wants no more than to know. `insecure`: also without TLS. @throws ApiError */
  findAll(
    reference: RegistryReference,
    options: { readonly credentials?: RegistryCredentials; readonly insecure: boolean },
  ): Promise<RegistryPlatforms | 'no repository' | 'no manifest'>;
  /** The tags of a repository, sorted; undefined where there is no such one. @throws ApiError */
  tags(
    reference: RegistryReference,
    credentials?: RegistryCredentials,
  ): Promise<readonly string[] | undefined>;
  /** Sends an image, layer by layer, and ends with the digest of what the registry now has. @throws ApiError */
  push(
    reference: RegistryReference,
    image: OutgoingImage,
    credentials?: RegistryCredentials,
  ): AsyncGenerator<PushStep, PushedManifest>;
  /** @throws ApiError unauthorized, and where the registry can't be asked */
  login(server: string, credentials: RegistryCredentials): Promise<void>;
  /** The tags of a repository, or all repositories where there is no such one; undefined for a registry that does not tell. */
  available(reference: RegistryReference): Promise<Available | undefined>;
  search(
    term: string,
  ): Promise<readonly { name: string; description: string; starCount: number; isOfficial: boolean }[]>;
}

export type RegistryAnswer = RegistryImage | 'no repository' | 'no manifest' | 'no platform';

/** All that goes by one reference. */
export interface RegistryPlatforms {
  /** Whether the reference is of an index: then it may be one platform as well. */
  readonly index: boolean;
  readonly images: readonly RegistryImage[];
}

export interface RegistryImage {
  /** The manifest's digest, as RepoDigests shows it. */
  readonly digest: string;
  /** The manifest as the registry keeps it; one that keeps none has it made of the rest. */
  readonly manifest?: { readonly mediaType: string; readonly text: string };
  readonly config: ImageConfigFile;
  readonly layers: readonly RegistryLayer[];
}

export interface RegistryLayer {
  /** Bytes to download (compressed). */
  readonly compressedBytes: number;
  /** Of what is downloaded, and of the tar in it. */
  readonly digest?: string;
  readonly diffId?: string;
  /** What the layer adds, in the order of a tar: parents first. A whiteout is a `.wh.` name. */
  entries(): Iterable<FileSourceEntry>;
}

/** An image on its way to a registry. */
export interface OutgoingImage {
  /** The config file; its digest is the image's ID. */
  readonly config: string;
  /** Lowest first. */
  readonly layers: readonly OutgoingLayer[];
}

export interface OutgoingLayer {
  readonly diffId: string;
  /** The layer's tar. */
  tar(): Uint8Array;
}

/** Where a layer has got to. */
export interface PushStep {
  readonly diffId: string;
  readonly status: 'Preparing' | 'Waiting' | 'Pushing' | 'Pushed' | 'Layer already exists';
  /** Bytes sent and to send, while pushing. */
  readonly progress?: { readonly current: number; readonly total: number };
}

export interface PushedManifest {
  readonly digest: string;
  /** Bytes of the manifest. */
  readonly size: number;
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
