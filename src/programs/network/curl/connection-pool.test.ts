import { describe, expect, it } from 'vitest';
import { HttpHeaders } from '../../http/http-headers.ts';
import { staysOpen } from './connection-pool.ts';

describe('staysOpen', () => {
  const answer = (version: string, ...headers: [string, string][]) => ({
    version,
    status: 200,
    reason: 'OK',
    headers: new HttpHeaders(headers),
  });

  it.each([
    ['a body with a length', answer('HTTP/1.1', ['Content-Length', '3']), true, true],
    ['chunks', answer('HTTP/1.1', ['Transfer-Encoding', 'chunked']), true, true],
    ['a body that ends with the connection', answer('HTTP/1.1'), true, false],
    ['no body', answer('HTTP/1.1'), false, true],
    ['a server that closes', answer('HTTP/1.1', ['Content-Length', '3'], ['Connection', 'Close']), true, false],
    ['HTTP/1.0', answer('HTTP/1.0', ['Content-Length', '3']), true, false],
    ['HTTP/1.0 kept alive', answer('HTTP/1.0', ['Content-Length', '3'], ['Connection', 'keep-alive']), true, true],
  ] as const)('after %s', (_, head, hasBody, stays) => {
    expect(staysOpen(head, hasBody)).toBe(stays);
  }); // prettier-ignore
});
