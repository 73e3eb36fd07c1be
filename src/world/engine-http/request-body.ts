import { ApiError } from '../../api/api-error.ts';
import type { ContainerCreateRequest, ExecCreateRequest } from '../../api/container-types.ts';
import { toText } from '../../lib/bytes.ts';
import type { HttpRequest } from '../../programs/http/http-message.ts';

/** The JSON object of a request; an empty body is an empty object. @throws ApiError @see moby v28 api/server/httputils/httputils.go */
export function readJson(request: HttpRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\b/i.test(type))
    throw new ApiError(
      'invalidParameter',
      `unsupported Content-Type header (${type}): must be 'application/json'`,
    );
  try {
    const value: unknown = JSON.parse(toText(request.body));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ApiError('invalidParameter', `invalid JSON: ${error.message}`);
  }
  throw new ApiError('invalidParameter', 'invalid JSON: cannot unmarshal the value into an object');
}

type Shape = 'string' | 'boolean' | 'number' | 'strings' | 'object';

const CONFIG_SHAPES: Readonly<Record<string, Shape>> = {
  Hostname: 'string', Domainname: 'string', User: 'string', Image: 'string', WorkingDir: 'string', StopSignal: 'string', AttachStdin: 'boolean', AttachStdout: 'boolean', AttachStderr: 'boolean',
  Tty: 'boolean', OpenStdin: 'boolean', StdinOnce: 'boolean', StopTimeout: 'number', Env: 'strings', Cmd: 'strings', Entrypoint: 'strings', Shell: 'strings', OnBuild: 'strings',
  ExposedPorts: 'object', Volumes: 'object', Labels: 'object', Healthcheck: 'object', HostConfig: 'object', NetworkingConfig: 'object',
}; // prettier-ignore
const HOST_SHAPES: Readonly<Record<string, Shape>> = {
  Binds: 'strings', NetworkMode: 'string', PortBindings: 'object', PublishAllPorts: 'boolean', RestartPolicy: 'object', AutoRemove: 'boolean', VolumesFrom: 'strings', CapAdd: 'strings', CapDrop: 'strings',
  Dns: 'strings', ExtraHosts: 'strings', Links: 'strings', PidMode: 'string', Privileged: 'boolean', ReadonlyRootfs: 'boolean', Tmpfs: 'object', Memory: 'number', MemorySwap: 'number',
  MemoryReservation: 'number', NanoCpus: 'number', CpuShares: 'number', PidsLimit: 'number', Init: 'boolean', LogConfig: 'object',
}; // prettier-ignore

/** The body of a container's creation, with every field that the daemon reads of the type it has. @throws ApiError */
export function readCreateRequest(request: HttpRequest): ContainerCreateRequest {
  const body = readJson(request);
  for (const name of ['Cmd', 'Entrypoint', 'Shell'])
    if (typeof body[name] === 'string') body[name] = [body[name]];
  checkShapes(body, CONFIG_SHAPES, 'ContainerConfig');
  if (body.HostConfig) checkShapes(body.HostConfig as Record<string, unknown>, HOST_SHAPES, 'HostConfig');
  return body;
}

const EXEC_SHAPES: Readonly<Record<string, Shape>> = {
  Cmd: 'strings', Env: 'strings', User: 'string', WorkingDir: 'string', Tty: 'boolean', Privileged: 'boolean', AttachStdin: 'boolean', AttachStdout: 'boolean', AttachStderr: 'boolean',
}; // prettier-ignore

/** The body of an exec's creation. @throws ApiError */
export function readExecRequest(request: HttpRequest): ExecCreateRequest {
  const body = readJson(request);
  checkShapes(body, EXEC_SHAPES, 'ExecOptions');
  return { ...body, Cmd: (body['Cmd'] ?? []) as string[] };
}

function checkShapes(
  body: Record<string, unknown>,
  shapes: Readonly<Record<string, Shape>>,
  owner: string,
): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const value = body[name];
    if (value === undefined || value === null) {
      delete body[name];
      continue;
    }
    if (!hasShape(value, shape))
      throw new ApiError(
        'invalidParameter',
        `invalid JSON: json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into Go struct field ${owner}.${name}`,
      );
  }
}

function hasShape(value: unknown, shape: Shape): boolean {
  if (shape === 'strings') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (shape === 'object') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === shape;
}
