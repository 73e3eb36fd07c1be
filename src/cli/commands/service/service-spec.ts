import type { EngineApi } from '../../../api/engine-api.ts';
import type { ServiceSpec, TaskPlacement, TaskSpec } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';
import { parseServicePorts } from '../../opts/service-port-spec.ts';
import { containerSpec, fileReferences, filled } from './container-spec.ts';
import { serviceNetworks } from './networks.ts';
import { taskResources } from './resources.ts';
import { restartPolicy } from './restart-policy.ts';
import { serviceMode } from './service-mode.ts';
import { updateConfig } from './update-config.ts';

/** `service create`'s flags → the API's specification. @throws CliError or ApiError. @see docker/cli v28.2.2 cli/command/service/opts.go ToService */
export async function serviceSpec(context: CommandContext, engine: EngineApi): Promise<ServiceSpec> {
  const { flags } = context;
  const container = containerSpec(context);
  const mode = serviceMode(flags);
  const update = updateConfig(flags, 'update');
  const rollback = updateConfig(flags, 'rollback');
  if ((mode.ReplicatedJob ?? mode.GlobalJob) && (update ?? rollback))
    throw new CliError('update and rollback configuration is not supported for jobs');
  const networks = await serviceNetworks(engine, flags.list('network'));
  const resources = taskResources(flags);
  const restart = restartPolicy(flags);
  const template: TaskSpec = {
    ContainerSpec: { ...container, ...(await fileReferences(engine, flags)) },
    Resources: resources,
    ...(restart ? { RestartPolicy: restart } : {}),
    Placement: placement(flags),
    ...filled('Networks', networks),
    ...logDriver(flags),
    ForceUpdate: 0,
  };
  return {
    Name: flags.string('name') ?? '',
    Labels: toOptions(flags.list('label')),
    TaskTemplate: template,
    Mode: mode,
    ...(update ? { UpdateConfig: update } : {}),
    ...(rollback ? { RollbackConfig: rollback } : {}),
    EndpointSpec: {
      Mode: (flags.string('endpoint-mode') ?? 'vip').toLowerCase() as 'vip' | 'dnsrr',
      ...filled('Ports', flags.list('publish').flatMap(parseServicePorts)),
    },
  };
}

function placement(flags: FlagValues): TaskPlacement {
  const most = flags.number('replicas-max-per-node');
  return {
    ...filled('Constraints', [...flags.list('constraint')]),
    ...filled('Preferences', flags.list('placement-pref').map(toPreference)),
    ...(most ? { MaxReplicas: most } : {}),
  };
}

/** `spread=node.labels.zone` */
export function toPreference(text: string): NonNullable<TaskPlacement['Preferences']>[number] {
  return { Spread: { SpreadDescriptor: text.slice(text.indexOf('=') + 1) } };
}

/** Where the output goes; options alone say nothing. */
export function logDriver(flags: FlagValues): Pick<TaskSpec, 'LogDriver'> {
  const name = flags.string('log-driver');
  return name ? { LogDriver: { Name: name, ...filled('Options', toOptions(flags.list('log-opt'))) } } : {};
}
