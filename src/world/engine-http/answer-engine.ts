import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { toBytes } from '../../lib/bytes.ts';
import { formatHttpDate } from '../../programs/http/http-date.ts';
import { HttpHeaders } from '../../programs/http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../../programs/http/http-message.ts';
import { ROUTES, type Reply } from './routes.ts';
import { RAW_STREAM } from './log-frames.ts';

const NEWEST = [1, 50];
const OLDEST = [1, 24];

/**
 * One call of the Engine API over HTTP. Errors are answered as `{"message": …}`. Simplified: attach, exec, archives and build, whose bodies are
 * not JSON, have no HTTP form here and are answered with 501.
 * @see moby v28 api/server/middleware/version.go, api/server/httputils
 */
export async function answerEngine(
  api: EngineApi,
  request: HttpRequest,
  nowMs: number,
): Promise<HttpResponse> {
  const headers = new HttpHeaders([
    ['Api-Version', NEWEST.join('.')],
    ['Docker-Experimental', 'false'],
    ['Ostype', 'linux'],
    ['Server', 'Docker/28.2.2 (linux)'],
    ['Date', formatHttpDate(nowMs)],
  ]);
  try {
    return toResponse(headers, await dispatch(api, request));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 304) return { status: 304, headers };
    return toResponse(headers, { status: error.status, json: { message: error.message } });
  }
}

function toResponse(headers: HttpHeaders, { status = 200, json, text, stream, type }: Reply): HttpResponse {
  if (stream) {
    headers.set('Content-Type', type ?? RAW_STREAM);
    return { status, headers, body: stream };
  }
  if (text !== undefined) {
    headers.set('Content-Type', 'text/plain; charset=utf-8');
    return { status, headers, body: toBytes(text) };
  }
  if (json === undefined) return { status, headers };
  headers.set('Content-Type', 'application/json');
  return { status, headers, body: toBytes(`${JSON.stringify(json)}\n`) };
}

async function dispatch(api: EngineApi, request: HttpRequest): Promise<Reply> {
  const url = new URL(request.target, 'http://docker');
  const [, version, path = url.pathname] = /^\/v(\d+\.\d+)(\/.*)$/.exec(url.pathname) ?? [];
  if (version !== undefined) checkVersion(version);
  for (const [methods, pattern, handler] of ROUTES) {
    const match = pattern.exec(path);
    if (!match || !methods.split(' ').includes(request.method)) continue;
    const names = match.slice(1).map((part) => decodeURIComponent(part));
    return handler(api, { names, query: url.searchParams, request });
  }
  throw new ApiError('notFound', 'page not found');
}

/** @throws ApiError where the client speaks one that this daemon does not */
function checkVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isBefore = ([a = 0, b = 0]: readonly number[], [c = 0, d = 0]: readonly number[]): boolean =>
    a < c || (a === c && b < d);
  if (isBefore(NEWEST, [major, minor]))
    throw new ApiError(
      'invalidParameter',
      `client version ${version} is too new. Maximum supported API version is ${NEWEST.join('.')}`,
    );
  if (isBefore([major, minor], OLDEST))
    throw new ApiError(
      'invalidParameter',
      `client version ${version} is too old. Minimum supported API version is ${OLDEST.join('.')}, please upgrade your client to a newer version`,
    );
}
