const ENCODED_LENGTH: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** Why a digest is refused; the message is go-digest's. */
export class DigestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DigestError';
  }
}

/**
 * Checks `algorithm:hex`.
 * @throws DigestError
 * @see opencontainers/go-digest v1.0.0 digest.go Validate
 */
export function validateDigest(digest: string): void {
  if (!/^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(digest)) {
    throw new DigestError('invalid checksum digest format');
  }
  const colon = digest.indexOf(':');
  const length = ENCODED_LENGTH.get(digest.slice(0, colon));
  if (length === undefined) throw new DigestError('unsupported digest algorithm');
  const encoded = digest.slice(colon + 1);
  if (encoded.length !== length) throw new DigestError('invalid checksum digest length');
  if (!/^[a-f0-9]+$/.test(encoded)) throw new DigestError('invalid checksum digest format');
}

/** Whether the text is a digest in full, as `sha256:…`. */
export function isDigest(text: string): boolean {
  try {
    validateDigest(text);
    return true;
  } catch {
    return false;
  }
}
