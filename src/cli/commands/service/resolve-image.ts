import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { RegistryCredentials } from '../../../api/registry.ts';
import type { TaskSpec } from '../../../api/service-types.ts';
import {
  formatFamiliar,
  parseImageReference,
  withDefaultTag,
  type ImageReference,
} from '../../../lib/image-reference.ts';
import { filled } from './container-spec.ts';

/** A template with its image in full, and what there is to say about it. */
export interface ResolvedTemplate {
  readonly template: TaskSpec;
  readonly warnings: readonly string[];
  /** Why the registry did not tell. */
  readonly error?: ApiError;
}

/**
 * Gives the image of a template its tag and, where `asks`, the digest that its registry has for it, so that every node runs the same.
 * @see moby v28.2.2 client/service_create.go resolveContainerSpecImage
 */
export async function resolveImage(
  engine: EngineApi,
  template: TaskSpec,
  options: { readonly asks: boolean; readonly auth?: RegistryCredentials },
): Promise<ResolvedTemplate> {
  const typed = template.ContainerSpec?.Image ?? '';
  const reference = read(typed);
  const image = reference ? formatFamiliar(reference) : typed;
  const tagged = withImage(template, image);
  if (!options.asks) return { template: tagged, warnings: [] };
  try {
    const { auth } = options;
    const found = await engine.DistributionInspect(image, auth ? { auth } : {});
    const { digest } = found.Descriptor;
    const pinned = reference && !reference.digest ? formatFamiliar({ ...reference, digest }) : image;
    const platforms = found.Platforms.map(({ architecture, os }) => ({ Architecture: architecture, OS: os }));
    return {
      template: {
        ...withImage(template, pinned),
        Placement: { ...template.Placement, ...filled('Platforms', platforms) },
      },
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { template: tagged, warnings: [warningFor(image)], error };
  }
}

function read(image: string): ImageReference | undefined {
  try {
    return withDefaultTag(parseImageReference(image));
  } catch {
    // The daemon says what is wrong with it.
    return undefined;
  }
}

function withImage(template: TaskSpec, image: string): TaskSpec {
  return { ...template, ContainerSpec: { ...template.ContainerSpec, Image: image } };
}

/** @see moby v28.2.2 client/service_create.go digestWarning */
function warningFor(image: string): string {
  return `image ${image} could not be accessed on a registry to record\nits digest. Each node will access ${image} independently,\npossibly leading to different nodes running different\nversions of the image.\n`;
}
