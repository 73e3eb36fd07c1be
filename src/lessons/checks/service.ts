import type { Probe } from '../../api/probe.ts';
import type { Service, Task } from '../../api/service-types.ts';
import type { ServiceCheck } from '../check-schema.ts';
import { isImage } from './container.ts';
import { unless, unmet, type Verdict } from './verdict.ts';

const STACK = 'com.docker.stack.namespace';

/** Asks the managers of the swarm that the machine is in. */
export async function judgeService(wanted: ServiceCheck, { engine }: Probe): Promise<Verdict> {
  const { LocalNodeState, ControlAvailable } = (await engine.SystemInfo()).Swarm;
  if (LocalNodeState !== 'active' || !ControlAvailable) return unmet('the machine manages no swarm');
  const found = (await engine.ServiceList({ status: true })).find(({ Spec }) => Spec.Name === wanted.name);
  if (!found) return unmet(`there is no service ${wanted.name}`);
  const complaint = complaintOf(found, wanted) ?? givenComplaint(found, wanted);
  if (complaint !== undefined) return unmet(complaint);
  const tasks = await engine.TaskList({ service: [wanted.name] });
  const names = new Map((await engine.NodeList()).map(({ ID, Description }) => [ID, Description.Hostname]));
  return unless(taskComplaint(tasks, names, wanted));
}

function complaintOf(
  { ServiceStatus, Spec, UpdateStatus }: Service,
  wanted: ServiceCheck,
): string | undefined {
  const image = (Spec.TaskTemplate.ContainerSpec?.Image ?? '').replace(/@.*/, '');
  if (wanted.image !== undefined && !isImage(image, wanted.image)) return `its image is ${image}`;
  const desired = ServiceStatus?.DesiredTasks ?? 0;
  if (wanted.replicas !== undefined && desired !== wanted.replicas) return `it is asked for ${desired}`;
  if (wanted.update === undefined || UpdateStatus?.State === wanted.update) return undefined;
  return UpdateStatus?.State === undefined ? 'it was not updated' : `its update is ${UpdateStatus.State}`;
}

function givenComplaint({ Spec, Endpoint }: Service, wanted: ServiceCheck): string | undefined {
  const { Secrets = [], Configs = [] } = Spec.TaskTemplate.ContainerSpec ?? {};
  const ports = (Endpoint?.Ports ?? []).flatMap(({ PublishedPort }) => PublishedPort ?? []);
  if (wanted.published !== undefined && !ports.includes(wanted.published))
    return ports.length ? `it is published on port ${ports.join(', ')}` : 'it publishes no port';
  const stack = Spec.Labels?.[STACK];
  if (wanted.stack !== undefined && stack !== wanted.stack)
    return stack === undefined ? 'it is in no stack' : `it is in the stack ${stack}`;
  if (wanted.secret !== undefined && !Secrets.some(({ SecretName }) => SecretName === wanted.secret))
    return 'it does not have that secret';
  if (wanted.config !== undefined && !Configs.some(({ ConfigName }) => ConfigName === wanted.config))
    return 'it does not have that config';
  return undefined;
}

function taskComplaint(
  tasks: readonly Task[],
  names: ReadonlyMap<string, string>,
  { running, failedAtLeast = 0, on, notOn }: ServiceCheck,
): string | undefined {
  const failed = tasks.filter(({ Status }) => Status.State === 'failed').length;
  // What `docker service ls` counts has also the lost tasks of a node that is down.
  const used = tasks.filter(isRunning).map(({ NodeID = '' }) => names.get(NodeID));
  if (running !== undefined && used.length !== running) return `${used.length} are running`;
  if (failed < failedAtLeast) return failed ? `${failed} tasks have failed` : 'no task of it has failed';
  if (on !== undefined && !used.includes(on)) return `no task of it runs on ${on}`;
  return notOn !== undefined && used.includes(notOn) ? `a task of it runs on ${notOn}` : undefined;
}

const isRunning = ({ Status, DesiredState }: Task): boolean =>
  Status.State === 'running' && DesiredState === 'running';
