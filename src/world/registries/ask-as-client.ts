import { ApiError } from '../../api/api-error.ts';
import type { RegistryCredentials, RegistryPlatforms, RegistryReference } from '../../api/registry.ts';
import type { Network } from '../../kernel/net/socket.ts';
import { pullFrom } from './remote-registry.ts';

/**
 * What `docker manifest` learns of a registry on the simulated network, which it asks itself: with TLS first, and without only where told so.
 * @throws ApiError where there is no registry
 * @see docker/cli v28.2.2 cli/registry/client/fetcher.go iterateEndpoints
 */
export async function askAsClient(
  network: Network,
  reference: RegistryReference,
  { credentials, insecure }: { readonly credentials?: RegistryCredentials; readonly insecure: boolean },
): Promise<RegistryPlatforms | 'no manifest'> {
  const image = await pullFrom(network, reference, credentials, true).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    // A registry that was reached and refuses is one without the manifest.
    if (error.kind === 'unauthorized') return 'no manifest' as const;
    const reason = error.message.replace(/"http:/, '"https:');
    throw new ApiError('system', `failed to configure transport: error pinging v2 registry: ${reason}`);
  });
  return insecure && typeof image === 'object' ? { index: false, images: [image] } : 'no manifest';
}
