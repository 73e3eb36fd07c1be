import type { PortConfig } from '../../../api/service-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { ServiceBackend } from '../../networks/virtual-services.ts';
import { withoutPrefix } from '../allocator/address-pool.ts';
import type { NetworkAttachment } from '../cluster-state.ts';
import type { Assignment } from '../dispatcher.ts';
import { containerOf } from './task-controller.ts';

/** A task of a service whose container is up. */
interface Member {
  readonly task: Assignment;
  /** New connections go to it. */
  isServing: boolean;
}

/**
 * Tells the networks which tasks of this node stand behind a service: its name, its virtual IP, its published ports. Only what serves gets new
 * connections; with its last container the service is forgotten.
 * @see moby v28 libnetwork/agent.go addServiceInfoToCluster, deleteServiceInfoFromCluster
 */
export class ServiceBindings {
  readonly #context: EngineContext;
  /** Service ID → task ID → member, in the order the tasks came up. */
  readonly #members = new Map<string, Map<string, Member>>();
  readonly #services = new Map<string, string>();

  constructor(context: EngineContext) {
    this.#context = context;
  }

  /** A task begins or ends to serve. */
  set(task: Assignment, isServing: boolean): void {
    const members = this.#members.get(task.serviceId) ?? new Map<string, Member>();
    const known = members.get(task.id);
    if (!known && !isServing) return;
    if (known) known.isServing = isServing;
    else members.set(task.id, { task, isServing });
    this.#members.set(task.serviceId, members);
    this.#services.set(task.id, task.serviceId);
    this.#publish(task);
  }

  /** The container of a task changed: one that is not up any more stands for nothing. */
  refresh(taskId: string): void {
    const serviceId = this.#services.get(taskId);
    const members = serviceId === undefined ? undefined : this.#members.get(serviceId);
    const member = members?.get(taskId);
    if (!member || this.#isUp(taskId)) return;
    members?.delete(taskId);
    this.#services.delete(taskId);
    this.#publish(member.task);
  }

  #isUp(taskId: string): boolean {
    const status = containerOf(this.#context, taskId)?.status;
    return status === 'running' || status === 'paused';
  }

  #publish(task: Assignment): void {
    for (const network of task.networks) if (network.addresses.length) this.#publishIn(network, task);
    const ingress = task.networks.find(({ networkId }) => this.#isIngress(networkId));
    for (const port of ingressPorts(task)) this.#publishPort(port, task, ingress?.networkName ?? '');
  }

  #publishIn({ networkId, networkName, aliases }: NetworkAttachment, task: Assignment): void {
    const { virtualServices } = this.#context;
    const members = this.#membersWith(task.serviceId, ({ networks }) =>
      networks.some((other) => other.networkId === networkId),
    );
    if (members.length === 0) return virtualServices.deleteService(networkId, task.serviceId);
    const vip = task.endpoint.virtualIps.find((entry) => entry.networkId === networkId)?.address ?? '';
    virtualServices.setService({
      networkId,
      serviceId: task.serviceId,
      serviceName: task.serviceName,
      aliases,
      mode: task.mode,
      address: withoutPrefix(vip),
      ports: ingressPorts(task).map(({ TargetPort, PublishedPort = 0 }) => ({
        targetPort: TargetPort,
        publishedPort: PublishedPort,
      })),
      backends: this.#backends(members, networkName),
    });
  }

  #isIngress(networkId: string): boolean {
    return this.#context.store.state.networks.get(networkId)?.ingress ?? false;
  }

  #publishPort(
    { Protocol, PublishedPort = 0, TargetPort }: PortConfig,
    task: Assignment,
    ingressName: string,
  ): void {
    const { virtualServices } = this.#context;
    const members = this.#membersWith(task.serviceId, ({ endpoint }) =>
      endpoint.ports.some((other) => other.PublishedPort === PublishedPort && other.Protocol === Protocol),
    );
    const port = { protocol: Protocol, publishedPort: PublishedPort, serviceId: task.serviceId };
    if (members.length === 0) return virtualServices.deleteIngressPort(port);
    virtualServices.setIngressPort({
      ...port,
      targetPort: TargetPort,
      backends: this.#backends(members, ingressName),
    });
  }

  #membersWith(serviceId: string, has: (task: Assignment) => boolean): Member[] {
    return [...(this.#members.get(serviceId)?.values() ?? [])].filter(({ task }) => has(task));
  }

  #backends(members: readonly Member[], networkName: string): ServiceBackend[] {
    return members
      .filter(({ isServing }) => isServing)
      .flatMap(({ task: { id } }) => {
        const container = containerOf(this.#context, id);
        const address = container?.endpoints.get(networkName)?.address;
        return container && address ? [{ containerId: container.id, address }] : [];
      });
  }
}

function ingressPorts({ endpoint }: Assignment): PortConfig[] {
  return endpoint.ports.filter(({ PublishMode }) => PublishMode !== 'host');
}
