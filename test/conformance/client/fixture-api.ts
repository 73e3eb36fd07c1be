import { ApiError } from '../../../src/api/api-error.ts';
import type { EngineApi } from '../../../src/api/engine-api.ts';
import { toRequest, type HttpRequest } from './http.ts';
import { createApi, type Operation } from './stub-api.ts';
import { isData, type Data } from './wire.ts';

/** What the recorder's daemon answers to a POST or DELETE. */
export interface CannedResponse {
  readonly method: string;
  /** A regular expression. */
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
}

export interface FixtureDaemon {
  /** The objects there are, by the fixture's name. */
  readonly objects: Readonly<Record<string, unknown>>;
  /** The swarm that the recorder's daemon is a manager of, whatever it lists. */
  readonly swarm: { readonly nodes: readonly Data[]; readonly info: Data };
  readonly responses: readonly CannedResponse[];
  /** Messages of a pull. */
  readonly stream: readonly unknown[];
}

/** Operations that show a fixture, and which. */
const SHOWN: Partial<Record<Operation, string>> = {
  ContainerList: 'containers',
  ImageList: 'images',
  ImageHistory: 'history',
  ImageSearch: 'search',
  NetworkList: 'networks',
  VolumeList: 'volumes',
  SystemInfo: 'info',
  SystemVersion: 'version',
  SystemEvents: 'events',
  SystemDataUsage: 'df',
  ContainerStats: 'stats',
  NodeList: 'nodes',
  TaskList: 'tasks',
  SecretList: 'secrets',
  ConfigList: 'configs',
  ContainerTop: 'top',
};

/** A daemon with these objects and answers, and nothing else. */
export function createFixtureApi(daemon: FixtureDaemon): EngineApi {
  return createApi((operation, args) => {
    if (operation === 'ImageCreate') return Promise.resolve(daemon.stream);
    const request = toRequest(operation, args);
    const canned = findResponse(daemon.responses, request);
    if (canned) return Promise.resolve(fromWire(operation, canned.body));
    if (operation === 'SwarmInspect') return Promise.resolve(SWARM);
    if (operation === 'SystemInfo' && !daemon.objects['info']) return Promise.resolve(daemon.swarm.info);
    if (operation === 'ServiceList') return Promise.resolve(listServices(daemon, args));
    const found = INSPECTED[operation]?.(daemon).find((object) => isNamed(object, args[0]));
    if (found) return Promise.resolve(found);
    const shown = SHOWN[operation];
    if (shown) return Promise.resolve(fromWire(operation, daemon.objects[shown] ?? []));
    const { inspect } = daemon.objects;
    if (operation === 'ContainerInspect' && inspect && args[0] === 'web') return Promise.resolve(inspect);
    return Promise.reject(new ApiError('notFound', missing(operation, args)));
  });
}

/** The recorder's swarm. */
const SWARM = {
  ID: 'swarm',
  JoinTokens: { Worker: 'SWMTKN-1-aaa-www', Manager: 'SWMTKN-1-aaa-mmm' },
};

const listed = (daemon: FixtureDaemon, name: string): readonly Data[] =>
  (daemon.objects[name] ?? []) as readonly Data[];

/** Operations that show one object, and of which. */
const INSPECTED: Partial<Record<Operation, (daemon: FixtureDaemon) => readonly Data[]>> = {
  NodeInspect: ({ swarm }) => swarm.nodes,
  ServiceInspect: (daemon) => listed(daemon, 'services'),
};

const specOf = (object: Data): Data => (object['Spec'] ?? {}) as Data;

/** By its ID, its name, or the host it is. */
function isNamed(object: Data, name: unknown): boolean {
  const host = ((object['Description'] ?? {}) as Data)['Hostname'];
  return [object['ID'], specOf(object)['Name'], host].includes(name);
}

/** The only list whose filters the recorder's daemon heeds. */
function listServices(daemon: FixtureDaemon, [options]: readonly unknown[]): readonly Data[] {
  const filters = ((options as Data)['filters'] ?? {}) as Readonly<Record<string, readonly string[]>>;
  const hasLabel = (service: Data, label: string): boolean => {
    const [key = '', value] = label.split('=');
    const labels = specOf(service)['Labels'] as Readonly<Record<string, string>>;
    return key in labels && (value === undefined || labels[key] === value);
  };
  return listed(daemon, 'services').filter(
    (service) =>
      (filters['label'] ?? []).every((label) => hasLabel(service, label)) &&
      (filters['id'] ?? [service['ID']]).includes(service['ID'] as string) &&
      (filters['name'] ?? [specOf(service)['Name']]).includes(specOf(service)['Name'] as string),
  );
}

function missing(operation: Operation, args: readonly unknown[]): string {
  if (operation === 'ContainerCreate') return `No such image: ${String((args[0] as Data)['Image'])}`;
  const kind = operation.startsWith('Image') ? 'image' : 'container';
  return `No such ${kind}: ${String(args[0])}`;
}

function findResponse(
  responses: readonly CannedResponse[],
  { method, path }: HttpRequest,
): CannedResponse | undefined {
  return responses.find(
    (response) => response.method === method && new RegExp(`^${response.path}$`).test(path),
  );
}

const DELETED = ['ContainersDeleted', 'NetworksDeleted', 'VolumesDeleted', 'CachesDeleted'];

/** A body as the operation gives it. */
function fromWire(operation: Operation, body: unknown): unknown {
  if (operation === 'ContainerWait') return { done: () => Promise.resolve(body) };
  if (operation === 'VolumeList') return isData(body) ? body : { Volumes: [], Warnings: null };
  if (operation === 'SystemEvents')
    return (body as Data[]).map((event) => ({ ...event, timeNano: String(event['timeNano']) }));
  if (operation.endsWith('Prune') && operation !== 'ImagePrune') {
    const report = body as Data;
    const key = DELETED.find((name) => name in report);
    return { Deleted: key ? report[key] : [], SpaceReclaimed: report['SpaceReclaimed'] ?? 0 };
  }
  return body;
}
