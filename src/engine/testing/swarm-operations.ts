import type { EngineApi } from '../../api/engine-api.ts';
import type { ServiceSpec } from '../../api/service-types.ts';
import type { NodeAvailability } from '../../api/swarm-types.ts';
import type { Operation } from './operations.ts';

const SECOND = 1e9;

function service(Name: string, Args: string[], more: Partial<ServiceSpec> = {}): ServiceSpec {
  return {
    Name,
    Labels: {},
    Mode: { Replicated: { Replicas: 2 } },
    ...more,
    TaskTemplate: {
      ContainerSpec: { Image: 'app:latest', Args, StopGracePeriod: SECOND },
      ForceUpdate: 0,
      ...more.TaskTemplate,
    },
  };
}

/** Does what `docker service update` does: on the version that is there now. */
async function change(
  api: EngineApi,
  name: string,
  to: (spec: ServiceSpec) => Partial<ServiceSpec>,
  rollback?: 'previous',
): Promise<void> {
  const { ID, Version, Spec } = await api.ServiceInspect(name);
  const options = { version: Version.Index, ...(rollback ? { rollback } : {}) };
  await api.ServiceUpdate(ID, options, { ...Spec, ...to(Spec) });
}

async function setAvailability(api: EngineApi, Availability: NodeAvailability): Promise<void> {
  const [node] = await api.NodeList();
  if (node) await api.NodeUpdate(node.ID, { version: node.Version.Index }, { ...node.Spec, Availability });
}

const scale =
  (Replicas: number): Operation =>
  (api, name) =>
    change(api, name, () => ({ Mode: { Replicated: { Replicas } } }));

/** What a client may do with services, and to the containers of their tasks. */
export const SERVICE_OPERATIONS: readonly Operation[] = [
  (api) => api.NetworkCreate({ Name: 'over', Driver: 'overlay', Attachable: true }),
  (api) => api.NetworkDelete('over'),
  (api, name) => api.NetworkConnect('over', { Container: name }),
  (api, name) => api.ServiceCreate(service(name, ['serve', '80', 'hello'])),
  (api, name) =>
    api.ServiceCreate(
      service(name, ['serve', '80', 'hello'], {
        EndpointSpec: { Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishMode: 'ingress' }] },
        TaskTemplate: { ForceUpdate: 0, Networks: [{ Target: 'over' }] },
      }),
    ),
  (api, name) =>
    api.ServiceCreate(
      service(name, ['sleep', '3'], {
        Mode: { Global: {} },
        EndpointSpec: {
          Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 4000, PublishMode: 'host' }],
        },
      }),
    ),
  (api, name) => api.ServiceCreate(service(name, ['fail', '1'])),
  (api, name) =>
    api.ServiceCreate(service(name, ['sleep', '1'], { Mode: { ReplicatedJob: { TotalCompletions: 3 } } })),
  (api, name) => api.ServiceDelete(name),
  (api, name) => api.ServiceDelete(name),
  scale(0),
  scale(1),
  scale(5),
  (api, name) =>
    change(api, name, ({ TaskTemplate }) => ({
      UpdateConfig: { Parallelism: 1, Order: 'start-first', MaxFailureRatio: 0, FailureAction: 'rollback' },
      TaskTemplate: { ...TaskTemplate, ForceUpdate: TaskTemplate.ForceUpdate + 1 },
    })),
  (api, name) =>
    change(api, name, ({ TaskTemplate }) => ({
      UpdateConfig: { Parallelism: 2, Order: 'stop-first', MaxFailureRatio: 0, FailureAction: 'pause' },
      TaskTemplate: {
        ...TaskTemplate,
        ContainerSpec: { ...TaskTemplate.ContainerSpec, Image: 'app:latest', Args: ['fail', '2'] },
      },
    })),
  (api, name) =>
    change(api, name, () => ({
      EndpointSpec: {
        Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }],
      },
    })),
  (api, name) => change(api, name, () => ({}), 'previous'),
  (api) => setAvailability(api, 'drain'),
  (api) => setAvailability(api, 'pause'),
  (api) => setAvailability(api, 'active'),
  // Somebody who takes a task's container away under the swarm.
  async (api) => {
    const [first] = await api.ContainerList({ filters: { label: ['com.docker.swarm.task'] } });
    if (first) await api.ContainerDelete(first.Id, { force: true });
  },
];

/** The same in a swarm of one node, which may end. */
export const SWARM_OPERATIONS: readonly Operation[] = [
  (api) => api.SwarmInit({ ListenAddr: '0.0.0.0:2377', AdvertiseAddr: '' }),
  (api) => api.SwarmLeave({ force: true }),
  ...SERVICE_OPERATIONS,
];
