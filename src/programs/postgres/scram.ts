import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';
import { toBytes } from '../../lib/bytes.ts';

/** The name of the mechanism, as the server offers it. @see RFC 5802, RFC 7677 */
export const SCRAM_MECHANISM = 'SCRAM-SHA-256';
const ITERATIONS = 4096;
/** "No channel binding", as the client repeats it. */
const NO_BINDING = 'biws';

/** What a server keeps of a password: `SCRAM-SHA-256$iterations:salt$StoredKey:ServerKey`. */
export interface Verifier {
  readonly iterations: number;
  readonly salt: string;
  readonly storedKey: Uint8Array;
  readonly serverKey: Uint8Array;
}

const mac = (key: Uint8Array, text: string): Uint8Array => hmac(sha256, key, toBytes(text));
const saltPassword = (password: string, salt: string, iterations: number): Uint8Array =>
  pbkdf2(sha256, toBytes(password.normalize('NFKC')), decodeBase64(salt).bytes, { c: iterations, dkLen: 32 });

function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, at) => byte ^ (other[at] ?? 0));
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Of a role's rolpassword; undefined where it is none of SCRAM's. */
export function parseVerifier(text: string): Verifier | undefined {
  const match = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):(.+)$/.exec(text);
  if (!match) return undefined;
  const [, iterations = '', salt = '', stored = '', server = ''] = match;
  return {
    iterations: Number(iterations),
    salt,
    storedKey: decodeBase64(stored).bytes,
    serverKey: decodeBase64(server).bytes,
  };
}

/** A password as it is kept. */
export function formatVerifier(password: string, salt: Uint8Array): string {
  const text = encodeBase64(salt);
  const salted = saltPassword(password, text, ITERATIONS);
  const storedKey = sha256(mac(salted, 'Client Key'));
  return `${SCRAM_MECHANISM}$${ITERATIONS}:${text}$${encodeBase64(storedKey)}:${encodeBase64(mac(salted, 'Server Key'))}`;
}

/** What nobody's password matches: who asks for a role that is not there learns nothing from it. */
export function mockVerifier(salt: Uint8Array): Verifier {
  const key = new Uint8Array(32);
  return { iterations: ITERATIONS, salt: encodeBase64(salt), storedKey: key, serverKey: key };
}

/** The attributes of a message: `r=…,s=…,i=…`. */
function attributes(message: string): ReadonlyMap<string, string> {
  return new Map(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
}

/** The server's side of one exchange. */
export class ScramServer {
  readonly #verifier: Verifier;
  readonly #nonce: string;
  #bare = '';
  #first = '';

  /** `nonce` is the server's part: printable, without a comma. */
  constructor(verifier: Verifier, nonce: string) {
    this.#verifier = verifier;
    this.#nonce = nonce;
  }

  /** The answer to the client's first message; undefined where that is malformed. */
  first(message: string): string | undefined {
    const bare = /^[ny],[^,]*,(.*)$/s.exec(message)?.[1];
    const nonce = attributes(bare ?? '').get('r');
    if (bare === undefined || !nonce) return undefined;
    this.#bare = bare;
    this.#first = `r=${nonce}${this.#nonce},s=${this.#verifier.salt},i=${this.#verifier.iterations}`;
    return this.#first;
  }

  /** The answer to the client's last message; undefined where the password was another. */
  last(message: string): string | undefined {
    const fields = attributes(message);
    const proof = decodeBase64(fields.get('p') ?? '').bytes;
    const without = message.replace(/,p=.*$/s, '');
    const text = `${this.#bare},${this.#first},${without}`;
    if (fields.get('r') !== attributes(this.#first).get('r') || proof.length !== 32) return undefined;
    const clientKey = xor(proof, mac(this.#verifier.storedKey, text));
    if (!isEqual(sha256(clientKey), this.#verifier.storedKey)) return undefined;
    return `v=${encodeBase64(mac(this.#verifier.serverKey, text))}`;
  }
}

/** Makes a key of a password: PBKDF2 with SHA-256, as many rounds as the server says. */
export type Derive = (password: Uint8Array, salt: Uint8Array, rounds: number) => Promise<Uint8Array>;

/** The client's side of one exchange. */
export class ScramClient {
  readonly #password: string;
  readonly #bare: string;
  readonly #derive: Derive;
  #signature = '';

  constructor(password: string, nonce: string, derive: Derive) {
    this.#password = password;
    this.#derive = derive;
    // The server knows the role from the startup packet.
    this.#bare = `n=,r=${nonce}`;
  }

  first(): string {
    return `n,,${this.#bare}`;
  }

  /** The last message, from the server's first; undefined where the rounds that it names are no number. */
  async last(message: string): Promise<string | undefined> {
    const fields = attributes(message);
    const rounds = Number(fields.get('i'));
    if (!(Number.isInteger(rounds) && rounds >= 1 && rounds < 2 ** 31)) return undefined;
    const password = toBytes(this.#password.normalize('NFKC'));
    const salted = await this.#derive(password, decodeBase64(fields.get('s') ?? '').bytes, rounds);
    const without = `c=${NO_BINDING},r=${fields.get('r') ?? ''}`;
    const text = `${this.#bare},${message},${without}`;
    const clientKey = mac(salted, 'Client Key');
    this.#signature = encodeBase64(mac(mac(salted, 'Server Key'), text));
    return `${without},p=${encodeBase64(xor(clientKey, mac(sha256(clientKey), text)))}`;
  }

  /** Does the server know the password too? */
  isServer(message: string): boolean {
    return message === `v=${this.#signature}`;
  }
}
