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
  readonly upMs: number;
  /** Its container's address in a network, by name. */
  backend(networkName: string): ServiceBackend | undefined;
}

/** What a node tells the others. Simplified: they ask, at once; real ones gossip within seconds. @see moby v28 libnetwork/networkdb */
export interface ServiceShare {
  /** The tasks of a service on this node. */
  members(serviceId: string): readonly Member[];
  /** A task of every service here. */
  tasks(): readonly Assignment[];
  /** The service of a task changed somewhere. */
  publish(task: Assignment): void;
}

/**
 * Tells the networks which tasks of this node stand behind a service: its name, its virtual IP, its published ports. Only what serves gets new
 * connections; with its last container the service is forgotten.
 * @see moby v28 libnetwork/agent.go addServiceInfoToCluster, deleteServiceInfoFromCluster
 */
export class ServiceBindings implements ServiceShare {
  readonly #context: EngineContext;
  /** Service ID → task ID → member, in the order the tasks came up. */
  readonly #members = new Map<string, Map<string, Member>>();
  readonly #services = new Map<string, string>();
  /** Service ID → a task of it, of all that was published here. */
  readonly #known = new Map<string, Assignment>();

  constructor(context: EngineContext) {
    this.#context = context;
    context.fabric.shares.set(context, this);
  }

  members(serviceId: string): Member[] {
    return [...(this.#members.get(serviceId)?.values() ?? [])];
  }

  tasks(): Assignment[] {
    return [...this.#members.values()].flatMap((members) => [...members.values()].map(({ task }) => task));
  }

  /** Everything anew, as a node or a network came or went. */
  refreshAll(): void {
    for (const task of this.#known.values()) this.publish(task);
    for (const share of this.#shares()) for (const task of share.tasks()) this.publish(task);
  }

  close(): void {
    const tasks = this.tasks();
    this.#members.clear();
    const others = this.#shares();
    this.#context.fabric.shares.delete(this.#context);
    for (const share of others) for (const task of tasks) if (share !== this) share.publish(task);
  }

  #shares(): ServiceShare[] {
    const { fabric } = this.#context;
    return fabric.reachable(this.#context).flatMap((other) => fabric.shares.get(other) ?? []);
  }

  /** A task begins or ends to serve. */
  set(task: Assignment, isServing: boolean): void {
    const members = this.#members.get(task.serviceId) ?? new Map<string, Member>();
    const known = members.get(task.id);
    if (!known && !isServing) return;
    if (known) known.isServing = isServing;
    else
      members.set(task.id, {
        task,
        isServing,
        upMs: this.#context.kernel.clock.now(),
        backend: (networkName) => this.#backend(task.id, networkName),
      });
    this.#members.set(task.serviceId, members);
    this.#services.set(task.id, task.serviceId);
    this.#announce(task);
  }

  /** The container of a task changed: one that is not up any more stands for nothing. */
  refresh(taskId: string): void {
    const serviceId = this.#services.get(taskId);
    const members = serviceId === undefined ? undefined : this.#members.get(serviceId);
    const member = members?.get(taskId);
    if (!member || this.#isUp(taskId)) return;
    members?.delete(taskId);
    this.#services.delete(taskId);
    this.#announce(member.task);
  }

  #isUp(taskId: string): boolean {
    const status = containerOf(this.#context, taskId)?.status;
    return status === 'running' || status === 'paused';
  }

  #announce(task: Assignment): void {
    for (const share of this.#shares()) share.publish(task);
  }

  publish(task: Assignment): void {
    this.#known.set(task.serviceId, task);
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

  /** Of all nodes in reach, in the order they came up. */
  #membersWith(serviceId: string, has: (task: Assignment) => boolean): Member[] {
    return this.#shares()
      .flatMap((share) => share.members(serviceId))
      .filter(({ task }) => has(task))
      .sort((a, b) => a.upMs - b.upMs);
  }

  #backends(members: readonly Member[], networkName: string): ServiceBackend[] {
    return members
      .filter(({ isServing }) => isServing)
      .flatMap((member) => member.backend(networkName) ?? []);
  }

  #backend(taskId: string, networkName: string): ServiceBackend | undefined {
    const container = containerOf(this.#context, taskId);
    const address = container?.endpoints.get(networkName)?.address;
    return container && address ? { containerId: container.id, address } : undefined;
  }
}

function ingressPorts({ endpoint }: Assignment): PortConfig[] {
  return endpoint.ports.filter(({ PublishMode }) => PublishMode !== 'host');
}
