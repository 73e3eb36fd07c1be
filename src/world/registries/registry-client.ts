import { ApiError } from '../../api/api-error.ts';
import type { RegistryCredentials } from '../../api/registry.ts';
import { isSysError } from '../../kernel/errno.ts';
import { isLoopback } from '../../kernel/net/ipv4.ts';
import type { Network } from '../../kernel/net/socket.ts';
import { encodeBase64 } from '../../lib/base64.ts';
import { toBytes } from '../../lib/bytes.ts';
import { HttpHeaders } from '../../programs/http/http-headers.ts';
import { HttpFormatError } from '../../programs/http/http-message.ts';
import { machineAccount } from '../../programs/http/body-account.ts';
import { EmptyReplyError, httpRequest, UnknownHostError } from '../../programs/http/http-request.ts';
import { wholeBody } from '../../programs/http/message-reader.ts';

export interface RegistryAnswerHead {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array;
}

/** Whom systemd's stub resolver is, for Go's words about unknown names. */
const NAMESERVER = '127.0.0.53:53';

const MOST_PORT = 65_535;

/** Asks one registry over the machine's network, as the daemon does. @see distribution docs/content/spec/api.md; moby v28 registry */
export class RegistryClient {
  readonly #network: Network;
  readonly #host: string;
  readonly #credentials: RegistryCredentials | undefined;
  /** Registries on this machine, and those called insecure, may be asked without TLS; nothing simulated speaks it. */
  readonly #scheme: 'http' | 'https';

  constructor(
    network: Network,
    host: string,
    credentials: RegistryCredentials | undefined,
    insecure = false,
  ) {
    this.#network = network;
    this.#host = host;
    this.#credentials = credentials;
    const name = host.replace(/:\d+$/, '');
    this.#scheme = insecure || name === 'localhost' || isLoopback(name) ? 'http' : 'https';
  }

  url(path: string): string {
    return `${this.#scheme}://${this.#host}${path}`;
  }

  /** Is a registry there, and may we in? @throws ApiError */
  async ping(): Promise<void> {
    const { status } = await this.ask('GET', '/v2/');
    if (status === 401) throw this.#unauthorized('GET', '/v2/');
    if (status !== 200)
      throw new ApiError('system', `Get "${this.url('/v2/')}": unexpected status code ${status}`);
  }

  /** A request and its whole answer. @throws ApiError in the words of Go's HTTP client where there is none */
  async ask(
    method: string,
    path: string,
    body?: Uint8Array,
    more: readonly (readonly [string, string])[] = [],
  ): Promise<RegistryAnswerHead> {
    const headers = new HttpHeaders([['User-Agent', 'docker/28.2.2 go/go1.24.3 kernel/6.8.0-drydock os/linux arch/amd64 UpstreamClient(Docker-Client/28.2.2 \\(linux\\))']]); // prettier-ignore
    for (const [name, value] of more) headers.set(name, value);
    if (this.#credentials) {
      const { username, password } = this.#credentials;
      headers.set('Authorization', `Basic ${encodeBase64(toBytes(`${username}:${password}`))}`);
    }
    const account = machineAccount(this.#network);
    try {
      const port = /:\d+$/.test(this.#host) || this.#scheme === 'http' ? '' : ':443';
      const exchange = await httpRequest(this.#network, `http://${this.#host}${port}${path}`, {
        method,
        headers,
        ...(body ? { body } : {}),
      });
      const whole = await wholeBody(exchange.body, account);
      if (this.#scheme === 'https')
        throw new ApiError(
          'system',
          `${verb(method)} "${this.url(path)}": http: server gave HTTP response to HTTPS client`,
        );
      return { status: exchange.head.status, headers: exchange.head.headers, body: whole };
    } catch (error) {
      throw await this.#explained(error, method, path);
    } finally {
      account.release();
    }
  }

  #unauthorized(method: string, path: string): ApiError {
    const why = this.#credentials ? 'unauthorized: authentication required' : 'no basic auth credentials';
    return new ApiError('unauthorized', `${verb(method)} "${this.url(path)}": ${why}`);
  }

  async #explained(error: unknown, method: string, path: string): Promise<unknown> {
    const name = this.#host.replace(/:\d+$/, '');
    const port = /:(\d+)$/.exec(this.#host)?.[1] ?? (this.#scheme === 'http' ? '80' : '443');
    const failed = (why: string): ApiError =>
      new ApiError('system', `${verb(method)} "${this.url(path)}": ${why}`);
    if (Number(port) > MOST_PORT) return failed(`dial tcp: address ${port}: invalid port`);
    if (error instanceof UnknownHostError)
      return failed(`dial tcp: lookup ${name} on ${NAMESERVER}: no such host`);
    if (error instanceof EmptyReplyError) return failed('EOF');
    if (error instanceof HttpFormatError) return failed('unexpected EOF');
    if (!isSysError(error)) return error;
    const [address = name] = await this.#network.resolve(name);
    return failed(`dial tcp ${address}:${port}: connect: ${error.message.toLowerCase()}`);
  }
}

/** Go's HTTP errors begin with the method as a word. */
function verb(method: string): string {
  return method.slice(0, 1) + method.slice(1).toLowerCase();
}
