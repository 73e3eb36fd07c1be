import { describe, expect, it } from 'vitest';
import { concatBytes, toBytes, toText } from '../../lib/bytes.ts';
import type { Process } from '../../kernel/process.ts';
import { bootForTest, runForTest } from '../../kernel/testing/boot.ts';
import { HttpHeaders } from './http-headers.ts';
import { EmptyReplyError, httpRequest } from './http-request.ts';
import { serveHttp, type HttpHandler } from './serve-http.ts';

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield toBytes('one ');
  yield toBytes('two');
}

const handler: HttpHandler = ({ method, target, body }) =>
  target === '/stream'
    ? { status: 200, headers: new HttpHeaders(), body: pieces() }
    : {
        status: target === '/no' ? 404 : 200,
        headers: new HttpHeaders(),
        body: toBytes(`${method} ${target} ${toText(body)}`),
      };

/** Everything a raw client gets for what it sends. */
async function talk(proc: Process, text: string): Promise<string> {
  const socket = await proc.network.connect('127.0.0.1', 80);
  await socket.write(toBytes(text));
  const parts: Uint8Array[] = [];
  for (let bytes = await socket.read(65536); bytes; bytes = await socket.read(65536)) parts.push(bytes);
  return toText(concatBytes(parts));
}

async function serve(body: (proc: Process) => Promise<string>): Promise<string> {
  const machine = bootForTest();
  const result = await runForTest(machine, async (proc) => {
    serveHttp(proc, proc.network.listen('0.0.0.0', 80), handler);
    await proc.out(await body(proc));
    return 0;
  });
  expect(machine.errors).toEqual([]);
  return result.stdout;
}

describe('serveHttp and httpRequest', () => {
  it('keeps a connection alive until it is asked to close', async () => {
    const text = await serve((proc) =>
      talk(
        proc,
        'GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /no HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      ),
    );
    expect(text).toBe(
      'HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: keep-alive\r\n\r\nGET /a ' +
        'HTTP/1.1 404 Not Found\r\nContent-Length: 8\r\nConnection: close\r\n\r\nGET /no ',
    );
  });

  it('sends a body in pieces as chunks, and none for HEAD', async () => {
    const text = await serve((proc) =>
      talk(proc, 'HEAD /a HTTP/1.1\r\n\r\nGET /stream HTTP/1.1\r\nConnection: close\r\n\r\n'),
    );
    expect(text).toBe(
      'HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: keep-alive\r\n\r\n' +
        'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n',
    );
  });

  it('answers 400 to what is no request', async () => {
    expect(await serve((proc) => talk(proc, 'hello\r\n\r\n'))).toBe(
      'HTTP/1.1 400 Bad Request\r\nContent-Length: 12\r\nConnection: close\r\n\r\nBad Request\n',
    );
  });

  it('a client sends a body and reads the answer', async () => {
    const text = await serve(async (proc) => {
      const { head, body } = await httpRequest(proc.network, 'http://127.0.0.1/p?q=1', {
        method: 'POST',
        body: toBytes('data'),
      });
      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      return `${head.status} ${head.reason} ${toText(concatBytes(parts))}`;
    });
    expect(text).toBe('200 OK POST /p?q=1 data');
  });

  it('a server that only hangs up has made an empty reply', async () => {
    const text = await serve(async (proc) => {
      const listener = proc.network.listen('0.0.0.0', 81);
      proc.thread('rude', async () => (await listener.accept()).close());
      const error: unknown = await httpRequest(proc.network, 'http://127.0.0.1:81/').catch(
        (reason: unknown) => reason,
      );
      return String(error instanceof EmptyReplyError);
    });
    expect(text).toBe('true');
  });

  it('an answer that makes no sense ends the connection', async () => {
    const text = await serve(async (proc) => {
      const listener = proc.network.listen('0.0.0.0', 81);
      let heard: string | number = 'nothing';
      proc.thread('odd', async () => {
        const socket = await listener.accept();
        await socket.read(65536);
        await socket.write(toBytes('what?\r\n\r\n'));
        heard = (await socket.read(1))?.length ?? 'the end';
      });
      const error: unknown = await httpRequest(proc.network, 'http://127.0.0.1:81/').catch(
        (reason: unknown) => reason,
      );
      await proc.sleep(1000);
      return `${String(error)}, then ${heard}`;
    });
    expect(text).toMatch(/bad status line: what\?, then the end$/);
  });
});
