import { tableOf } from '../../lib/table.ts';
import { concatBytes, toBytes } from '../../lib/bytes.ts';
import { parseBool } from '../../lib/go-bool.ts';
import type { Process } from '../../kernel/process.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { goHeaders, writeGoRequest } from './go-request.ts';

/** The values of a query, decoded; the first of each name. */
export function queryOf(target: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const pair of (target.split('?')[1] ?? '').split('&')) {
    const [name = '', ...rest] = pair.split('=');
    if (name !== '' && !values.has(name)) values.set(decode(name), decode(rest.join('=')));
  }
  return values;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function addressesOf(proc: Process): string[] {
  return proc.network.interfaces.map(({ address }) => address);
}

const remoteOf = ({ remote }: Socket): string => `${remote.address}:${remote.port}`;

const wantsEnvironment = (request: HttpRequest): boolean =>
  parseBool(queryOf(request.target).get('env') ?? '') ?? false;

/** The page that tells who answers, where from, and what it was asked. @see traefik/whoami app.go whoamiHandler */
export function whoamiPage(proc: Process, name: string, request: HttpRequest, socket: Socket): Uint8Array {
  const lines = [
    ...(name === '' ? [] : [`Name: ${name}`]),
    `Hostname: ${proc.hostname}`,
    ...addressesOf(proc).map((address) => `IP: ${address}`),
    `RemoteAddr: ${remoteOf(socket)}`,
  ];
  const environment = wantsEnvironment(request)
    ? [...proc.env].map(([key, value]) => `${key}=${value}\n`).join('')
    : '';
  return concatBytes([toBytes(`${lines.join('\n')}\n`), writeGoRequest(request), toBytes(environment)]);
}

/** The same as JSON; what is empty is left out. @see traefik/whoami app.go apiHandler */
export function apiPage(proc: Process, name: string, request: HttpRequest, socket: Socket): Uint8Array {
  const environment = wantsEnvironment(request) ? [...proc.env].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  const headers = goHeaders(request.headers);
  const data = {
    hostname: proc.hostname,
    ip: addressesOf(proc),
    ...(headers.size > 0 ? { headers: Object.fromEntries(headers) } : {}),
    url: request.target,
    host: request.headers.get('Host') ?? '',
    method: request.method,
    ...(name === '' ? {} : { name }),
    remoteAddr: remoteOf(socket),
    ...(environment.length > 0 ? { environ: Object.fromEntries(environment) } : {}),
  };
  return toBytes(`${escapeHtml(JSON.stringify(data))}\n`);
}

/** Go's encoder makes JSON safe to stand in a page. */
function escapeHtml(json: string): string {
  return json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}

const LETTERS = '-ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PIECE = LETTERS.length * 1024;
const UNITS: Readonly<Record<string, number>> = tableOf({
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
});

/** How much `/data?size=3&unit=KB` asks for. */
export function dataSize(target: string): number {
  const query = queryOf(target);
  const text = query.get('size') ?? '';
  const size = /^[+-]?\d+$/.test(text) ? Math.max(0, Number(text)) : 1;
  return size * (UNITS[(query.get('unit') ?? '').toLowerCase()] ?? 1);
}

/** So many bytes between two bars; fewer than two are none. */
export async function* dataContent(proc: Process, size: number): AsyncGenerator<Uint8Array> {
  const letters = toBytes(LETTERS.repeat(PIECE / LETTERS.length));
  for (let at = 0; size > 1 && at < size; at += PIECE) {
    const piece = letters.slice(0, Math.min(PIECE, size - at));
    if (at === 0) piece[0] = BAR;
    if (at + PIECE >= size) piece[piece.length - 1] = BAR;
    const turn = proc.tick(piece.length >> 6);
    if (turn) await turn;
    yield piece;
  }
}

const BAR = 0x7c;
