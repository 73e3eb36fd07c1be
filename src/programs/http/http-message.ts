import type { BodyAccount } from './body-account.ts';
import type { HttpHeaders } from './http-headers.ts';

/** A request as it was read or is to be sent. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  /** `HTTP/1.1` */
  readonly version: string;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array;
  /** Where is counted what is held for it until it is answered. */
  readonly account?: BodyAccount;
}

/** A response; `body` in pieces is sent chunked. */
export interface HttpResponse {
  readonly status: number;
  readonly reason?: string;
  readonly headers: HttpHeaders;
  readonly body?: Uint8Array | AsyncIterable<Uint8Array>;
}

/** The head of a response as a client reads it. */
export interface HttpResponseHead {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly headers: HttpHeaders;
}

/** The other side does not speak HTTP. */
export class HttpFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HttpFormatError';
  }
}

/** It goes on and on. */
export class EndlessBodyError extends HttpFormatError {}

/** Reason phrases. @see RFC 9110 §15, IANA */
export const REASONS: Readonly<Record<number, string>> = {
  100: 'Continue', 101: 'Switching Protocols', 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently', 302: 'Found',
  303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden',
  404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required', 412: 'Precondition Failed',
  413: 'Request Entity Too Large', 414: 'Request-URI Too Large', 415: 'Unsupported Media Type', 416: 'Requested Range Not Satisfiable', 418: "I'm a teapot",
  422: 'Unprocessable Entity', 429: 'Too Many Requests', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Time-out',
  505: 'HTTP Version Not Supported',
}; // prettier-ignore
