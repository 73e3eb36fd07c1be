import { gzipSync } from 'fflate';
import { ApiError } from '../../api/api-error.ts';
import type {
  ImageConfigFile,
  OutgoingImage,
  OutgoingLayer,
  PushedManifest,
  PushStep,
  RegistryAnswer,
  RegistryCredentials,
  RegistryLayer,
  RegistryReference,
} from '../../api/registry.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';
import type { Network } from '../../kernel/net/socket.ts';
import { gunzipped } from '../../lib/gunzip.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { TarFormatError } from '../../lib/tar-format.ts';
import {
  ACCEPTED_MANIFESTS,
  describeBlob,
  formatManifest,
  MANIFEST_TYPE,
  parseManifest,
  type Descriptor,
} from './manifest.ts';
import { RegistryClient } from './registry-client.ts';

/** How many layers are sent at a time; the others wait. @see moby v28 distribution/xfer */
const AT_ONCE = 5;

/**
 * An image from a registry on the simulated network. Simplified: every layer is fetched, also one that is here.
 * @throws ApiError
 */
export async function pullFrom(
  network: Network,
  reference: RegistryReference,
  credentials: RegistryCredentials | undefined,
  insecure = false,
): Promise<RegistryAnswer> {
  const client = new RegistryClient(network, reference.domain, credentials, insecure);
  await client.ping();
  const repository = `/v2/${reference.path}`;
  const path = `${repository}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`;
  const answer = await client.ask('GET', path, undefined, [['Accept', ACCEPTED_MANIFESTS.join(', ')]]);
  if (answer.status === 404) return 'no manifest';
  const manifest = answer.status === 200 ? parseManifest(toText(answer.body)) : undefined;
  if (!manifest) throw new ApiError('system', refusal(answer.status, answer.body));
  const blob = async ({ digest }: Descriptor): Promise<Uint8Array> => {
    const { status, body } = await client.ask('GET', `${repository}/blobs/${digest}`);
    if (status !== 200) throw new ApiError('system', refusal(status, body));
    if (sha256Digest(body) !== digest)
      throw new ApiError('system', `filesystem layer verification failed for digest ${digest}`);
    return body;
  };
  const config = readConfig(await blob(manifest.config));
  const layers: RegistryLayer[] = [];
  for (const descriptor of manifest.layers) layers.push(readLayer(descriptor.digest, await blob(descriptor)));
  const text = toText(answer.body);
  return {
    digest: sha256Digest(answer.body),
    manifest: { mediaType: manifest.mediaType, text },
    config,
    layers,
  };
}

/** The tags of a repository. @throws ApiError, also where the registry has none of it */
export async function tagsOf(
  network: Network,
  reference: RegistryReference,
  credentials: RegistryCredentials | undefined,
): Promise<readonly string[]> {
  const client = new RegistryClient(network, reference.domain, credentials);
  await client.ping();
  const { status, body } = await client.ask('GET', `/v2/${reference.path}/tags/list`);
  if (status === 404)
    throw new ApiError(
      'notFound',
      `repository ${reference.domain}/${reference.path} not found: ${refusal(status, body)}`,
    );
  if (status !== 200) throw new ApiError('system', refusal(status, body));
  const { tags } = JSON.parse(toText(body)) as { readonly tags: readonly string[] | null };
  return [...(tags ?? [])].sort();
}

/** What is no image's configuration gets the fields of an empty one. @throws ApiError for what is no JSON */
function readConfig(bytes: Uint8Array): ImageConfigFile {
  try {
    const { architecture, os, created, config, history, ...more } = JSON.parse(
      toText(bytes),
    ) as Partial<ImageConfigFile>;
    return {
      ...more,
      architecture: architecture ?? 'amd64',
      os: os ?? 'linux',
      created: created ?? '',
      config: config ?? {},
      history: Array.isArray(history) ? history : [],
    };
  } catch (error) {
    throw new ApiError('system', `invalid image config: ${(error as Error).message}`);
  }
}

/** @throws ApiError for what is no layer */
function readLayer(digest: string, bytes: Uint8Array): RegistryLayer {
  try {
    const tar = gunzipped(bytes);
    const source = sourceOfArchive(tar);
    return {
      digest,
      diffId: sha256Digest(tar),
      compressedBytes: bytes.length,
      entries: () => source.entries(),
    };
  } catch (error) {
    if (error instanceof TarFormatError)
      throw new ApiError('system', 'failed to register layer: archive/tar: invalid tar header');
    throw error;
  }
}

/** Sends what the registry lacks, then the manifest. @throws ApiError @see moby v28 distribution/push_v2.go */
export async function* pushTo(
  network: Network,
  reference: RegistryReference,
  image: OutgoingImage,
  credentials: RegistryCredentials | undefined,
): AsyncGenerator<PushStep, PushedManifest> {
  const client = new RegistryClient(network, reference.domain, credentials);
  await client.ping();
  const topFirst = [...image.layers].reverse();
  for (const { diffId } of topFirst) yield { diffId, status: 'Preparing' };
  for (const { diffId } of topFirst.slice(AT_ONCE)) yield { diffId, status: 'Waiting' };
  const descriptors = new Map<string, Descriptor>();
  for (const layer of topFirst) {
    const descriptor = descriptors.get(layer.diffId) ?? (yield* pushLayer(client, reference.path, layer));
    descriptors.set(layer.diffId, descriptor);
  }
  const configBytes = toBytes(image.config);
  const config = describeBlob('config', configBytes);
  if (!(await has(client, reference.path, config))) await upload(client, reference.path, config, configBytes);
  const layers = image.layers.flatMap(({ diffId }) => descriptors.get(diffId) ?? []);
  const manifest = toBytes(formatManifest(config, layers));
  const path = `/v2/${reference.path}/manifests/${reference.tag ?? 'latest'}`;
  const { status, body } = await client.ask('PUT', path, manifest, [['Content-Type', MANIFEST_TYPE]]);
  if (status !== 201) throw new ApiError('system', refusal(status, body));
  return { digest: sha256Digest(manifest), size: manifest.length };
}

async function* pushLayer(
  client: RegistryClient,
  repository: string,
  { diffId, tar }: OutgoingLayer,
): AsyncGenerator<PushStep, Descriptor> {
  const bytes = gzipSync(tar(), { mtime: 0 });
  const descriptor = describeBlob('layer', bytes);
  const total = bytes.length;
  if (await has(client, repository, descriptor)) {
    yield { diffId, status: 'Layer already exists' };
    return descriptor;
  }
  yield { diffId, status: 'Pushing', progress: { current: Math.min(512, total), total } };
  await upload(client, repository, descriptor, bytes);
  yield { diffId, status: 'Pushed' };
  return descriptor;
}

async function has(client: RegistryClient, repository: string, { digest }: Descriptor): Promise<boolean> {
  const { status } = await client.ask('HEAD', `/v2/${repository}/blobs/${digest}`);
  return status === 200;
}

/** A blob in one upload. @throws ApiError */
async function upload(
  client: RegistryClient,
  repository: string,
  descriptor: Descriptor,
  bytes: Uint8Array,
): Promise<void> {
  const begun = await client.ask('POST', `/v2/${repository}/blobs/uploads/`);
  if (begun.status !== 202) throw new ApiError('system', refusal(begun.status, begun.body));
  const sent = await client.ask('PATCH', pathOf(begun.headers.get('Location') ?? ''), bytes, [
    ['Content-Type', 'application/octet-stream'],
  ]);
  if (sent.status !== 202) throw new ApiError('system', refusal(sent.status, sent.body));
  const location = pathOf(sent.headers.get('Location') ?? '');
  const separator = location.includes('?') ? '&' : '?';
  const done = await client.ask('PUT', `${location}${separator}digest=${descriptor.digest}`);
  if (done.status !== 201) throw new ApiError('system', refusal(done.status, done.body));
}

/** Where an upload goes on: registries answer with a whole URL or a path. */
function pathOf(location: string): string {
  return location.replace(/^https?:\/\/[^/]+/, '');
}

/** What a registry said against it. @see distribution docs/content/spec/api.md, Errors */
function refusal(status: number, body: Uint8Array): string {
  try {
    const { errors = [] } = JSON.parse(toText(body)) as { errors?: { code: string; message: string }[] };
    const [first] = errors;
    if (first) return `${first.code.toLowerCase().replaceAll('_', ' ')}: ${first.message}`;
  } catch {
    // No JSON: the status is all there is to tell.
  }
  return `received unexpected HTTP status: ${status}`;
}
