import { ApiError } from '../../../api/api-error.ts';
import type { ServiceMode, ServiceSpec, TaskNetwork } from '../../../api/service-types.ts';
import { orderFields } from '../../../lib/order-fields.ts';
import { generateName } from '../../containers/name-generator.ts';
import type { EngineContext } from '../../engine-context.ts';
import { isPredefined } from '../../networks/defaults.ts';
import { DEFAULT_UPDATE_CONFIG } from '../orchestrator/update-config.ts';
import { SERVICE_FIELDS } from './service-fields.data.ts';

/**
 * A specification as the cluster keeps it: with a name, IDs for names of networks, and what Docker's own conversions fill in.
 * @throws ApiError @see moby v28 daemon/cluster/convert/service.go ServiceSpecToGRPC, daemon/cluster/helpers.go populateNetworkID
 */
export function completeSpec(context: EngineContext, spec: ServiceSpec): ServiceSpec {
  const { TaskTemplate, EndpointSpec } = spec;
  const complete: ServiceSpec = {
    ...spec,
    Name: spec.Name || generateName(context.kernel.random, () => false),
    Labels: spec.Labels ?? {},
    TaskTemplate: {
      ...TaskTemplate,
      ContainerSpec: { ...TaskTemplate.ContainerSpec, Isolation: 'default' },
      ...(TaskTemplate.Networks?.length
        ? { Networks: TaskTemplate.Networks.map((network) => withNetworkId(context, network)) }
        : {}),
      ForceUpdate: TaskTemplate.ForceUpdate ?? 0,
      Runtime: 'container',
    },
    Mode: completeMode(spec.Mode ?? {}),
    EndpointSpec: { ...EndpointSpec, Mode: EndpointSpec?.Mode || 'vip' },
  };
  return orderFields(complete, SERVICE_FIELDS);
}

function completeMode(mode: ServiceMode): ServiceMode {
  if (mode.ReplicatedJob ?? mode.GlobalJob)
    throw new ApiError('notSimulated', 'services of mode replicated-job and global-job');
  return mode.Global ? { Global: {} } : { Replicated: { Replicas: mode.Replicated?.Replicas ?? 1 } };
}

/** A network of the swarm, or one that every node has (host, bridge, none). */
function withNetworkId({ store }: EngineContext, network: TaskNetwork): TaskNetwork {
  const { Target } = network;
  const all = [...store.state.networks].map(([, record]) => record).filter(({ forgotten }) => !forgotten);
  const found =
    all.find(({ id }) => id === Target) ??
    all.find(({ name }) => name === Target) ??
    all.find(({ id }) => Target !== '' && id.startsWith(Target));
  if (!found) throw new ApiError('notFound', `network ${Target} not found`);
  if (found.scope !== 'swarm' && !isPredefined(found.name))
    throw new ApiError(
      'forbidden',
      `The network ${found.name} cannot be used with services. Only networks scoped to the swarm can be used, such as those created with the overlay driver.`,
    );
  return { ...network, Target: found.id };
}

const DEFAULT_GRACE_NS = 10e9;

/** With what counts where nothing is said. @see moby/swarmkit v2 api/defaults/service.go InterpolateService */
export function withDefaults(spec: ServiceSpec): ServiceSpec {
  const { TaskTemplate } = spec;
  const complete: ServiceSpec = {
    ...spec,
    TaskTemplate: {
      ...TaskTemplate,
      ContainerSpec: {
        ...TaskTemplate.ContainerSpec,
        StopGracePeriod: TaskTemplate.ContainerSpec?.StopGracePeriod ?? DEFAULT_GRACE_NS,
        DNSConfig: TaskTemplate.ContainerSpec?.DNSConfig ?? {},
      },
      RestartPolicy: { Condition: 'any', Delay: 5e9, MaxAttempts: 0, ...TaskTemplate.RestartPolicy },
      Placement: TaskTemplate.Placement ?? {},
    },
    UpdateConfig: spec.UpdateConfig ?? DEFAULT_UPDATE_CONFIG,
    RollbackConfig: spec.RollbackConfig ?? DEFAULT_UPDATE_CONFIG,
  };
  return orderFields(complete, SERVICE_FIELDS);
}
