import { describe, expect, it } from 'vitest';
import { concatBytes, toBytes, toText } from '../../lib/bytes.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { EndlessBodyError, HttpFormatError } from './http-message.ts';
import { MessageReader, wholeBody } from './message-reader.ts';

/** A connection that brings these pieces one at a time. */
function socketOf(...pieces: string[]): Socket {
  const address = { address: '127.0.0.1', port: 1 };
  return {
    local: address,
    remote: address,
    read: () => Promise.resolve(pieces.length ? toBytes(pieces.shift() ?? '') : null),
    write: () => Promise.resolve(),
    end: () => undefined,
    close: () => undefined,
    readable: () => true,
  };
}

async function readBody(...pieces: string[]): Promise<string> {
  const reader = new MessageReader(socketOf(...pieces));
  const head = await reader.readResponseHead();
  const parts: Uint8Array[] = [];
  if (head) for await (const part of reader.body(head.headers)) parts.push(part);
  return toText(concatBytes(parts));
}

describe('MessageReader', () => {
  it('reads requests one after another from one connection', async () => {
    const reader = new MessageReader(
      socketOf('POST /a HTTP/1.1\r\nHost: x\r\nContent-', 'Length: 3\r\n\r\nab', 'cGET /b HTTP/1.0\r\n\r\n'),
    );
    const first = await reader.readRequest(undefined);
    const second = await reader.readRequest(undefined);
    expect([
      first?.method,
      first?.target,
      first?.headers.get('host'),
      toText(first?.body ?? toBytes('?')),
    ]).toEqual(['POST', '/a', 'x', 'abc']);
    expect([second?.method, second?.target, second?.version]).toEqual(['GET', '/b', 'HTTP/1.0']);
    expect(await reader.readRequest(undefined)).toBeUndefined();
  });

  it('reads bodies by length, in chunks, and up to the end', async () => {
    expect(await readBody('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel', 'lo and more')).toBe('hello');
    expect(
      await readBody(
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n',
        'a;x=y\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n',
      ),
    ).toBe('abc0123456789');
    expect(await readBody('HTTP/1.0 200 OK\r\n\r\nall', ' of it')).toBe('all of it');
  });

  it('skips interim responses', async () => {
    expect(
      await readBody('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nx'),
    ).toBe('x');
  });

  it('refuses what is cut short or no HTTP', async () => {
    await expect(readBody('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel')).rejects.toThrow(
      'transfer closed with 2 bytes remaining to read',
    );
    await expect(readBody('SSH-2.0-OpenSSH\r\n')).rejects.toThrow(HttpFormatError);
    await expect(readBody('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n')).rejects.toThrow(
      'bad chunk size',
    );
  });

  it('gives up a body that goes on and on, and a head that does', async () => {
    const piece = new Uint8Array(16 * 1024 * 1024);
    let given = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (; given < 1000; given++) yield piece;
      } finally {
        isClosed = true;
      }
    }
    await expect(wholeBody(endless(), undefined)).rejects.toThrow(EndlessBodyError);
    expect({ given, isClosed }).toEqual({ given: 16, isClosed: true });
    const head = new MessageReader(socketOf('GET / HTTP/1.1\r\n', ...Array(50).fill('a: b\r\n'.repeat(100))));
    await expect(head.readRequest(undefined)).rejects.toThrow('too many headers');
  });
});
