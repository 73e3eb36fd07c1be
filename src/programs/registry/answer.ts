import { NO_BYTES, toBytes, toText } from '../../lib/bytes.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { RegistryError } from './registry-error.ts';
import type { RegistryStorage } from './storage.ts';

/** What answers need besides the request. */
export interface RegistryContext {
  readonly storage: RegistryStorage;
  /** Manifests and blobs may be deleted. */
  readonly deletes: boolean;
  /** A name for an upload. */
  newId(): string;
}

interface Call extends RegistryContext {
  readonly request: HttpRequest;
  readonly query: URLSearchParams;
  /** The repository. */
  readonly name: string;
  /** Tag, digest or upload. */
  readonly what: string;
}

type Answer = (call: Call) => HttpResponse;

const NAME = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = `(?<name>${NAME}(?:/${NAME})*)`;
const TAG_OR_DIGEST = '(?<what>[\\w][\\w.-]{0,127}|sha256:[0-9a-f]{64})';
const DEFAULT_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';

/** Paths below /v2/ and what each method does there. @see distribution docs/content/spec/api.md, Detail */
const ROUTES: readonly (readonly [RegExp, Readonly<Record<string, Answer>>])[] = [
  [/^\/v2\/$/, { GET: () => json({}) }],
  [/^\/v2\/_catalog$/, { GET: catalogue }],
  [new RegExp(`^/v2/${REPOSITORY}/tags/list$`), { GET: tagList }],
  [
    new RegExp(`^/v2/${REPOSITORY}/manifests/${TAG_OR_DIGEST}$`),
    { GET: getManifest, HEAD: getManifest, PUT: putManifest, DELETE: deleteManifest },
  ],
  [
    new RegExp(`^/v2/${REPOSITORY}/blobs/(?<what>sha256:[0-9a-f]{64})$`),
    { GET: getBlob, HEAD: getBlob, DELETE: deleteBlob },
  ],
  [new RegExp(`^/v2/${REPOSITORY}/blobs/uploads/$`), { POST: beginUpload }],
  [
    new RegExp(`^/v2/${REPOSITORY}/blobs/uploads/(?<what>[0-9a-f-]+)$`),
    { GET: uploadStatus, PATCH: appendUpload, PUT: endUpload, DELETE: cancelUpload },
  ],
];

/** Answers one request. What it refuses is a JSON document of errors. */
export function answerRegistry(request: HttpRequest, context: RegistryContext): HttpResponse {
  // A target with two slashes in front is no host.
  const url = new URL(request.target.replace(/^\/+/, '/'), 'http://registry');
  try {
    for (const [path, methods] of ROUTES) {
      const match = path.exec(url.pathname);
      if (!match) continue;
      const answer = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
      if (!answer) throw new RegistryError('UNSUPPORTED');
      const { name = '', what = '' } = match.groups ?? {};
      return answer({ ...context, request, query: url.searchParams, name, what });
    }
    if (url.pathname === '/')
      return { status: 200, headers: headers([['Cache-Control', 'no-cache']]), body: NO_BYTES };
    if (url.pathname === '/v2')
      return {
        status: 301,
        headers: headers([['Location', '/v2/']]),
        body: toBytes('<a href="/v2/">Moved Permanently</a>.\n\n'),
      };
    return {
      status: 404,
      headers: headers([['Content-Type', 'text/plain; charset=utf-8']]),
      body: toBytes('404 page not found\n'),
    };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return {
      status: error.status,
      headers: headers([['Content-Type', JSON_TYPE]]),
      body: toBytes(error.body),
    };
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

function headers(fields: readonly (readonly [string, string])[]): HttpHeaders {
  return new HttpHeaders([
    ['Docker-Distribution-Api-Version', 'registry/2.0'],
    ['X-Content-Type-Options', 'nosniff'],
    ...fields,
  ]);
}

function json(value: unknown, more: readonly (readonly [string, string])[] = []): HttpResponse {
  const text = JSON.stringify(value);
  return {
    status: 200,
    headers: headers([['Content-Type', JSON_TYPE], ...more]),
    body: toBytes(text === '{}' ? text : `${text}\n`),
  };
}

/** A page of names after `last`, and the link to the next one. @throws RegistryError */
function page(
  names: readonly string[],
  { query, request }: Call,
): { items: readonly string[]; link: readonly (readonly [string, string])[] } {
  const wanted = query.get('n');
  const count = wanted === null ? 100 : Number(wanted);
  if (!Number.isInteger(count) || count < 0)
    throw new RegistryError('PAGINATION_NUMBER_INVALID', { n: wanted });
  const last = query.get('last') ?? '';
  const left = names.filter((name) => name > last);
  const items = left.slice(0, count);
  if (left.length <= items.length || items.length === 0) return { items, link: [] };
  const path = request.target.replace(/\?.*/, '');
  const next = `${path}?last=${encodeURIComponent(items.at(-1) ?? '')}&n=${count}`;
  return { items, link: [['Link', `<${next}>; rel="next"`]] };
}

function catalogue(call: Call): HttpResponse {
  const { items, link } = page(call.storage.repositories(), call);
  return json({ repositories: items }, link);
}

function tagList(call: Call): HttpResponse {
  const tags = call.storage.tags(call.name);
  if (!tags) throw new RegistryError('NAME_UNKNOWN', { name: call.name });
  return json({ name: call.name, tags: tags.length ? tags : null });
}

function getManifest({ storage, name, what }: Call): HttpResponse {
  const digest = storage.manifestDigest(name, what);
  if (digest === undefined) {
    const detail = what.includes(':') ? { Name: name, Revision: what } : { Tag: what };
    throw new RegistryError('MANIFEST_UNKNOWN', detail);
  }
  const body = storage.readBlob(digest);
  const mediaType = mediaTypeOf(body);
  return {
    status: 200,
    headers: headers([
      ['Content-Type', mediaType],
      ['Docker-Content-Digest', digest],
      ['Etag', `"${digest}"`],
    ]),
    body,
  };
}

/** What a manifest calls itself; a damaged one has the usual type. */
function mediaTypeOf(manifest: Uint8Array): string {
  try {
    const { mediaType } = (JSON.parse(toText(manifest)) ?? {}) as { mediaType?: unknown };
    return typeof mediaType === 'string' ? mediaType : DEFAULT_MANIFEST;
  } catch {
    return DEFAULT_MANIFEST;
  }
}

function putManifest({ storage, request, name, what }: Call): HttpResponse {
  const byDigest = what.includes(':');
  if (byDigest && sha256Digest(request.body) !== what) throw new RegistryError('DIGEST_INVALID');
  for (const digest of blobsOf(request.body))
    if (!storage.hasBlob(name, digest)) throw new RegistryError('MANIFEST_BLOB_UNKNOWN', { digest });
  const digest = storage.putManifest(name, byDigest ? undefined : what, request.body);
  return {
    status: 201,
    headers: headers([
      ['Docker-Content-Digest', digest],
      ['Location', `/v2/${name}/manifests/${digest}`],
    ]),
    body: NO_BYTES,
  };
}

/** Digests that a manifest refers to. @throws RegistryError for what is no manifest */
function blobsOf(bytes: Uint8Array): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(toText(bytes));
  } catch {
    throw new RegistryError('MANIFEST_INVALID', {});
  }
  const { schemaVersion, config, layers } = (manifest ?? {}) as Record<string, unknown>;
  const parts = Array.isArray(layers) ? [config, ...(layers as unknown[])] : [];
  const digests = parts.map((part) => (part as { digest?: unknown } | null | undefined)?.digest);
  const areDigests = digests.every(
    (digest) => typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest),
  );
  if (schemaVersion !== 2 || parts.length === 0 || !areDigests)
    throw new RegistryError('MANIFEST_INVALID', {});
  return digests as string[];
}

function deleteManifest({ storage, deletes, name, what }: Call): HttpResponse {
  if (!deletes || !what.includes(':')) throw new RegistryError('UNSUPPORTED');
  if (storage.manifestDigest(name, what) === undefined)
    throw new RegistryError('MANIFEST_UNKNOWN', { Name: name, Revision: what });
  storage.deleteManifest(name, what);
  return { status: 202, headers: headers([]), body: NO_BYTES };
}

function getBlob({ storage, name, what }: Call): HttpResponse {
  if (!storage.hasBlob(name, what)) throw new RegistryError('BLOB_UNKNOWN', { digest: what });
  return {
    status: 200,
    headers: headers([
      ['Cache-Control', 'max-age=31536000'],
      ['Content-Length', String(storage.blobSize(what))],
      ['Content-Type', 'application/octet-stream'],
      ['Docker-Content-Digest', what],
      ['Etag', `"${what}"`],
    ]),
    body: storage.readBlob(what),
  };
}

function deleteBlob({ storage, deletes, name, what }: Call): HttpResponse {
  if (!deletes) throw new RegistryError('UNSUPPORTED');
  if (!storage.hasBlob(name, what)) throw new RegistryError('BLOB_UNKNOWN', { digest: what });
  storage.deleteLayer(name, what);
  return { status: 202, headers: headers([]), body: NO_BYTES };
}

function beginUpload(call: Call): HttpResponse {
  const { storage, query, name, newId, request } = call;
  const [mount, from] = [query.get('mount'), query.get('from')];
  if (mount && from && storage.hasBlob(from, mount)) {
    storage.mountLayer(name, mount);
    return created(name, mount);
  }
  const id = newId();
  storage.beginUpload(name, id);
  if (query.has('digest')) {
    storage.appendUpload(name, id, request.body);
    return finish({ ...call, what: id });
  }
  return progress(call, id, 202);
}

/** Where an upload stands. */
function progress({ storage, name, request }: Call, id: string, status: 202 | 204): HttpResponse {
  const size = storage.uploadSize(name, id);
  if (size === undefined) throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
  const host = request.headers.get('Host') ?? '';
  return {
    status,
    headers: headers([
      ['Docker-Upload-Uuid', id],
      ['Location', `http://${host}/v2/${name}/blobs/uploads/${id}`],
      ['Range', `0-${Math.max(0, size - 1)}`],
    ]),
    body: NO_BYTES,
  };
}

function uploadStatus(call: Call): HttpResponse {
  return progress(call, call.what, 204);
}

function appendUpload(call: Call): HttpResponse {
  const { storage, name, what, request } = call;
  if (storage.uploadSize(name, what) === undefined) throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
  storage.appendUpload(name, what, request.body);
  return progress(call, what, 202);
}

function endUpload(call: Call): HttpResponse {
  const { storage, name, what, request } = call;
  if (storage.uploadSize(name, what) === undefined) throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
  storage.appendUpload(name, what, request.body);
  return finish(call);
}

function finish({ storage, query, name, what }: Call): HttpResponse {
  const bytes = storage.readUpload(name, what);
  const digest = query.get('digest') ?? '';
  if (sha256Digest(bytes) !== digest) throw new RegistryError('DIGEST_INVALID', { digest });
  storage.putLayer(name, bytes);
  storage.endUpload(name, what);
  return created(name, digest);
}

function created(name: string, digest: string): HttpResponse {
  return {
    status: 201,
    headers: headers([
      ['Docker-Content-Digest', digest],
      ['Location', `/v2/${name}/blobs/${digest}`],
    ]),
    body: NO_BYTES,
  };
}

function cancelUpload({ storage, name, what }: Call): HttpResponse {
  if (storage.uploadSize(name, what) === undefined) throw new RegistryError('BLOB_UPLOAD_UNKNOWN');
  storage.endUpload(name, what);
  return { status: 204, headers: headers([]), body: NO_BYTES };
}
