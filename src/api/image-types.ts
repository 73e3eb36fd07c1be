/** Wire types of images, names verbatim. @see Engine API 1.50 */
import type { ContainerConfig } from './container-types.ts';

/** `Created` in seconds since the epoch, sizes in bytes. */
export interface ImageSummary {
  Id: string;
  ParentId: string;
  RepoTags: string[] | null;
  RepoDigests: string[] | null;
  Created: number;
  Size: number;
  SharedSize: number;
  Containers: number;
  Labels: Record<string, string> | null;
}

/** What an image sets of its containers' configuration, without what is empty. @see moby v28.2 dockerspec DockerOCIImageConfig, API 1.50 */
export type ImageConfig = Partial<
  Pick<
    ContainerConfig,
    | 'User'
    | 'ExposedPorts'
    | 'Env'
    | 'Entrypoint'
    | 'Cmd'
    | 'Volumes'
    | 'WorkingDir'
    | 'Labels'
    | 'StopSignal'
    | 'Healthcheck'
    | 'OnBuild'
    | 'Shell'
  >
>;

export interface ImageInspect {
  Id: string;
  RepoTags: string[];
  RepoDigests: string[];
  Parent: string;
  Comment: string;
  Created: string;
  DockerVersion: string;
  Author: string;
  Config: ImageConfig;
  Architecture: string;
  Variant?: string;
  Os: string;
  Size: number;
  GraphDriver: { Data: Record<string, string> | null; Name: string };
  RootFS: { Type: 'layers'; Layers: string[] };
  Metadata: { LastTagTime: string };
}

export interface ImageHistoryItem {
  Id: string;
  Created: number;
  CreatedBy: string;
  Tags: string[] | null;
  Size: number;
  Comment: string;
}

/** One step of a deletion. */
export interface ImageDeleteItem {
  Untagged?: string;
  Deleted?: string;
}

export interface ImageSearchItem {
  name: string;
  description: string;
  star_count: number;
  is_official: boolean;
}

/** A line of the progress of pull, push, load and import. */
export interface ProgressMessage {
  id?: string;
  status?: string;
  progressDetail?: { current?: number; total?: number };
  /** Set on a message that is only for programs, such as the digest of a push. */
  aux?: unknown;
  error?: string;
}

/** What a registry has for a reference. */
export interface DistributionInspect {
  Descriptor: { mediaType: string; digest: string; size: number };
  Platforms: { architecture: string; os: string; variant?: string }[];
}

/** A manifest of one platform, as a registry keeps it: the digest is that of the text. */
export interface PlatformManifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly text: string;
  readonly platform: { readonly architecture: string; readonly os: string; readonly variant?: string };
}

/** What a registry keeps under a reference: the manifest of an image, or an index of several. */
export interface RegistryManifests {
  readonly index: boolean;
  readonly manifests: readonly PlatformManifest[];
}
