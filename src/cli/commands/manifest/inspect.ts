import type { PlatformManifest, RegistryManifests } from '../../../api/image-types.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { formatReference, withDefaultTag, type ImageReference } from '../../../lib/image-reference.ts';
import { ApiError } from '../../../api/api-error.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { parseReference } from '../image/parse-reference.ts';
import { authFor } from '../registry/credentials.ts';

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';

/** Shows what a registry keeps under a name, without pulling it. @see docker/cli v28.2.2 cli/command/manifest/inspect.go */
export async function runManifestInspect({ proc, flags, args, api }: CommandContext): Promise<number> {
  const reference = withDefaultTag(parseReference(args.at(-1) ?? ''));
  // Nothing is ever in the client's own store of manifest lists: `docker manifest create` is refused.
  if (args.length === 2) throw new CliError(`No such manifest: ${formatReference(reference)}`);
  const options = { insecure: flags.bool('insecure'), ...authFor(proc, reference.domain) };
  const answer = await (
    await api()
  )
    .RegistryManifests(formatReference(reference), options)
    .catch((error: unknown) => {
      // The registry's own words: no daemon comes between.
      throw error instanceof ApiError ? new CliError(error.message) : error;
    });
  const verbose = flags.bool('verbose');
  await proc.out(`${verbose ? formatVerbose(reference, answer) : format(answer)}\n`);
  return 0;
}

/** A manifest is shown as it is kept, a list of them as the client makes it anew. */
function format({ index, manifests }: RegistryManifests): string {
  const [first] = manifests;
  if (!index) return JSON.stringify(JSON.parse(first?.text ?? '{}'), null, '\t');
  const list = {
    schemaVersion: 2,
    mediaType: first?.mediaType === OCI_MANIFEST ? OCI_INDEX : MANIFEST_LIST,
    manifests: manifests.map(({ mediaType, digest, text, platform }) => ({
      mediaType,
      size: toBytes(text).length,
      digest,
      platform,
    })),
  };
  return JSON.stringify(list, null, 3);
}

function formatVerbose(reference: ImageReference, { index, manifests }: RegistryManifests): string {
  const shown = manifests.map((manifest) =>
    describe(index ? { ...reference, digest: manifest.digest } : reference, manifest),
  );
  return JSON.stringify(index ? shown : shown[0], null, '\t');
}

function describe(
  reference: ImageReference,
  { mediaType, digest, text, platform }: PlatformManifest,
): object {
  const bytes = toBytes(text);
  return {
    Ref: formatReference(reference),
    Descriptor: { mediaType, digest, size: bytes.length, platform },
    Raw: encodeBase64(bytes),
    [mediaType === OCI_MANIFEST ? 'OCIManifest' : 'SchemaV2Manifest']: JSON.parse(text),
  };
}
