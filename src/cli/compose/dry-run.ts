import type {
  ContainerCreateRequest,
  ContainerInspect,
  ContainerSummary,
} from '../../api/container-types.ts';
import type { ContainerListOptions, EngineApi } from '../../api/engine-api.ts';
import type { ImageInspect } from '../../api/image-types.ts';

/**
 * The daemon as it would be: reads go through, what would change something is remembered here and done nowhere.
 * Simplified: a build says nothing of its steps.
 * @see docker/compose v2.36.2 pkg/api/dryrunclient.go
 */
export function dryRunEngine(engine: EngineApi): EngineApi {
  const world = new DryWorld(engine);
  const nothing = (): Promise<void> => Promise.resolve();
  const instead: Partial<EngineApi> = {
    ContainerCreate: (request, options) => world.create(request, options?.name ?? ''),
    ContainerInspect: (id) => world.inspect(id),
    ContainerList: (options) => world.list(options),
    ContainerRename: (id, name) => Promise.resolve(world.rename(id, name)),
    ContainerDelete: (id) => Promise.resolve(void world.gone.add(id)),
    ContainerStart: nothing,
    ContainerStop: nothing,
    ContainerRestart: nothing,
    ContainerKill: nothing,
    ContainerPause: nothing,
    ContainerUnpause: nothing,
    PutContainerArchive: nothing,
    ContainerExec: () => Promise.resolve({ Id: 'dryRun' }),
    ExecStart: () => Promise.resolve(undefined),
    ExecInspect: () =>
      Promise.resolve({
        ID: 'dryRun',
        Running: false,
        ExitCode: 0,
        ProcessConfig: { tty: false, entrypoint: '', arguments: [], privileged: false },
        OpenStdin: false,
        OpenStderr: false,
        OpenStdout: false,
        CanRemove: false,
        ContainerID: '',
        DetachKeys: '',
        Pid: 0,
      }),
    NetworkCreate: ({ Name }) => Promise.resolve({ Id: `dryRun-${Name}`, Warning: '' }),
    NetworkInspect: async (id, options) => {
      const network = await engine.NetworkInspect(id, options);
      const there = Object.entries(network.Containers ?? {}).filter(
        ([container]) => !world.gone.has(container),
      );
      return { ...network, Containers: Object.fromEntries(there) };
    },
    NetworkConnect: nothing,
    NetworkDisconnect: nothing,
    NetworkDelete: nothing,
    VolumeCreate: ({ Name = '' }) =>
      Promise.resolve({
        Name,
        Driver: 'local',
        Mountpoint: '',
        CreatedAt: '',
        Labels: null,
        Options: null,
        Scope: 'local',
      }),
    VolumeDelete: nothing,
    ImageInspect: (name) => world.image(name),
    ImageDelete: () => Promise.resolve([]),
    ImageCreate: ({ fromImage, tag = 'latest', auth }) => world.pull(fromImage, tag, auth ? { auth } : {}),
    ImageBuild: ({ tags }) => world.build(tags),

    ImagePush: async function* () {
      yield* [];
    },
  };
  return new Proxy(engine, {
    get: (target, key) => {
      if (key in instead) return instead[key as keyof EngineApi];
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** What would be there, beside what is. */
class DryWorld {
  readonly gone = new Set<string>();
  readonly #engine: EngineApi;
  readonly #created = new Map<string, { name: string; request: ContainerCreateRequest }>();
  readonly #images = new Set<string>();

  constructor(engine: EngineApi) {
    this.#engine = engine;
  }

  create(request: ContainerCreateRequest, name: string): Promise<{ Id: string; Warnings: string[] }> {
    const Id = `dryRun-${this.#created.size + 1}`.padEnd(64, '0');
    this.#created.set(Id, { name, request });
    return Promise.resolve({ Id, Warnings: [] });
  }

  rename(id: string, name: string): void {
    const own = this.#created.get(id);
    if (own) own.name = name;
  }

  async inspect(id: string): Promise<ContainerInspect> {
    const own = this.#created.get(id);
    if (!own) return this.#engine.ContainerInspect(id);
    return {
      Id: id,
      Name: `/${own.name}`,
      Image: own.request.Image ?? '',
      Config: own.request,
      State: { Status: 'running', Running: true, ExitCode: 0 },
      NetworkSettings: { Networks: {} },
      Mounts: [],
    } as unknown as ContainerInspect;
  }

  async list(options: ContainerListOptions = {}): Promise<ContainerSummary[]> {
    const real = await this.#engine.ContainerList(options);
    const labels = (options.filters?.['label'] ?? []).map((text) => text.split('='));
    const own = [...this.#created].filter(([, { request }]) =>
      labels.every(([key = '', value]) => {
        const actual = request.Labels?.[key];
        return actual !== undefined && (value === undefined || value === actual);
      }),
    );
    const summaries = own.map(([Id, { name, request }]) => ({
      Id,
      Names: [`/${name}`],
      Image: request.Image ?? '',
      Labels: request.Labels ?? {},
      State: 'created',
      Ports: [],
      NetworkSettings: { Networks: {} },
      Mounts: [],
    }));
    return [...real, ...(summaries as unknown as ContainerSummary[])].filter(({ Id }) => !this.gone.has(Id));
  }

  /** An image that would be pulled or built is there. */
  image(name: string): Promise<ImageInspect> {
    if (!this.#images.has(fullName(name))) return this.#engine.ImageInspect(name);
    const Metadata = { LastTagTime: new Date(0).toISOString() };
    return Promise.resolve({ Id: `dryRun-${name}`, Config: {}, Metadata } as unknown as ImageInspect);
  }

  async *pull(
    name: string,
    tag: string,
    options: Parameters<EngineApi['DistributionInspect']>[1],
  ): ReturnType<EngineApi['ImageCreate']> {
    await this.#engine.DistributionInspect(`${name}:${tag}`, options);
    this.#images.add(fullName(`${name}:${tag}`));
    yield* [];
  }

  async *build(tags: readonly string[]): ReturnType<EngineApi['ImageBuild']> {
    for (const tag of tags) this.#images.add(fullName(tag));
    yield { result: { imageId: `dryRun-${tags[0] ?? ''}` } };
  }
}

/** So that `nginx` and `docker.io/library/nginx:latest` are one. */
function fullName(name: string): string {
  const short = name.replace(/^docker\.io\//, '').replace(/^library\//, '');
  return /[:@]/.test(short.slice(short.lastIndexOf('/') + 1)) ? short : `${short}:latest`;
}
