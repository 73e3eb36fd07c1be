import { ApiError } from '../../api/api-error.ts';
import type { PlatformManifest, RegistryManifests } from '../../api/image-types.ts';
import type { RegistryCredentials, RegistryImage } from '../../api/registry.ts';
import { toBytes } from '../../lib/bytes.ts';
import { formatReference, withDefaultTag } from '../../lib/image-reference.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { formatConfigFile } from '../content/image-config.ts';
import type { EngineContext } from '../engine-context.ts';
import { readReference } from './find-image.ts';
import { fetchImage } from './pull.ts';

const OCI = 'application/vnd.oci.image';

/**
 * The manifests that a registry keeps under a reference, for `docker manifest`.
 * Simplified: a real client asks the registry itself; here it is the daemon that knows what can be reached.
 * @throws ApiError where there is none
 * @see docker/cli v28.2.2 cli/registry/client/fetcher.go
 */
export async function registryManifests(
  context: EngineContext,
  name: string,
  { auth, insecure }: { readonly auth?: RegistryCredentials; readonly insecure: boolean },
): Promise<RegistryManifests> {
  const reference = withDefaultTag(readReference(name));
  const found = await context.registry.findAll(reference, {
    ...(auth ? { credentials: auth } : {}),
    insecure,
  });
  if (found === 'no repository')
    throw new ApiError(
      'forbidden',
      'errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required\n',
    );
  if (found === 'no manifest')
    throw new ApiError('notFound', `no such manifest: ${formatReference(reference)}`);
  return { index: found.index, manifests: found.images.map((image) => describe(context, image)) };
}

function describe(context: EngineContext, image: RegistryImage): PlatformManifest {
  const { mediaType, text } = image.manifest ?? makeManifest(context, image);
  const { architecture, os, variant } = image.config;
  return {
    mediaType,
    digest: sha256Digest(text),
    text,
    platform: { architecture, os, ...(variant === undefined ? {} : { variant }) },
  };
}

/** The manifest of an image that is kept without one; its config's digest is the image's ID. @see OCI image-spec manifest.md */
function makeManifest(context: EngineContext, source: RegistryImage): NonNullable<RegistryImage['manifest']> {
  const { image, layers } = fetchImage(context, source);
  const mediaType = `${OCI}.manifest.v1+json`;
  const manifest = {
    schemaVersion: 2,
    mediaType,
    config: {
      mediaType: `${OCI}.config.v1+json`,
      digest: image.id,
      size: toBytes(formatConfigFile(image)).length,
    },
    layers: layers.map(({ digest, record, compressedBytes }) => ({
      mediaType: `${OCI}.layer.v1.tar+gzip`,
      digest: digest ?? record.chainId,
      size: compressedBytes,
    })),
  };
  return { mediaType, text: JSON.stringify(manifest, null, 2) };
}
