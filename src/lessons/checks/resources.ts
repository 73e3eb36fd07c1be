/** Checks of what is neither container nor image. */
import type { Probe } from '../../api/probe.ts';
import type {
  ComposeCheck,
  DnsCheck,
  FileCheck,
  NetworkCheck,
  NodeCheck,
  ReachableCheck,
  VolumeCheck,
} from '../check-schema.ts';
import { hasLabel } from './container.ts';
import { judgeAmount, MET, unless, unmet, type Verdict } from './verdict.ts';

export async function judgeFile(wanted: FileCheck, probe: Probe): Promise<Verdict> {
  const text = await probe.readFile(wanted.in ?? 'machine', wanted.path);
  if (wanted.exists === false) return text === undefined ? MET : unmet('it is there');
  if (text === undefined) return unmet('there is no such file');
  if (wanted.contains !== undefined && !text.includes(wanted.contains))
    return unmet('the file is there, with something else in it');
  return wanted.equals === undefined || text === wanted.equals
    ? MET
    : unmet('the file is there, with something else in it');
}

export async function judgeVolume(wanted: VolumeCheck, { engine }: Probe): Promise<Verdict> {
  const { Volumes } = await engine.VolumeList();
  const meant = Volumes.filter(
    ({ Name, Labels }) =>
      (wanted.name === undefined || Name === wanted.name) &&
      (wanted.label === undefined || hasLabel(Labels, wanted.label)),
  );
  const complaints = meant.map(({ Driver }) =>
    wanted.driver === undefined || Driver === wanted.driver ? undefined : `its driver is ${Driver}`,
  );
  return judgeAmount(wanted, complaints, Volumes.length);
}

export async function judgeNetwork(wanted: NetworkCheck, { engine }: Probe): Promise<Verdict> {
  const listed = (await engine.NetworkList()).find(({ Name }) => Name === wanted.name);
  if (!listed) return unmet(`there is no network ${wanted.name}`);
  const { Driver, IPAM, Internal, Containers } = await engine.NetworkInspect(listed.Id);
  const subnets = IPAM.Config.map(({ Subnet }) => Subnet);
  const inside = Object.values(Containers ?? {}).map(({ Name }) => Name);
  const absent = wanted.members?.find((member) => !inside.includes(member));
  if (absent !== undefined) return unmet(`${absent} is not in it`);
  if (wanted.driver !== undefined && Driver !== wanted.driver) return unmet(`its driver is ${Driver}`);
  if (wanted.subnet !== undefined && !subnets.includes(wanted.subnet))
    return unmet(`its subnet is ${subnets.join(', ')}`);
  return wanted.internal === undefined || Internal === wanted.internal
    ? MET
    : unmet(Internal ? 'it is internal' : 'it is not internal');
}

export function judgeDns({ from, name, resolves = true, addresses }: DnsCheck, { network }: Probe): Verdict {
  const found = network.resolve(from, name);
  if (!found) return unmet(`${from} does not run`);
  if (found.length > 0 !== resolves)
    return unmet(found.length ? `${from} finds ${name}` : `${from} does not find ${name}`);
  return addresses === undefined || addresses === found.length
    ? MET
    : unmet(`${from} finds ${found.length} of ${name}`);
}

export function judgeReachable(
  { from, to, port, expect = true }: ReachableCheck,
  { network }: Probe,
): Verdict {
  const reaches = network.reaches(from, to, port);
  if (reaches === undefined) return unmet(`${from} or ${to} does not run`);
  if (reaches === expect) return MET;
  if (!reaches && port !== undefined && network.reaches(from, to))
    return unmet(`${from} gets to ${to}, where nothing listens on port ${port}`);
  return unmet(reaches ? `${from} reaches ${to}` : `${from} does not reach ${to}`);
}

export async function judgeNode(wanted: NodeCheck, { engine }: Probe): Promise<Verdict> {
  const { LocalNodeState, ControlAvailable } = (await engine.SystemInfo()).Swarm;
  if (LocalNodeState !== 'active' || !ControlAvailable) return unmet('the machine manages no swarm');
  const nodes = await engine.NodeList();
  const meant = nodes.filter(
    ({ Description }) => wanted.name === undefined || Description.Hostname === wanted.name,
  );
  const complaints = meant.map(({ Description, Spec, Status }) => {
    const name = Description.Hostname;
    if (wanted.role !== undefined && Spec.Role !== wanted.role) return `${name} is a ${Spec.Role}`;
    if (wanted.availability !== undefined && Spec.Availability !== wanted.availability)
      return `${name} is ${Spec.Availability}`;
    return wanted.state === undefined || Status.State === wanted.state
      ? undefined
      : `${name} is ${Status.State}`;
  });
  return judgeAmount({ count: wanted.count }, complaints, nodes.length);
}

const PROJECT = 'com.docker.compose.project';
const SERVICE = 'com.docker.compose.service';

export async function judgeCompose(wanted: ComposeCheck, { engine }: Probe): Promise<Verdict> {
  const own = (await engine.ContainerList({ all: true })).filter(
    ({ Labels }) => Labels[PROJECT] !== undefined && (wanted.project ?? Labels[PROJECT]) === Labels[PROJECT],
  );
  if (own.length === 0) return unmet('nothing of a project is there');
  const counted = (service: string): number =>
    own.filter(({ Labels, State }) => Labels[SERVICE] === service && State === 'running').length;
  const runs = (service: string): boolean => counted(service) > 0;
  const absent = (wanted.running ?? []).find((service) => !runs(service));
  if (absent !== undefined) return unmet(`${absent} is not running`);
  const wrong = Object.entries(wanted.scale ?? {}).find(([service, count]) => counted(service) !== count);
  return unless(wrong && `${counted(wrong[0])} of ${wrong[0]} are running`);
}
