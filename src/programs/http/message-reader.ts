import { concatBytes, NO_BYTES, toText } from '../../lib/bytes.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { MOST_HELD, type BodyAccount } from './body-account.ts';
import { HttpHeaders } from './http-headers.ts';
import {
  EndlessBodyError,
  HttpFormatError,
  type HttpRequest,
  type HttpResponseHead,
} from './http-message.ts';

const CHUNK = 65536;
const LONGEST_LINE = 65536;

const MOST_HEADERS = 1000;
/**
 * A body as one. Whoever asked for it releases the account when it is needed no more.
 * @throws EndlessBodyError where it is more than anybody here can hold; then it is read no further
 */
export async function wholeBody(
  pieces: AsyncIterable<Uint8Array>,
  account: BodyAccount | undefined,
): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > MOST_HELD) throw new EndlessBodyError('body too long');
    account?.take(piece.length);
    held.push(piece);
  }
  return concatBytes(held);
}

/** Reads HTTP messages from a connection, one after another. */
export class MessageReader {
  readonly #socket: Socket;
  #buffer: Uint8Array = NO_BYTES;
  #ended = false;
  /** Bytes that came in. */
  received = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  async #fill(): Promise<boolean> {
    if (this.#ended) return false;
    const bytes = await this.#socket.read(CHUNK);
    if (!bytes) {
      this.#ended = true;
      return false;
    }
    this.received += bytes.length;
    this.#buffer = this.#buffer.length ? concatBytes([this.#buffer, bytes]) : bytes;
    return true;
  }

  /** A line without its end; undefined at the end of the connection. */
  async readLine(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0) {
        const line = toText(this.#buffer.subarray(0, end)).replace(/\r$/, '');
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
      }
      if (this.#buffer.length > LONGEST_LINE) throw new HttpFormatError('line too long');
      if (!(await this.#fill())) return undefined;
    }
  }

  async #headers(): Promise<HttpHeaders> {
    const headers = new HttpHeaders();
    let count = 0;
    for (let line = await this.readLine(); line; line = await this.readLine()) {
      if (++count > MOST_HEADERS) throw new HttpFormatError('too many headers');
      const colon = line.indexOf(':');
      if (colon <= 0) throw new HttpFormatError(`bad header line: ${line}`);
      headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
    return headers;
  }

  /** The next request with its body; undefined when the client has closed. @throws HttpFormatError */
  async readRequest(account: BodyAccount | undefined): Promise<HttpRequest | undefined> {
    let line = await this.readLine();
    while (line === '') line = await this.readLine();
    if (line === undefined) return undefined;
    const match = /^([A-Za-z]+) (\S+)(?: (HTTP\/\d\.\d))?$/.exec(line);
    if (!match?.[1] || match[2] === undefined) throw new HttpFormatError(`bad request line: ${line}`);
    if (match[3] === undefined)
      return {
        method: match[1],
        target: match[2],
        version: 'HTTP/0.9',
        headers: new HttpHeaders(),
        body: NO_BYTES,
      };
    const headers = await this.#headers();
    if (headers.get('Expect')?.toLowerCase() === '100-continue')
      await this.#socket.write(new TextEncoder().encode('HTTP/1.1 100 Continue\r\n\r\n'));
    const hasBody = headers.has('Content-Length') || headers.has('Transfer-Encoding');
    const body = hasBody ? await wholeBody(this.body(headers), account) : NO_BYTES;
    return {
      method: match[1],
      target: match[2],
      version: match[3],
      headers,
      body,
      ...(account ? { account } : {}),
    };
  }

  /** The head of the next response, after any 1xx; undefined if the server closed without one. @throws HttpFormatError */
  async readResponseHead(): Promise<HttpResponseHead | undefined> {
    for (;;) {
      const line = await this.readLine();
      if (line === undefined) {
        if (this.#buffer.length > 0) throw new HttpFormatError('no status line');
        return undefined;
      }
      const match = /^(HTTP\/\d(?:\.\d)?) (\d{3}) ?(.*)$/.exec(line);
      if (!match?.[1]) throw new HttpFormatError(`bad status line: ${line}`);
      const head = {
        version: match[1],
        status: Number(match[2]),
        reason: match[3] ?? '',
        headers: await this.#headers(),
      };
      if (head.status >= 200 || head.status === 101) return head;
    }
  }

  /** The body that these headers announce, in pieces: by length, chunked, or up to the end. @throws HttpFormatError where it is cut short */
  async *body(headers: HttpHeaders): AsyncGenerator<Uint8Array> {
    if (/chunked/i.test(headers.get('Transfer-Encoding') ?? '')) {
      yield* this.#chunks();
      return;
    }
    const length = headers.get('Content-Length');
    if (length !== undefined) yield* this.#exactly(Number(length));
    else yield* this.rest();
  }

  /** Everything up to the end of the connection. */
  async *rest(): AsyncGenerator<Uint8Array> {
    do {
      if (this.#buffer.length > 0) yield this.#take(this.#buffer.length);
    } while (await this.#fill());
  }

  #take(count: number): Uint8Array {
    const bytes = this.#buffer.slice(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return bytes;
  }

  async *#exactly(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0;) {
      if (this.#buffer.length === 0 && !(await this.#fill()))
        throw new HttpFormatError(`transfer closed with ${left} bytes remaining to read`);
      const bytes = this.#take(Math.min(left, this.#buffer.length));
      left -= bytes.length;
      yield bytes;
    }
  }

  async *#chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const line = await this.readLine();
      const size = Number.parseInt(line ?? '', 16);
      if (line === undefined || Number.isNaN(size)) throw new HttpFormatError('bad chunk size');
      if (size === 0) {
        await this.#headers();
        return;
      }
      yield* this.#exactly(size);
      await this.readLine();
    }
  }
}
