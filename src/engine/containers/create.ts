import { ApiError } from '../../api/api-error.ts';
import type {
  ContainerCreateRequest,
  ContainerCreateResponse,
  HostConfig,
} from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { findImage } from '../images/find-image.ts';
import { checkPlatform, platformWarnings, readPlatform } from '../images/platform.ts';
import { plannedEndpoints } from '../networks/endpoints.ts';
import { NO_PORTS, type ContainerRecord, type ProvidedFile } from '../state.ts';
import { ensureVolumes } from '../volumes/create.ts';
import { populateVolumes } from '../volumes/populate.ts';
import { checkRequest } from './check-host-config.ts';
import { commandOf, completeHostConfig, mergeConfig } from './config.ts';
import { createCell } from './create-cell.ts';
import { containerEvent } from './find.ts';
import { planMounts } from './mounts.ts';
import { generateName } from './name-generator.ts';
import { makeWorkingDirectory } from './working-directory.ts';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** @see moby v28 daemon/create.go. @throws ApiError notFound (image), conflict (name), invalidParameter */
export async function containerCreate(
  context: EngineContext,
  request: ContainerCreateRequest,
  options: {
    name?: string;
    platform?: string;
    managed?: boolean;
    files?: readonly ProvidedFile[];
  } = {},
): Promise<ContainerCreateResponse> {
  const { store, kernel } = context;
  checkRequest(context, request);
  const platform = options.platform ? readPlatform(options.platform) : undefined;
  const imageName = request.Image ?? '';
  const found = findImage(store.state, imageName);
  if (platform) checkPlatform(found, imageName, platform);
  await kernel.clock.sleep(CREATE_MS);
  const image = findImage(store.state, request.Image ?? '');
  const id = kernel.random.hex(64);
  const name = chooseName(context, options.name);
  const config = { ...mergeConfig(request, image, id), ...sharedHostname(context, request) };
  const { path, args } = commandOf(config);
  const hostConfig = completeHostConfig(request.HostConfig ?? {});
  const endpoints = plannedEndpoints(context, hostConfig, request.NetworkingConfig?.EndpointsConfig ?? {});
  const planned = planMounts(context, config, hostConfig);
  const cell = createCell(context, id, image.topChainId);
  makeWorkingDirectory(context.kernel, cell.fs, config.WorkingDir);
  const mounts = ensureVolumes(context, planned);
  const container: ContainerRecord = {
    id,
    name,
    createdMs: kernel.clock.now(),
    imageId: image.id,
    chainId: image.topChainId,
    imageName: request.Image ?? '',
    config,
    hostConfig,
    path,
    args,
    status: 'created',
    pid: 0,
    exitCode: 0,
    error: '',
    oomKilled: false,
    startedMs: 0,
    finishedMs: 0,
    restartCount: 0,
    manuallyStopped: false,
    ...(options.managed ? { managed: true } : {}),
    health: undefined,
    healthcheck: config.Healthcheck,
    mounts,
    endpoints,
    ports: NO_PORTS,
    execIds: [],
    restartAtMs: 0,
    healthAtMs: 0,
    mac: '',
    ...(options.files?.length ? { files: options.files } : {}),
  };
  context.containers.set(id, cell);
  store.commit(
    (state) => ({ ...state, containers: state.containers.set(id, container) }),
    [containerEvent(container, 'create')],
  );
  populateVolumes(context, container);
  const warnings = platform ? [] : platformWarnings(image, kernel.facts.architecture);
  return { Id: id, Warnings: [...warnings, ...warningsOf(hostConfig)] };
}

/** Virtual time that making a container takes. */
const CREATE_MS = 25;

/** With the machine's network comes its host name. */
function sharedHostname({ kernel }: EngineContext, request: ContainerCreateRequest): { Hostname?: string } {
  const isHost = request.HostConfig?.NetworkMode === 'host';
  return isHost && !request.Hostname ? { Hostname: kernel.hostUts.hostname } : {};
}

function warningsOf(host: HostConfig): string[] {
  const publishes = Object.keys(host.PortBindings ?? {}).length > 0;
  return host.NetworkMode === 'host' && publishes
    ? ['Published ports are discarded when using host network mode']
    : [];
}

function chooseName(context: EngineContext, wanted: string | undefined): string {
  if (wanted === undefined || wanted === '')
    return generateName(context.kernel.random, (name) => context.containerNames.has(name));
  const name = wanted.replace(/^\//, '');
  if (!NAME.test(name)) {
    throw new ApiError(
      'invalidParameter',
      `Invalid container name (${wanted}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
    );
  }
  checkNameFree(context, name);
  return name;
}

/** @throws ApiError conflict */
export function checkNameFree(context: EngineContext, name: string): void {
  const owner = context.containerNames.get(name);
  if (!owner) return;
  throw new ApiError(
    'conflict',
    `Conflict. The container name "/${name}" is already in use by container "${owner}". You have to remove (or rename) that container to be able to reuse that name.`,
  );
}
