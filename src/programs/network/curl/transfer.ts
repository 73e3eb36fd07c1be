import { toBytes } from '../../../lib/bytes.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import { HttpHeaders } from '../../http/http-headers.ts';
import { HttpFormatError, type HttpResponseHead } from '../../http/http-message.ts';
import { formatRequest, hasNoBody } from '../../http/http-request.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import type { Options } from '../../support/parse-options.ts';
import { hostHeader, type ParsedUrl } from '../url.ts';
import { staysOpen, type Connection, type ConnectionPool } from './connection-pool.ts';
import { CurlError } from './curl-error.ts';
import type { RequestBody } from './curl-options.ts';

/** What a request is made of besides its URL. */
export interface TransferRequest {
  readonly method: string;
  readonly body: RequestBody | undefined;
  /** What the cookie jar has for the place. */
  readonly cookies: string | undefined;
}

/** What a transfer measured, for -w. */
export interface TransferInfo {
  status: number;
  headers: HttpHeaders;
  bodyBytes: number;
  headerBytes: number;
  sentBytes: number;
  remote: string;
  remotePort: number;
  local: string;
  localPort: number;
  lookupMs: number;
  connectMs: number;
  firstByteMs: number;
}

/** An empty record for a transfer that begins. */
export function newTransferInfo(): TransferInfo {
  return {
    status: 0,
    headers: new HttpHeaders(),
    bodyBytes: 0,
    headerBytes: 0,
    sentBytes: 0,
    remote: '',
    remotePort: 0,
    local: '',
    localPort: 0,
    lookupMs: 0,
    connectMs: 0,
    firstByteMs: 0,
  };
}

/** Where the parts of an answer go. */
export interface TransferSink {
  head(head: HttpResponseHead): Promise<void>;
  body(bytes: Uint8Array): Promise<void>;
}

/** One request, on a connection of the pool where one leads there. Writes heads and bodies where `sink` says. @throws CurlError */
export async function transfer(
  proc: Process,
  options: Options,
  pool: ConnectionPool,
  url: ParsedUrl,
  request: TransferRequest,
  info: TransferInfo,
  sink: TransferSink,
): Promise<void> {
  const start = proc.now();
  const verbose = (text: string): Promise<void> | void => (options.has('v') ? proc.err(text) : undefined);
  const key = options.value('unix-socket') ?? `${url.host}:${url.port}`;
  const known = pool.take(key);
  if (known) await verbose(`* Re-using existing http: connection with host ${url.host}\n`);
  let connection = known ?? pool.add(await open(proc, options, pool, url, info, start, verbose));
  let keeps = false;
  try {
    let head = await ask(connection, options, url, request, info, verbose);
    if (!head && known) {
      await verbose('* Connection died, retrying a fresh connect (retry count: 1)\n');
      connection.socket.close();
      connection = pool.add(await open(proc, options, pool, url, info, start, verbose));
      head = await ask(connection, options, url, request, info, verbose);
    }
    info.firstByteMs = proc.now() - start;
    if (!head) {
      await verbose(`* Empty reply from server\n* shutting down connection #${connection.number}\n`);
      throw new CurlError(52, 'Empty reply from server');
    }
    await receive(connection, request, head, info, sink, verbose);
    keeps = staysOpen(head, !hasNoBody(request.method, head.status));
    await verbose(
      keeps
        ? `* Connection #${connection.number} to host ${url.host} left intact\n`
        : `* shutting down connection #${connection.number}\n`,
    );
  } catch (error) {
    if (error instanceof HttpFormatError) throw wordFormatError(error, info);
    if (isSysError(error, 'ECONNRESET')) throw new CurlError(56, 'Recv failure: Connection reset by peer');
    throw error;
  } finally {
    if (keeps) pool.keep(key, connection);
    else connection.socket.close();
  }
}

/** Sends a request and reads the head of its answer; undefined where the server closed instead. */
async function ask(
  { socket, reader }: Connection,
  options: Options,
  url: ParsedUrl,
  request: TransferRequest,
  info: TransferInfo,
  verbose: (text: string) => Promise<void> | void,
): Promise<HttpResponseHead | undefined> {
  const headers = requestHeaders(options, url, request);
  const body = request.body?.bytes;
  const bytes = formatRequest(url.target, { method: request.method, headers }, body);
  await verbose(
    `> ${request.method} ${url.target} HTTP/1.1\n${[...headers].map(([name, value]) => `> ${name}: ${value}\n`).join('')}> \n`,
  );
  if (body) await verbose(`} [${body.length} bytes data]\n`);
  await verbose('* Request completely sent off\n');
  info.sentBytes = bytes.length;
  await socket.write(bytes);
  return (await reader.readResponseHead()) ?? undefined;
}

async function receive(
  { reader }: Connection,
  request: TransferRequest,
  head: HttpResponseHead,
  info: TransferInfo,
  sink: TransferSink,
  verbose: (text: string) => Promise<void> | void,
): Promise<void> {
  info.status = head.status;
  info.headers = head.headers;
  const lines = [
    `${head.version} ${head.status} ${head.reason}`,
    ...[...head.headers].map(([name, value]) => `${name}: ${value}`),
    '',
  ];
  info.headerBytes = lines.reduce((sum, line) => sum + line.length + 2, 0);
  await verbose(lines.map((line) => `< ${line}\n`).join(''));
  await sink.head(head);
  if (hasNoBody(request.method, head.status)) return;
  for await (const piece of reader.body(head.headers)) {
    info.bodyBytes += piece.length;
    await sink.body(piece);
  }
}

function wordFormatError(error: HttpFormatError, info: TransferInfo): CurlError {
  if (info.status === 0) return new CurlError(1, 'Received HTTP/0.9 when not allowed');
  return error.message.startsWith('transfer closed')
    ? new CurlError(18, error.message)
    : new CurlError(56, error.message);
}

async function open(
  proc: Process,
  options: Options,
  pool: ConnectionPool,
  url: ParsedUrl,
  info: TransferInfo,
  start: number,
  verbose: (text: string) => Promise<void> | void,
): Promise<Socket> {
  const path = options.value('unix-socket');
  if (path !== undefined) return proc.connectUnix(path);
  const fixed = options
    .values('resolve')
    .map((one) => one.split(':'))
    .find(([host, port]) => host === url.host && Number(port) === url.port);
  const [address] = fixed?.[2] ? [fixed[2]] : await proc.network.resolve(url.host);
  info.lookupMs = proc.now() - start;
  if (address === undefined) {
    await verbose(`* Could not resolve host: ${url.host}\n* shutting down connection #${pool.next}\n`);
    throw new CurlError(6, `Could not resolve host: ${url.host}`);
  }
  await verbose(
    `* Host ${url.host}:${url.port} was resolved.\n* IPv6: (none)\n* IPv4: ${address}\n*   Trying ${address}:${url.port}...\n`,
  );
  try {
    const socket = await proc.network.connect(address, url.port);
    info.connectMs = proc.now() - start;
    [info.remote, info.remotePort] = [address, url.port];
    [info.local, info.localPort] = [socket.local.address, socket.local.port];
    await verbose(`* Connected to ${url.host} (${address}) port ${url.port}\n* using HTTP/1.x\n`);
    return socket;
  } catch (error) {
    if (!isSysError(error) || error.code === 'EINTR') throw error;
    const reason = error.code === 'ETIMEDOUT' ? 'Connection timed out' : "Couldn't connect to server";
    await verbose(
      `* connect to ${address} port ${url.port} from 0.0.0.0 port 0 failed: ${error.message}\n* Failed to connect to ${url.host} port ${url.port} after ${Math.floor(proc.now() - start)} ms: ${reason}\n* closing connection #${pool.next}\n`,
    );
    const status = error.code === 'ETIMEDOUT' ? 28 : 7;
    throw new CurlError(
      status,
      `Failed to connect to ${url.host} port ${url.port} after ${Math.floor(proc.now() - start)} ms: ${reason}`,
    );
  }
}

function requestHeaders(options: Options, url: ParsedUrl, request: TransferRequest): HttpHeaders {
  const headers = new HttpHeaders([['Host', hostHeader(url)]]);
  const user = options.value('u') ?? url.user;
  if (user !== undefined) headers.append('Authorization', `Basic ${encodeBase64(toBytes(user))}`);
  headers.append('User-Agent', options.value('A') ?? 'curl/8.14.1');
  headers.append('Accept', request.body?.type === 'application/json' ? 'application/json' : '*/*');
  const referer = options.value('e');
  if (referer !== undefined) headers.append('Referer', referer);
  const cookies = [request.cookies, ...options.values('b').filter((value) => value.includes('='))];
  const cookie = cookies.filter((value) => value !== undefined).join('; ');
  if (cookie !== '') headers.append('Cookie', cookie);
  const own = options.values('H').flatMap((line) => {
    const [, name, mark, value = ''] = /^([^:;]+)([:;])\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value, removes: mark === ':' && value === '' }];
  });
  for (const { name, value, removes } of own) {
    if (removes) headers.delete(name);
    else headers.set(name, value);
  }
  if (!request.body) return headers;
  // The body's headers come behind those of the command line, which replace them.
  const body = {
    'Content-Length': String(request.body.bytes.length),
    'Content-Type': request.body.type,
  };
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined && !own.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      headers.append(name, value);
  }
  return headers;
}
