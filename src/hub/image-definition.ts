import type { ContainerConfig } from '../api/container-types.ts';
import type { ImageConfigFile, RegistryImage, RegistryLayer } from '../api/registry.ts';
import { sha256Digest } from '../lib/sha256.ts';
import type { Toolbox } from './layer-builder.ts';

/** An image of the catalogue as its author describes it. */
export interface ImageDefinition {
  /** `nginx`, or `owner/name` */
  readonly repository: string;
  readonly description: string;
  readonly stars: number;
  /** Only its owner, who is the one account there is, finds it. */
  readonly isPrivate?: boolean;
  /** The tags that mean one build of it. */
  readonly builds: readonly ImageBuild[];
}

export interface ImageBuild {
  readonly tags: readonly string[];
  readonly created: string;
  readonly config: Partial<ContainerConfig>;
  /** Oldest first; a step without a layer only changes the configuration. */
  readonly steps: readonly ImageStep[];
}

export interface ImageStep {
  readonly createdBy: string;
  readonly comment?: string;
  /** Made when first asked for; shared where two images begin alike. */
  readonly layer?: (tools: Toolbox) => RegistryLayer;
}

/** A layer function that makes its layer once for each toolbox, and so for each architecture. */
export function once(make: (tools: Toolbox) => RegistryLayer): (tools: Toolbox) => RegistryLayer {
  const made = new WeakMap<Toolbox, RegistryLayer>();
  return (tools) => {
    const layer = made.get(tools) ?? make(tools);
    made.set(tools, layer);
    return layer;
  };
}

/** What images are built for. */
export type Architecture = 'amd64' | 'arm64';

/** The image as a registry hands it out. All platforms of a tag go by one digest, that of their index. */
export function realize(
  definition: ImageDefinition,
  build: ImageBuild,
  tools: Toolbox,
  architecture: Architecture,
): RegistryImage {
  const config: ImageConfigFile = {
    architecture: 'amd64',
    os: 'linux',
    created: build.created,
    config: build.config,
    history: build.steps.map((step) => ({
      created: build.created,
      created_by: step.createdBy,
      ...(step.comment ? { comment: step.comment } : {}),
      ...(step.layer ? {} : { empty_layer: true }),
    })),
  };
  return {
    digest: sha256Digest(JSON.stringify([definition.repository, build.tags, config])),
    config: architecture === 'arm64' ? { ...config, architecture, variant: 'v8' } : config,
    layers: build.steps.flatMap((step) => (step.layer ? [step.layer(tools)] : [])),
  };
}
