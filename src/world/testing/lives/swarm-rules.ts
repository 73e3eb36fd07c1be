import type { ClusterState, TaskRecord } from '../../../engine/swarm/cluster-state.ts';
import { isLeading } from '../../../engine/swarm/fabric.ts';
import { slotKey } from '../../../engine/swarm/orchestrator/slots.ts';
import { isRunnable } from '../../../engine/swarm/task-states.ts';
import { unsettledServices } from '../../../engine/swarm/testing/cluster-invariants.ts';
import type { Machine } from '../../machine.ts';
import type { World } from '../../world.ts';

const TASK = 'com.docker.swarm.task.id';

/** What must be so of a swarm whose machines are all there, once nothing was asked for a while. */
export function unsettledSwarm({ machines }: World): string[] {
  const leaders = machines.filter(({ engine }) => isLeading(engine.store.state.swarm));
  const [leader] = leaders;
  const cluster = leader?.engine.store.state.swarm?.cluster;
  if (!cluster || leaders.length !== 1) return [`R30: ${leaders.length} machines lead`];
  return [
    ...unsettledServices(cluster),
    ...crowdedSlots(cluster),
    ...machines.flatMap((machine) => [...brokenMember(machine, cluster), ...strayTasks(machine, cluster)]),
    ...misplacedTasks(machines, cluster),
    ...idleServices(cluster),
  ];
}

const tasksOf = ({ tasks }: ClusterState): TaskRecord[] => [...tasks].map(([, task]) => task);

/** While nothing is updated each slot is one task's. */
function crowdedSlots(cluster: ClusterState): string[] {
  const wanted = tasksOf(cluster)
    .filter(({ desiredState }) => isRunnable(desiredState))
    .filter(({ serviceId }) => !cluster.services.get(serviceId)?.update?.progress)
    .map((task) => `${task.serviceName}.${slotKey(task)}`);
  return wanted
    .filter((slot, index) => wanted.indexOf(slot) !== index)
    .map((slot) => `R32: two tasks in ${slot}`);
}

/** A machine that takes itself for a node is one that is ready, unless it was removed meanwhile; managers know what the leader knows. */
function brokenMember({ name, engine }: Machine, cluster: ClusterState): string[] {
  const { swarm } = engine.store.state;
  const node = swarm && cluster.nodes.get(swarm.nodeId);
  if (!swarm || !node) return [];
  return [
    ...(node.status.State === 'ready' ? [] : [`R34: ${name} is back, and its node is ${node.status.State}`]),
    ...(Boolean(swarm.cluster) === (node.spec.Role === 'manager')
      ? []
      : [`R30: ${name} is to be a ${node.spec.Role}`]),
    ...(swarm.cluster && swarm.cluster.index !== cluster.index
      ? [`R30: ${name} is at ${swarm.cluster.index}, the leader at ${cluster.index}`]
      : []),
  ];
}

/** Containers of tasks that the cluster does not want to run there, or does not know any more. */
function strayTasks({ name, engine: { store } }: Machine, cluster: ClusterState): string[] {
  const { containers, swarm } = store.state;
  return [...containers].flatMap(([, container]) => {
    const id = container.config.Labels?.[TASK];
    if (id === undefined || container.status !== 'running') return [];
    const task = cluster.tasks.get(id);
    const isWanted = task && task.nodeId === swarm?.nodeId && isRunnable(task.desiredState);
    return isWanted ? [] : [`R34: ${container.name} runs on ${name}, and nobody wants it`];
  });
}

/** What just ended by itself has yet to be told of. */
const REPORT_MS = 1000;

/** A task that runs has its container on the node that the manager says. */
function misplacedTasks(machines: World['machines'], cluster: ClusterState): string[] {
  return tasksOf(cluster).flatMap(({ id, serviceName, nodeId, desiredState, status }) => {
    if (status.state !== 'running' || !isRunnable(desiredState)) return [];
    const machine = machines.find(({ engine }) => engine.store.state.swarm?.nodeId === nodeId);
    const sinceMs = (machine?.kernel.clock.now() ?? 0) - REPORT_MS;
    const runs = [...(machine?.engine.store.state.containers ?? [])].some(
      ([, { config, status: is, finishedMs }]) =>
        config.Labels?.[TASK] === id && (is === 'running' || finishedMs > sinceMs),
    );
    return runs ? [] : [`R34: a task of ${serviceName} runs on ${machine?.name}, they say`];
  });
}

/** Of services whose programs go on, every slot runs where there is a node that takes it. */
function idleServices(cluster: ClusterState): string[] {
  const isOpen = [...cluster.nodes].some(
    ([, { spec, status }]) => spec.Availability === 'active' && status.State === 'ready',
  );
  return [...cluster.services].flatMap(([id, { spec, update }]) => {
    const { Replicas } = spec.Mode.Replicated ?? {};
    const goesOn = spec.TaskTemplate.ContainerSpec?.Args?.[0] === 'serve' && !update?.progress;
    if (!isOpen || !goesOn || Replicas === undefined) return [];
    const running = tasksOf(cluster).filter(
      ({ serviceId, desiredState, status }) =>
        serviceId === id && isRunnable(desiredState) && status.state === 'running',
    );
    return running.length === Replicas ? [] : [`R32: ${running.length} of ${Replicas} of ${spec.Name} run`];
  });
}
