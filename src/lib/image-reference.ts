import { IDENTIFIER_PATTERN, NAME_PATTERN, REFERENCE_PATTERN } from './image-reference-grammar.ts';
import { isDigest, validateDigest } from './image-digest.ts';
import { matchGlob } from './glob.ts';

const DEFAULT_DOMAIN = 'docker.io';
const LEGACY_DEFAULT_DOMAIN = 'index.docker.io';
const OFFICIAL_PREFIX = 'library/';
const MAX_PATH_LENGTH = 255;

/** `[domain/]path[:tag][@digest]`. `domain` is empty only where a reference was not normalised. */
export interface ImageReference {
  readonly domain: string;
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** A text is no image reference; the message is Docker's. */
export class ImageReferenceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImageReferenceError';
  }
}

/**
 * Reads a reference literally: no default domain, no `library/`, no tag.
 * @throws ImageReferenceError or DigestError
 * @see distribution/reference v0.6.0 reference.go Parse
 */
export function parseReference(text: string): ImageReference {
  const match = REFERENCE_PATTERN.exec(text);
  if (!match) throw new ImageReferenceError(syntaxProblem(text));
  const name = NAME_PATTERN.exec(match[1] ?? '');
  const domain = name?.[1] ?? '';
  const path = name?.[2] ?? match[1] ?? '';
  if (path.length > MAX_PATH_LENGTH) {
    throw new ImageReferenceError(`repository name must not be more than ${MAX_PATH_LENGTH} characters`);
  }
  const [, , tag, digest] = match;
  if (digest !== undefined) validateDigest(digest);
  return { domain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

function syntaxProblem(text: string): string {
  if (text === '') return 'repository name must have at least one component';
  if (REFERENCE_PATTERN.test(text.toLowerCase())) return 'repository name must be lowercase';
  return 'invalid reference format';
}

/**
 * Reads what a user types and completes it: `alpine` is `docker.io/library/alpine`. No tag is added.
 * @throws ImageReferenceError or DigestError
 * @see distribution/reference v0.6.0 normalize.go ParseNormalizedNamed
 */
export function parseImageReference(text: string): ImageReference {
  if (IDENTIFIER_PATTERN.test(text)) {
    throw new ImageReferenceError(
      `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`,
    );
  }
  const { domain, rest } = splitDomain(text);
  const colon = rest.indexOf(':');
  const remote = colon < 0 ? rest : rest.slice(0, colon);
  if (remote.toLowerCase() !== remote) {
    throw new ImageReferenceError(`invalid reference format: repository name (${remote}) must be lowercase`);
  }
  return parseReference(`${domain}/${rest}`);
}

function splitDomain(text: string): { domain: string; rest: string } {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  const domain = !isDomain || first === LEGACY_DEFAULT_DOMAIN ? DEFAULT_DOMAIN : first;
  const rest = isDomain ? text.slice(slash + 1) : text;
  const official = domain === DEFAULT_DOMAIN && !rest.includes('/');
  return { domain, rest: official ? OFFICIAL_PREFIX + rest : rest };
}

/**
 * Reads a reference, a 64-digit ID or a digest.
 * @throws ImageReferenceError or DigestError
 * @see distribution/reference v0.6.0 normalize.go ParseAnyReference
 */
export function parseReferenceOrId(text: string): ImageReference | { readonly id: string } {
  if (IDENTIFIER_PATTERN.test(text)) return { id: `sha256:${text}` };
  if (isDigest(text)) return { id: text };
  return parseImageReference(text);
}

/**
 * Reads a reference as the daemon pulls it: a digest wins over a tag, and without either it is `latest`.
 * @throws ImageReferenceError or DigestError
 * @see distribution/reference v0.6.0 normalize.go ParseDockerRef
 */
export function parseDockerReference(text: string): ImageReference {
  const reference = parseImageReference(text);
  if (reference.tag !== undefined && reference.digest !== undefined) {
    return { domain: reference.domain, path: reference.path, digest: reference.digest };
  }
  return withDefaultTag(reference);
}

/** The same reference with `latest` where it has neither tag nor digest. */
export function withDefaultTag(reference: ImageReference): ImageReference {
  if (reference.tag !== undefined || reference.digest !== undefined) return reference;
  return { ...reference, tag: 'latest' };
}

/** `domain/path`, in full. */
export function formatRepository(reference: ImageReference): string {
  return reference.domain === '' ? reference.path : `${reference.domain}/${reference.path}`;
}

/** The reference in full: `docker.io/library/alpine:3.20`. */
export function formatReference(reference: ImageReference): string {
  return formatRepository(reference) + suffix(reference);
}

function suffix({ tag, digest }: ImageReference): string {
  return (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}

/**
 * The repository as Docker shows it: `alpine`, `user/app`, `registry.example.com/app`.
 * @see distribution/reference v0.6.0 normalize.go familiarizeName
 */
export function formatFamiliarName(reference: ImageReference): string {
  if (reference.domain !== DEFAULT_DOMAIN) return formatRepository(reference);
  const parts = reference.path.split('/');
  const [first, second] = parts;
  if (parts.length === 2 && first === 'library' && second !== undefined) return second;
  return reference.path;
}

/** The reference as Docker shows it: `alpine:3.20`. */
export function formatFamiliar(reference: ImageReference): string {
  return formatFamiliarName(reference) + suffix(reference);
}

/**
 * Whether a shell pattern matches the familiar reference, or the familiar name without its tag.
 * @throws GlobSyntaxError
 * @see distribution/reference v0.6.0 helpers.go FamiliarMatch
 */
export function matchesFamiliar(pattern: string, reference: ImageReference): boolean {
  return matchGlob(pattern, formatFamiliar(reference)) || matchGlob(pattern, formatFamiliarName(reference));
}
