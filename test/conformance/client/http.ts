import type { EngineApi } from '../../../src/api/engine-api.ts';
import { isData, wireEndpoint, type Data } from './wire.ts';

/** A call of the API as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

type Query = Readonly<Record<string, unknown>>;
type Translate = (...args: never[]) => HttpRequest;

const request = (method: string, path: string, query: Query = {}, body?: unknown): HttpRequest => ({
  method,
  path,
  query: Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== false && value !== ''),
  ),
  ...(body === undefined ? {} : { body }),
});
const get = (path: string, query?: Query): HttpRequest => request('GET', path, query);
const post = (path: string, query?: Query, body?: unknown): HttpRequest => request('POST', path, query, body);
const remove = (path: string, query?: Query): HttpRequest => request('DELETE', path, query);

/** `{label: ['a']}` → `{label: {a: true}}`, as the client writes filters; none where there are none. */
function filters(value: Readonly<Record<string, readonly string[]>> | undefined): Query {
  if (!value || Object.keys(value).length === 0) return {};
  const sets = Object.entries(value).map(([key, list]) => [
    key,
    Object.fromEntries(list.map((item) => [item, true])),
  ]);
  return { filters: Object.fromEntries(sets) as unknown };
}

/** `linux/arm/v7` as the client sends it to newer daemons. */
function wirePlatform(text: string): Data {
  const [os, architecture, variant] = text.split('/');
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

const flag = (value: unknown): number | undefined => (value ? 1 : undefined);

/** Fields that Go writes though they are zero. */
const NETWORK = { Scope: '', Internal: false, Attachable: false, Ingress: false, ConfigOnly: false, ConfigFrom: null }; // prettier-ignore
const RESOURCES = {
  CpuShares: 0, Memory: 0, NanoCpus: 0, CgroupParent: '', BlkioWeight: 0, BlkioWeightDevice: null, BlkioDeviceReadBps: null, BlkioDeviceWriteBps: null,
  BlkioDeviceReadIOps: null, BlkioDeviceWriteIOps: null, CpuPeriod: 0, CpuQuota: 0, CpuRealtimePeriod: 0, CpuRealtimeRuntime: 0, CpusetCpus: '',
  CpusetMems: '', Devices: null, DeviceCgroupRules: null, DeviceRequests: null, MemoryReservation: 0, MemorySwap: 0, MemorySwappiness: null,
  OomKillDisable: null, PidsLimit: null, Ulimits: null, CpuCount: 0, CpuPercent: 0, IOMaximumIOps: 0, IOMaximumBandwidth: 0,
  RestartPolicy: { Name: '', MaximumRetryCount: 0 },
}; // prettier-ignore

/** Where a name is empty Go leaves it out. */
function annotated(spec: Data): Data {
  const { Name, ...rest } = spec;
  return Name === '' ? rest : spec;
}

/** Labels that nobody gave are no map in Go. */
const SWARM_SPEC = (spec: Data): Data => ({ ...annotated(spec), Labels: null });

/** Each operation's request. @see https://docs.docker.com/reference/api/engine/version/v1.50/ */
const REQUESTS: Partial<Record<keyof EngineApi, Translate>> = {
  ContainerCreate: (body: Data, options: Query = {}) => post('/containers/create', options, body),
  ContainerStart: (id: string) => post(`/containers/${id}/start`),
  ContainerStop: (id: string, options: Query = {}) => post(`/containers/${id}/stop`, options),
  ContainerRestart: (id: string, options: Query = {}) => post(`/containers/${id}/restart`, options),
  ContainerKill: (id: string, signal?: string) => post(`/containers/${id}/kill`, { signal }),
  ContainerPause: (id: string) => post(`/containers/${id}/pause`),
  ContainerUnpause: (id: string) => post(`/containers/${id}/unpause`),
  ContainerDelete: (id: string, options: { v?: boolean; force?: boolean; link?: boolean } = {}) =>
    remove(`/containers/${id}`, { v: flag(options.v), force: flag(options.force), link: flag(options.link) }),
  ContainerRename: (id: string, name: string) => post(`/containers/${id}/rename`, { name }),
  ContainerUpdate: (id: string, body: Data) =>
    post(`/containers/${id}/update`, {}, { ...RESOURCES, ...body }),
  ContainerWait: (id: string, condition?: string) => post(`/containers/${id}/wait`, { condition }),
  ContainerList: (
    options: { all?: boolean; limit?: number; size?: boolean; filters?: Record<string, string[]> } = {},
  ) =>
    get('/containers/json', {
      all: flag(options.all),
      limit: options.limit,
      size: flag(options.size),
      ...filters(options.filters),
    }),
  ContainerInspect: (id: string, options: Query = {}) =>
    get(`/containers/${id}/json`, { size: flag(options['size']) }),
  ContainerTop: (id: string, args?: string) => get(`/containers/${id}/top`, { ps_args: args }),
  ContainerChanges: (id: string) => get(`/containers/${id}/changes`),
  ContainerExport: (id: string) => get(`/containers/${id}/export`),
  ContainerPrune: (value: Record<string, string[]>) => post('/containers/prune', filters(value)),
  ImageList: (options: { all?: boolean; filters?: Record<string, string[]>; manifests?: boolean } = {}) =>
    get('/images/json', {
      all: flag(options.all),
      manifests: flag(options.manifests),
      ...filters(options.filters),
    }),
  ImageCreate: ({ fromImage, tag, platform }: Record<string, string>) =>
    post('/images/create', { fromImage, tag, platform }),
  ImageImport: (source: unknown, { repo, tag, message, changes }: Record<string, unknown> = {}) =>
    post('/images/create', {
      fromSrc: typeof source === 'string' ? source : '-',
      repo,
      tag,
      message,
      ...(Array.isArray(changes) && changes.length > 0 ? { changes } : {}),
    }),
  ImageInspect: (name: string) => get(`/images/${name}/json`),
  ImageHistory: (name: string) => get(`/images/${name}/history`),
  ImagePush: (name: string, { tag, all }: { tag?: string; all?: boolean }) =>
    post(`/images/${name}/push`, { tag: all ? undefined : tag }),
  ImageTag: (name: string, { repo, tag }: Record<string, string>) =>
    post(`/images/${name}/tag`, { repo, tag }),
  ImageDelete: (name: string, options: { force?: boolean; noprune?: boolean } = {}) =>
    remove(`/images/${name}`, { force: flag(options.force), noprune: flag(options.noprune) }),
  ImageSearch: (term: string, options: { limit?: number; filters?: Record<string, string[]> } = {}) =>
    get('/images/search', { term, limit: options.limit, ...filters(options.filters) }),
  ImagePrune: (value: Record<string, string[]>) => post('/images/prune', filters(value)),
  ImageCommit: (container: string, { pause, ...options }: Record<string, unknown>) => ({
    method: 'POST',
    path: '/commit',
    query: { author: '', comment: '', container, ...options, ...(pause === false ? { pause: 0 } : {}) },
  }),
  ImageGetAll: (names: string[], { platform }: { platform?: string } = {}) =>
    get('/images/get', { names, ...(platform === undefined ? {} : { platform: wirePlatform(platform) }) }),
  BuildPrune: ({ all, filters: value }: { all?: boolean; filters?: Record<string, string[]> } = {}) =>
    post('/build/prune', { all: flag(all), ...filters(value) }),
  NetworkList: (value?: Record<string, string[]>) => get('/networks', filters(value)),
  NetworkInspect: (id: string, options: Query = {}) =>
    get(`/networks/${id}`, { verbose: options['verbose'] }),
  NetworkCreate: (body: Data) => post('/networks/create', {}, { ...NETWORK, ...body }),
  NetworkConnect: (id: string, body: Data) =>
    post(`/networks/${id}/connect`, {}, { ...body, EndpointConfig: wireEndpoint(body['EndpointConfig']) }),
  NetworkDisconnect: (id: string, body: Data) => post(`/networks/${id}/disconnect`, {}, body),
  NetworkDelete: (id: string) => remove(`/networks/${id}`),
  NetworkPrune: (value: Record<string, string[]>) => post('/networks/prune', filters(value)),
  VolumeList: (value?: Record<string, string[]>) => get('/volumes', filters(value)),
  VolumeInspect: (name: string) => get(`/volumes/${name}`),
  VolumeCreate: (body: Data) => post('/volumes/create', {}, body),
  VolumeDelete: (name: string, options: Query = {}) =>
    remove(`/volumes/${name}`, { force: flag(options['force']) }),
  VolumePrune: (value: Record<string, string[]>) => post('/volumes/prune', filters(value)),
  SwarmInit: (body: Data) => post('/swarm/init', {}, { ...body, Spec: SWARM_SPEC(body['Spec'] as Data) }),
  SwarmJoin: (body: Data) => post('/swarm/join', {}, body),
  SwarmLeave: ({ force }: { force?: boolean }) => post('/swarm/leave', { force: flag(force) }),
  SwarmInspect: () => get('/swarm'),
  SwarmUpdate: (spec: Data, { version, ...rotations }: Query) =>
    post('/swarm/update', { version, ...rotations }, spec),
  NodeList: (value?: Record<string, string[]>) => get('/nodes', filters(value)),
  NodeInspect: (id: string) => get(`/nodes/${id}`),
  NodeUpdate: (id: string, options: Query, spec: Data) => post(`/nodes/${id}/update`, options, spec),
  NodeDelete: (id: string, { force }: { force?: boolean }) => remove(`/nodes/${id}`, { force: flag(force) }),
  ServiceCreate: (spec: Data) => post('/services/create', {}, annotated(spec)),
  ServiceList: (options: { filters?: Record<string, string[]>; status?: boolean }) =>
    get('/services', { ...filters(options.filters), ...(options.status ? { status: 'true' } : {}) }),
  ServiceInspect: (id: string, options: { insertDefaults?: boolean } = {}) => ({
    ...get(`/services/${id}`),
    query: { insertDefaults: String(options.insertDefaults ?? false) },
  }),
  ServiceUpdate: (id: string, { version, rollback, registryAuthFrom }: Query, spec: Data) =>
    post(`/services/${id}/update`, { version, rollback, registryAuthFrom }, annotated(spec)),
  ServiceDelete: (id: string) => remove(`/services/${id}`),
  ServiceLogs: (id: string, options: Query) => get(`/services/${id}/logs`, options),
  TaskList: (value?: Record<string, string[]>) => get('/tasks', filters(value)),
  TaskInspect: (id: string) => get(`/tasks/${id}`),
  TaskLogs: (id: string, options: Query) => get(`/tasks/${id}/logs`, options),
  SecretList: (value?: Record<string, string[]>) => get('/secrets', filters(value)),
  SecretCreate: (spec: Data) => post('/secrets/create', {}, spec),
  SecretInspect: (id: string) => get(`/secrets/${id}`),
  SecretDelete: (id: string) => remove(`/secrets/${id}`),
  ConfigList: (value?: Record<string, string[]>) => get('/configs', filters(value)),
  ConfigCreate: (spec: Data) => post('/configs/create', {}, spec),
  ConfigInspect: (id: string) => get(`/configs/${id}`),
  ConfigDelete: (id: string) => remove(`/configs/${id}`),
  DistributionInspect: (name: string) => get(`/distribution/${name}/json`),
  SystemInfo: () => get('/info'),
  SystemVersion: () => get('/version'),
  SystemDataUsage: () => get('/system/df'),
  SystemEvents: (options: Query = {}) =>
    get('/events', {
      since: options['since'],
      until: options['until'],
      ...filters(options['filters'] as never),
    }),
};

/** A call of an operation as a request. @throws Error for an operation without one here */
export function toRequest(operation: keyof EngineApi, args: readonly unknown[]): HttpRequest {
  const translate = REQUESTS[operation];
  if (!translate) throw new Error(`${operation} has no request`);
  return (translate as (...values: unknown[]) => HttpRequest)(...args);
}

/** A recorded URL. */
export function parseUrl(method: string, url: string, body: unknown): HttpRequest {
  const { pathname, searchParams } = new URL(url, 'http://docker');
  const query: Record<string, unknown> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 || LISTS.has(name) ? values : (values[0] ?? '');
  }
  return { method, path: decodeURIComponent(pathname), query, ...(body === undefined ? {} : { body }) };
}

/** Parameters that may be repeated. */
const LISTS = new Set(['changes', 'names']);

/** A request with its query as data: numbers as text, JSON read. */
export function normalRequest({ method, path, query, body }: HttpRequest): unknown {
  const value = (item: unknown): unknown => {
    if (Array.isArray(item) || isData(item)) return item;
    const text = String(item);
    return text.startsWith('{') ? (JSON.parse(text) as unknown) : text;
  };
  return {
    method,
    path,
    query: Object.fromEntries(Object.entries(query).map(([key, item]) => [key, value(item)])),
    body,
  };
}
