import { ApiError } from '../../api/api-error.ts';
import type { DistributionInspect } from '../../api/image-types.ts';
import type { RegistryCredentials } from '../../api/registry.ts';
import { formatFamiliar, formatRepository, withDefaultTag } from '../../lib/image-reference.ts';
import type { EngineContext } from '../engine-context.ts';
import { readReference } from './find-image.ts';

const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';

/**
 * Asks a registry what it has for a reference, and pulls nothing.
 * Simplified: a registry here has one platform of each image, and does not tell the size of its manifest.
 * @throws ApiError where it has none
 * @see moby v28.2.2 api/server/router/distribution/distribution_routes.go
 */
export async function distributionInspect(
  context: EngineContext,
  name: string,
  auth: RegistryCredentials | undefined,
): Promise<DistributionInspect> {
  const reference = withDefaultTag(readReference(name));
  const found = await context.registry.find(reference, auth);
  if (found === 'no repository')
    throw new ApiError(
      'forbidden',
      'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n',
      await context.registry.available(reference),
    );
  if (found === 'no manifest' || found === 'no platform')
    throw new ApiError(
      'notFound',
      `manifest unknown: manifest for ${formatFamiliar({ ...reference, domain: '', path: formatRepository(reference) })} not found`,
      await context.registry.available(reference),
    );
  const { architecture, os, variant } = found.config;
  return {
    Descriptor: { mediaType: MANIFEST, digest: found.digest, size: 0 },
    Platforms: [{ architecture, os, ...(variant === undefined ? {} : { variant }) }],
  };
}
