import type { EngineApi } from '../../../api/engine-api.ts';
import type {
  EndpointSpec,
  PortConfig,
  ServiceMode,
  ServiceSpec,
  TaskContainerSpec,
  TaskNetwork,
  TaskPlacement,
  TaskSpec,
} from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseServicePorts } from '../../opts/service-port-spec.ts';
import { filled } from './container-spec.ts';
import { editList, editPairs, isEdited } from './edit-list.ts';
import { byTarget, networkId, serviceNetworks } from './networks.ts';
import { configReferences, secretReferences } from './references.ts';
import { editGenericResources, limits, reservations } from './resources.ts';
import { restartPolicy } from './restart-policy.ts';
import { logDriver, toPreference } from './service-spec.ts';
import { updatedContainer } from './update-container.ts';
import { updateConfig } from './update-config.ts';

/** A service's specification with what `service update`'s flags change. @throws CliError or ApiError. @see docker/cli v28.2.2 cli/command/service/update.go updateService */
export async function updatedSpec(
  engine: EngineApi,
  spec: ServiceSpec,
  flags: FlagValues,
  cwd: string,
): Promise<ServiceSpec> {
  const { TaskTemplate: template } = spec;
  const container = updatedContainer(template.ContainerSpec ?? {}, flags, cwd);
  const networks = await editNetworks(engine, flags, template.Networks);
  const mode = editMode(flags, spec.Mode);
  const update = updateConfig(flags, 'update', spec.UpdateConfig);
  const rollback = updateConfig(flags, 'rollback', spec.RollbackConfig);
  return {
    ...spec,
    Labels: editPairs(flags, spec.Labels, 'label'),
    TaskTemplate: {
      ...updatedTask(template, flags),
      ContainerSpec: await withFiles(engine, container, flags),
      ...(networks ? { Networks: networks } : {}),
    },
    Mode: mode,
    ...(update ? { UpdateConfig: update } : {}),
    ...(rollback ? { RollbackConfig: rollback } : {}),
    EndpointSpec: editEndpoint(flags, spec.EndpointSpec ?? {}),
  };
}

function updatedTask(template: TaskSpec, flags: FlagValues): TaskSpec {
  const restart = restartPolicy(flags, template.RestartPolicy);
  return {
    ...template,
    ...editResources(flags, template),
    ...(restart ? { RestartPolicy: restart } : {}),
    ...editPlacement(flags, template.Placement),
    ...logDriver(flags),
    ForceUpdate: template.ForceUpdate + (flags.bool('force') ? 1 : 0),
  };
}

/** Flags and fields of the amounts; zero takes a limit away. */
const LIMITS = { 'limit-cpu': 'NanoCPUs', 'limit-memory': 'MemoryBytes', 'limit-pids': 'Pids' } as const;
const RESERVATIONS = { 'reserve-cpu': 'NanoCPUs', 'reserve-memory': 'MemoryBytes' } as const;

function editResources(flags: FlagValues, { Resources: before = {} }: TaskSpec): Pick<TaskSpec, 'Resources'> {
  const names = [...Object.keys(LIMITS), ...Object.keys(RESERVATIONS)];
  if (!names.some((name) => flags.has(name)) && !isEdited(flags, 'generic-resource')) return {};
  const { GenericResources: known = [], ...reserved } = before.Reservations ?? {};
  const generic = editGenericResources(flags, known);
  const without = (amounts: object, fields: Readonly<Record<string, string>>): object =>
    Object.fromEntries(
      Object.entries(amounts).filter(([key]) => {
        const flag = Object.keys(fields).find((name) => fields[name] === key);
        return flag === undefined || !flags.has(flag);
      }),
    );
  return {
    Resources: {
      ...before,
      Limits: { ...without(before.Limits ?? {}, LIMITS), ...limits(flags) },
      Reservations: {
        ...without(reserved, RESERVATIONS),
        ...reservations(flags),
        ...filled('GenericResources', generic),
      },
    },
  };
}

function editPlacement(flags: FlagValues, before: TaskPlacement = {}): Pick<TaskSpec, 'Placement'> {
  const placement = { ...before };
  if (isEdited(flags, 'constraint')) {
    delete placement.Constraints;
    Object.assign(placement, filled('Constraints', editList(flags, before.Constraints, 'constraint')));
  }
  if (isEdited(flags, 'placement-pref')) {
    const removed = flags.list('placement-pref-rm').map((text) => toPreference(text).Spread.SpreadDescriptor);
    const kept = (before.Preferences ?? []).filter(
      ({ Spread }) => !removed.includes(Spread.SpreadDescriptor),
    );
    delete placement.Preferences;
    const added = flags.list('placement-pref-add').map(toPreference);
    Object.assign(placement, filled('Preferences', [...kept, ...added]));
  }
  if (flags.has('replicas-max-per-node')) {
    delete placement.MaxReplicas;
    const most = flags.number('replicas-max-per-node') ?? 0;
    if (most > 0) placement.MaxReplicas = most;
  }
  return { Placement: placement };
}

/** @throws CliError for a mode without numbers */
function editMode(flags: FlagValues, mode: ServiceMode): ServiceMode {
  const replicas = flags.number('replicas');
  const concurrent = flags.number('max-concurrent');
  if (replicas === undefined && concurrent === undefined) return mode;
  if (mode.ReplicatedJob)
    return {
      ReplicatedJob: {
        ...mode.ReplicatedJob,
        ...(replicas === undefined ? {} : { TotalCompletions: replicas }),
        ...(concurrent === undefined ? {} : { MaxConcurrent: concurrent }),
      },
    };
  if (replicas === undefined) return mode;
  if (!mode.Replicated)
    throw new CliError('replicas can only be used with replicated or replicated-job mode');
  return { Replicated: { Replicas: replicas } };
}

/** @throws ApiError for a network that is not there, CliError for one that is there already */
async function editNetworks(
  engine: EngineApi,
  flags: FlagValues,
  before: readonly TaskNetwork[] = [],
): Promise<TaskNetwork[] | undefined> {
  if (!isEdited(flags, 'network')) return undefined;
  const removed = new Set<string>();
  for (const name of flags.list('network-rm')) removed.add(await networkId(engine, name));
  const kept = before.filter(({ Target }) => !removed.has(Target));
  const added = await serviceNetworks(engine, flags.list('network-add'));
  for (const { Target } of added)
    if (kept.some((network) => network.Target === Target))
      throw new CliError(`service is already attached to network ${Target}`);
  return [...kept, ...added].sort(byTarget);
}

function editEndpoint(flags: FlagValues, endpoint: EndpointSpec): EndpointSpec {
  const mode = flags.string('endpoint-mode');
  const changed = { ...endpoint, ...(mode === undefined ? {} : { Mode: mode as 'vip' | 'dnsrr' }) };
  if (!isEdited(flags, 'publish')) return changed;
  delete changed.Ports;
  return { ...changed, ...filled('Ports', editPorts(flags, endpoint.Ports ?? [])) };
}

/** A port is removed by its target, protocol and mode. */
function editPorts(flags: FlagValues, ports: readonly PortConfig[]): PortConfig[] {
  const parse = (flag: string): PortConfig[] => flags.list(flag).flatMap(parseServicePorts);
  const name = ({ PublishedPort = 0, TargetPort, Protocol, PublishMode }: PortConfig): string =>
    `${PublishedPort}:${TargetPort}/${Protocol}/${PublishMode}`;
  const removed = parse('publish-rm');
  const isRemoved = (port: PortConfig): boolean =>
    removed.some(
      ({ TargetPort, Protocol, PublishMode }) =>
        TargetPort === port.TargetPort && Protocol === port.Protocol && PublishMode === port.PublishMode,
    );
  const known = new Set(ports.map(name));
  const added = parse('publish-add').filter((port) => !known.has(name(port)));
  return [...ports.filter((port) => !isRemoved(port)), ...added].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

/** With the secrets and configs that the flags add and without those they remove. */
async function withFiles(
  engine: EngineApi,
  container: TaskContainerSpec,
  flags: FlagValues,
): Promise<TaskContainerSpec> {
  const { Secrets = [], Configs = [], ...rest } = container;
  const gone = (flag: string): ((name: string) => boolean) => {
    const removed = new Set(flags.list(flag));
    return (name) => removed.has(name);
  };
  const [isGoneSecret, isGoneConfig] = [gone('secret-rm'), gone('config-rm')];
  const secrets = [
    ...Secrets.filter(({ SecretName }) => !isGoneSecret(SecretName)),
    ...(await secretReferences(engine, flags.list('secret-add'))),
  ];
  const configs = [
    ...Configs.filter(({ ConfigName }) => !isGoneConfig(ConfigName)),
    ...(await configReferences(engine, flags.list('config-add'))),
  ];
  return { ...rest, ...filled('Secrets', secrets), ...filled('Configs', configs) };
}
