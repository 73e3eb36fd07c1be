import { ApiError } from '../../api/api-error.ts';
import type { EngineApi, Filters } from '../../api/engine-api.ts';
import { toBytes } from '../../lib/bytes.ts';
import type { HttpRequest } from '../../programs/http/http-message.ts';
import { frameLogs, MULTIPLEXED_STREAM, RAW_STREAM } from './log-frames.ts';
import { readCreateRequest, readExecRequest, readJson } from './request-body.ts';

/** What a route is asked. */
export interface Call {
  /** The parts of the path that the pattern caught. */
  readonly names: readonly string[];
  readonly query: URLSearchParams;
  readonly request: HttpRequest;
}

/** What it answers: JSON, a line of text, or a stream. */
export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly stream?: AsyncIterable<Uint8Array>;
  readonly type?: string;
}

type Handler = (api: EngineApi, call: Call) => Promise<Reply>;
export type Route = readonly [methods: string, pattern: RegExp, handler: Handler];

const json = async (value: Promise<unknown>): Promise<Reply> => ({ json: await value });
const done = async (action: Promise<void>): Promise<Reply> => {
  await action;
  return { status: 204 };
};
const created = async (value: Promise<unknown>): Promise<Reply> => ({ status: 201, json: await value });
const first = ({ names }: Call): string => names[0] ?? '';
/** As Go's httputils.BoolValue. */
const flag = ({ query }: Call, name: string): boolean =>
  !['', '0', 'no', 'false', 'none'].includes((query.get(name) ?? '').trim().toLowerCase());
const text = ({ query }: Call, name: string): string | undefined => query.get(name) || undefined;
const number = (call: Call, name: string): number | undefined => {
  const value = text(call, name);
  if (value === undefined) return undefined;
  if (!/^-?\d+$/.test(value))
    throw new ApiError('invalidParameter', `strconv.Atoi: parsing "${value}": invalid syntax`);
  return Number(value);
};

/** `{"label": ["a"]}`, or the older `{"label": {"a": true}}`. @throws ApiError */
function filters({ query }: Call): Filters {
  const given = query.get('filters');
  if (!given) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch {
    throw new ApiError('invalidParameter', 'invalid filter');
  }
  if (typeof parsed !== 'object' || parsed === null) throw new ApiError('invalidParameter', 'invalid filter');
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.map(String) : Object.keys(Object(value) as object),
    ]),
  );
}

/** Each as a line of JSON; a time in nanoseconds as the number it is. */
async function* jsonLines(values: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const value of values)
    yield toBytes(`${JSON.stringify(value).replace(/"timeNano":"(\d+)"/, '"timeNano":$1')}\r\n`);
}

const jsonStream = (values: AsyncIterable<unknown>): Reply => ({
  stream: jsonLines(values),
  type: 'application/json',
});

async function logs(api: EngineApi, call: Call): Promise<Reply> {
  const { Config } = await api.ContainerInspect(first(call));
  const wanted = { stdout: flag(call, 'stdout'), stderr: flag(call, 'stderr') };
  if (!wanted.stdout && !wanted.stderr)
    throw new ApiError('invalidParameter', 'Bad parameters: you must choose at least one stream');
  const [since, until, tail] = [text(call, 'since'), text(call, 'until'), text(call, 'tail')];
  const records = api.ContainerLogs(first(call), {
    ...wanted,
    follow: flag(call, 'follow'),
    timestamps: flag(call, 'timestamps'),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(tail === undefined ? {} : { tail }),
  });
  return { stream: frameLogs(records, Config.Tty), type: Config.Tty ? RAW_STREAM : MULTIPLEXED_STREAM };
}

async function stats(api: EngineApi, call: Call): Promise<Reply> {
  const stream = !call.query.has('stream') || flag(call, 'stream');
  await api.ContainerInspect(first(call));
  const readings = api.ContainerStats(first(call), { stream });
  if (stream) return jsonStream(readings);
  for await (const reading of readings) return { json: reading };
  return {};
}

async function wait(api: EngineApi, call: Call): Promise<Reply> {
  const condition = text(call, 'condition') ?? 'not-running';
  if (condition !== 'not-running' && condition !== 'next-exit' && condition !== 'removed')
    throw new ApiError('invalidParameter', `invalid condition: "${condition}"`);
  const waiting = await api.ContainerWait(first(call), condition);
  return { json: await waiting.done() };
}

async function start(api: EngineApi, call: Call): Promise<Reply> {
  const { State } = await api.ContainerInspect(first(call));
  if (State.Running && !State.Paused) return { status: 304 };
  return done(api.ContainerStart(first(call)));
}

async function stop(api: EngineApi, call: Call): Promise<Reply> {
  const { State } = await api.ContainerInspect(first(call));
  if (!State.Running) return { status: 304 };
  return done(api.ContainerStop(first(call), stopOptions(call)));
}

function stopOptions(call: Call): { signal?: string; t?: number } {
  const [t, signal] = [number(call, 't'), text(call, 'signal')];
  return { ...(t === undefined ? {} : { t }), ...(signal === undefined ? {} : { signal }) };
}

async function create(api: EngineApi, call: Call): Promise<Reply> {
  const name = text(call, 'name');
  const body = readCreateRequest(call.request);
  return created(api.ContainerCreate(body, name === undefined ? {} : { name: name.replace(/^\//, '') }));
}

async function list(api: EngineApi, call: Call): Promise<Reply> {
  const limit = number(call, 'limit');
  return json(
    api.ContainerList({
      all: flag(call, 'all'),
      size: flag(call, 'size'),
      filters: filters(call),
      ...(limit === undefined ? {} : { limit }),
    }),
  );
}

async function pull(api: EngineApi, call: Call): Promise<Reply> {
  const fromImage = text(call, 'fromImage');
  if (fromImage === undefined)
    throw new ApiError('notImplemented', 'this simulated daemon imports no archives over HTTP');
  const tag = text(call, 'tag');
  return jsonStream(api.ImageCreate({ fromImage, ...(tag === undefined ? {} : { tag }) }));
}

async function events(api: EngineApi, call: Call): Promise<Reply> {
  const [since, until] = [text(call, 'since'), text(call, 'until')];
  return jsonStream(
    api.SystemEvents({
      filters: filters(call),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    }),
  );
}

async function connectNetwork(api: EngineApi, call: Call, join: boolean): Promise<Reply> {
  const { Container, Force } = readJson(call.request);
  const body = { Container: String(Container ?? '') };
  await (join
    ? api.NetworkConnect(first(call), body)
    : api.NetworkDisconnect(first(call), { ...body, Force: Force === true }));
  return {};
}

const NOT_HERE: Handler = () =>
  Promise.reject(new ApiError('notImplemented', 'this simulated daemon does not offer that call over HTTP'));

/** Simplified: an exec that is attached has no HTTP form here, since its connection is hijacked. */
async function startExec(api: EngineApi, call: Call): Promise<Reply> {
  if (readJson(call.request)['Detach'] !== true) return NOT_HERE(api, call);
  await api.ExecStart(first(call), { Detach: true });
  return {};
}

const CONTAINERS: readonly Route[] = [
  ['GET', /^\/containers\/json$/, list],
  ['POST', /^\/containers\/create$/, create],
  ['POST', /^\/containers\/prune$/, (api, call) => json(api.ContainerPrune(filters(call)))],
  ['GET', /^\/containers\/([^/]+)\/json$/, (api, call) => json(api.ContainerInspect(first(call), { size: flag(call, 'size') }))],
  ['GET', /^\/containers\/([^/]+)\/top$/, (api, call) => json(api.ContainerTop(first(call), text(call, 'ps_args')))],
  ['GET', /^\/containers\/([^/]+)\/logs$/, logs],
  ['GET', /^\/containers\/([^/]+)\/stats$/, stats],
  ['GET', /^\/containers\/([^/]+)\/changes$/, (api, call) => json(api.ContainerChanges(first(call)))],
  ['POST', /^\/containers\/([^/]+)\/start$/, start],
  ['POST', /^\/containers\/([^/]+)\/stop$/, stop],
  ['POST', /^\/containers\/([^/]+)\/restart$/, (api, call) => done(api.ContainerRestart(first(call), stopOptions(call)))],
  ['POST', /^\/containers\/([^/]+)\/kill$/, (api, call) => done(api.ContainerKill(first(call), text(call, 'signal')))],
  ['POST', /^\/containers\/([^/]+)\/pause$/, (api, call) => done(api.ContainerPause(first(call)))],
  ['POST', /^\/containers\/([^/]+)\/unpause$/, (api, call) => done(api.ContainerUnpause(first(call)))],
  ['POST', /^\/containers\/([^/]+)\/rename$/, (api, call) => done(api.ContainerRename(first(call), text(call, 'name') ?? ''))],
  ['POST', /^\/containers\/([^/]+)\/wait$/, wait],
  ['POST', /^\/containers\/([^/]+)\/exec$/, (api, call) => created(api.ContainerExec(first(call), readExecRequest(call.request)))],
  ['POST', /^\/exec\/([^/]+)\/start$/, startExec],
  ['GET', /^\/exec\/([^/]+)\/json$/, (api, call) => json(api.ExecInspect(first(call)))],
  ['DELETE', /^\/containers\/([^/]+)$/, (api, call) => done(api.ContainerDelete(first(call), { v: flag(call, 'v'), force: flag(call, 'force'), link: flag(call, 'link') }))],
]; // prettier-ignore

const IMAGES: readonly Route[] = [
  ['GET', /^\/images\/json$/, (api, call) => json(api.ImageList({ all: flag(call, 'all'), filters: filters(call) }))],
  ['POST', /^\/images\/create$/, pull],
  ['POST', /^\/images\/prune$/, (api, call) => json(api.ImagePrune(filters(call)))],
  ['GET', /^\/images\/search$/, (api, call) => json(api.ImageSearch(text(call, 'term') ?? ''))],
  ['GET', /^\/images\/(.+)\/json$/, (api, call) => json(api.ImageInspect(first(call)))],
  ['GET', /^\/images\/(.+)\/history$/, (api, call) => json(api.ImageHistory(first(call)))],
  ['POST', /^\/images\/(.+)\/tag$/, async (api, call) => {
    const tag = text(call, 'tag');
    await api.ImageTag(first(call), { repo: text(call, 'repo') ?? '', ...(tag === undefined ? {} : { tag }) });
    return { status: 201 };
  }],
  ['DELETE', /^\/images\/(.+)$/, (api, call) => json(api.ImageDelete(first(call), { force: flag(call, 'force'), noprune: flag(call, 'noprune') }))],
]; // prettier-ignore

const NETWORKS: readonly Route[] = [
  ['GET', /^\/networks$/, (api, call) => json(api.NetworkList(filters(call)))],
  ['POST', /^\/networks\/create$/, (api, call) => created(api.NetworkCreate({ ...readJson(call.request), Name: String(readJson(call.request).Name ?? '') }))],
  ['POST', /^\/networks\/prune$/, (api, call) => json(api.NetworkPrune(filters(call)))],
  ['POST', /^\/networks\/([^/]+)\/connect$/, (api, call) => connectNetwork(api, call, true)],
  ['POST', /^\/networks\/([^/]+)\/disconnect$/, (api, call) => connectNetwork(api, call, false)],
  ['GET', /^\/networks\/([^/]+)$/, (api, call) => json(api.NetworkInspect(first(call), { verbose: flag(call, 'verbose') }))],
  ['DELETE', /^\/networks\/([^/]+)$/, (api, call) => done(api.NetworkDelete(first(call)))],
]; // prettier-ignore

const VOLUMES: readonly Route[] = [
  ['GET', /^\/volumes$/, (api, call) => json(api.VolumeList(filters(call)))],
  ['POST', /^\/volumes\/create$/, (api, call) => created(api.VolumeCreate(readJson(call.request)))],
  ['POST', /^\/volumes\/prune$/, (api, call) => json(api.VolumePrune(filters(call)))],
  ['GET', /^\/volumes\/([^/]+)$/, (api, call) => json(api.VolumeInspect(first(call)))],
  ['DELETE', /^\/volumes\/([^/]+)$/, (api, call) => done(api.VolumeDelete(first(call), { force: flag(call, 'force') }))],
]; // prettier-ignore

const SYSTEM: readonly Route[] = [
  ['GET HEAD', /^\/_ping$/, async (api) => { await api.SystemPing(); return { text: 'OK' }; }],
  ['GET', /^\/version$/, (api) => json(api.SystemVersion())],
  ['GET', /^\/info$/, (api) => json(api.SystemInfo())],
  ['GET', /^\/events$/, events],
  ['GET', /^\/system\/df$/, (api) => json(api.SystemDataUsage())],
  ['GET POST PUT HEAD', /^\/(?:containers\/[^/]+\/(?:attach|resize|archive|export|update|attach\/ws)|exec\/[^/]+\/resize|build|build\/.*|commit|images\/.*\/(?:get|push)|images\/(?:get|load)|session|grpc|auth|plugins.*|distribution\/.*)$/, NOT_HERE],
]; // prettier-ignore

/** Simplified: objects of a swarm can be read over HTTP, not changed. */
const SWARM: readonly Route[] = [
  ['GET', /^\/swarm$/, (api) => json(api.SwarmInspect())],
  ['GET', /^\/nodes$/, (api, call) => json(api.NodeList(filters(call)))],
  ['GET', /^\/nodes\/([^/]+)$/, (api, call) => json(api.NodeInspect(first(call)))],
  ['GET', /^\/services$/, (api, call) => json(api.ServiceList({ filters: filters(call), status: flag(call, 'status') }))],
  ['GET', /^\/services\/([^/]+)$/, (api, call) => json(api.ServiceInspect(first(call), { insertDefaults: flag(call, 'insertDefaults') }))],
  ['GET', /^\/tasks$/, (api, call) => json(api.TaskList(filters(call)))],
  ['GET', /^\/tasks\/([^/]+)$/, (api, call) => json(api.TaskInspect(first(call)))],
  ['GET', /^\/secrets$/, (api, call) => json(api.SecretList(filters(call)))],
  ['GET', /^\/secrets\/([^/]+)$/, (api, call) => json(api.SecretInspect(first(call)))],
  ['GET', /^\/configs$/, (api, call) => json(api.ConfigList(filters(call)))],
  ['GET', /^\/configs\/([^/]+)$/, (api, call) => json(api.ConfigInspect(first(call)))],
  ['GET POST DELETE', /^\/(?:swarm|nodes|services|tasks|secrets|configs)(?:\/.*)?$/, NOT_HERE],
]; // prettier-ignore

/** Every call that has an HTTP form here: the first whose method and path match. @see Engine API 1.50 */
export const ROUTES: readonly Route[] = [
  ...SYSTEM,
  ...CONTAINERS,
  ...IMAGES,
  ...NETWORKS,
  ...VOLUMES,
  ...SWARM,
];
