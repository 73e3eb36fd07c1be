import { ApiError } from '../../../api/api-error.ts';
import type {
  EndpointSpec,
  RestartPolicy,
  ServiceSpec,
  TaskContainerSpec,
  TaskResources,
  TaskSpec,
  UpdateConfig,
} from '../../../api/service-types.ts';
import { parseImageReference } from '../../../lib/image-reference.ts';
import { parseConstraint } from '../scheduler/constraints.ts';
import { rpcError } from './rpc-error.ts';

const NAME = /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9])*$/;
const MAX_NAME = 63;
const MIN_NANO_CPUS = 1e6;
const MIN_MEMORY = 4 * 1024 * 1024;

/** @throws ApiError @see moby/swarmkit v2 manager/controlapi/service.go validateServiceSpec, moby v28 daemon/cluster/convert/service.go */
export function checkServiceSpec(spec: ServiceSpec): void {
  checkConversions(spec);
  checkServiceName(spec.Name);
  checkTask(spec.TaskTemplate);
  checkUpdate(spec.UpdateConfig);
  checkUpdate(spec.RollbackConfig);
  checkEndpoint(spec.EndpointSpec);
}

/** Names of services and networks. @throws ApiError @see moby/swarmkit v2 manager/controlapi/common.go validateAnnotations */
export function checkServiceName(name: string): void {
  if (name === '') throw rpcError('InvalidArgument', 'meta: name must be provided');
  if (!NAME.test(name)) throw rpcError('InvalidArgument', 'name must be valid as a DNS name component');
  if (name.length > MAX_NAME) throw rpcError('InvalidArgument', 'name must be 63 characters or fewer');
}

/** Words that the daemon does not know never reach the manager. */
function checkConversions({
  TaskTemplate,
  UpdateConfig,
  RollbackConfig,
  EndpointSpec: endpoint,
}: ServiceSpec): void {
  const { Condition } = TaskTemplate.RestartPolicy ?? {};
  checkWord(Condition, ['none', 'on-failure', 'any'], `invalid RestartCondition: "${Condition}"`);
  for (const { Type } of TaskTemplate.ContainerSpec?.Mounts ?? [])
    checkWord(Type, MOUNT_TYPES, `invalid MountType: ${JSON.stringify(Type)}`);
  checkWord(endpoint?.Mode, ['vip', 'dnsrr'], `invalid resolution mode: "${endpoint?.Mode}"`);
  for (const { FailureAction, Order } of [UpdateConfig, RollbackConfig].filter(
    (config) => config !== undefined,
  )) {
    checkWord(
      FailureAction,
      ['pause', 'continue', 'rollback'],
      `unrecognized update failure action ${FailureAction}`,
    );
    checkWord(Order, ['stop-first', 'start-first'], `unrecognized update order ${Order}`);
  }
}

/** @see moby/swarmkit v2 api/types.proto Mount.MountType */
const MOUNT_TYPES: readonly string[] = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster'];

function checkWord(word: string | undefined, known: readonly string[], problem: string): void {
  if (word && !known.includes(word)) throw new ApiError('invalidParameter', problem);
}

function checkTask({ Resources, RestartPolicy, Placement, ContainerSpec }: TaskSpec): void {
  checkResources(Resources?.Limits);
  checkResources(Resources?.Reservations);
  checkRestartPolicy(RestartPolicy);
  for (const constraint of Placement?.Constraints ?? []) checkConstraint(constraint);
  checkContainer(ContainerSpec ?? {});
}

function checkResources({ NanoCPUs = 0, MemoryBytes = 0 }: TaskResources = {}): void {
  if (NanoCPUs !== 0 && NanoCPUs < MIN_NANO_CPUS)
    throw rpcError(
      'InvalidArgument',
      `invalid cpu value ${NanoCPUs / 1e9}: Must be at least ${MIN_NANO_CPUS / 1e9}`,
    );
  if (MemoryBytes !== 0 && MemoryBytes < MIN_MEMORY)
    throw rpcError('InvalidArgument', `invalid memory value ${MemoryBytes}: Must be at least 4MiB`);
}

function checkRestartPolicy({ Delay = 0, Window = 0 }: RestartPolicy = {}): void {
  if (Delay < 0) throw rpcError('InvalidArgument', 'TaskSpec: restart-delay cannot be negative');
  if (Window < 0) throw rpcError('InvalidArgument', 'TaskSpec: restart-window cannot be negative');
}

function checkConstraint(text: string): void {
  try {
    parseConstraint(text);
  } catch (error) {
    throw rpcError('Unknown', (error as Error).message);
  }
}

function checkContainer({ Image = '', Mounts = [] }: TaskContainerSpec): void {
  if (Image === '') throw rpcError('InvalidArgument', 'ContainerSpec: image reference must be provided');
  if (!isReference(Image))
    throw rpcError(
      'InvalidArgument',
      `ContainerSpec: ${JSON.stringify(Image)} is not a valid repository/tag`,
    );
  const targets = new Set<string>();
  for (const { Target = '' } of Mounts) {
    if (targets.has(Target))
      throw rpcError('InvalidArgument', `ContainerSpec: duplicate mount point: ${Target}`);
    targets.add(Target);
  }
}

function isReference(image: string): boolean {
  try {
    parseImageReference(image);
    return true;
  } catch {
    return false;
  }
}

function checkUpdate(config: UpdateConfig | undefined): void {
  const { Delay = 0, Monitor = 0, MaxFailureRatio = 0 } = config ?? {};
  if (Delay < 0) throw rpcError('InvalidArgument', 'TaskSpec: update-delay cannot be negative');
  if (Monitor < 0) throw rpcError('InvalidArgument', 'TaskSpec: update-monitor cannot be negative');
  if (MaxFailureRatio < 0 || MaxFailureRatio > 1)
    throw rpcError(
      'InvalidArgument',
      'TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1',
    );
}

function checkEndpoint({ Mode, Ports = [] }: EndpointSpec = {}): void {
  const isIngress = Ports.some(({ PublishMode }) => PublishMode !== 'host');
  if (Mode === 'dnsrr' && isIngress)
    throw rpcError(
      'InvalidArgument',
      "EndpointSpec: port published with ingress mode can't be used with dnsrr mode",
    );
  const known = new Set<string>();
  for (const { Protocol, PublishMode, PublishedPort, TargetPort } of Ports) {
    const name = `${PublishMode}/${PublishedPort ?? 0}/${Protocol}/${PublishedPort ? '' : TargetPort}`;
    if (PublishedPort && known.has(name))
      throw rpcError('InvalidArgument', 'EndpointSpec: duplicate published ports provided');
    known.add(name);
  }
}
