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

/** Simplified: a name resolves where a container of that name, alias or id shares a network of the learner's own with the asker. */
export async function judgeDns({ from, name, resolves = true }: DnsCheck, probe: Probe): Promise<Verdict> {
  const known = (await endpointsOf(from, probe)).some(
    ({ names, builtIn }) => !builtIn && names.includes(name),
  );
  if (known === resolves) return MET;
  return unmet(known ? `${from} finds ${name}` : `${from} does not find ${name}`);
}

/** Simplified: two running containers reach each other where they share a network. */
export async function judgeReachable(
  { from, to, expect = true }: ReachableCheck,
  probe: Probe,
): Promise<Verdict> {
  const reaches = (await endpointsOf(from, probe)).some(({ containers }) => containers.includes(to));
  if (reaches === expect) return MET;
  return unmet(reaches ? `${from} reaches ${to}` : `${from} does not reach ${to}`);
}

/** For each network of a running container: who else is in it, and under which names. */
async function endpointsOf(
  container: string,
  { engine }: Probe,
): Promise<{ builtIn: boolean; containers: string[]; names: string[] }[]> {
  const running = await engine.ContainerList();
  const own = running.find(({ Names }) => Names.includes(`/${container}`));
  return Object.keys(own?.NetworkSettings.Networks ?? {}).map((network) => {
    const others = running.filter(({ NetworkSettings }) => network in NetworkSettings.Networks);
    return {
      builtIn: ['bridge', 'host', 'none'].includes(network),
      containers: others.flatMap(({ Names }) => Names.map((each) => each.slice(1))),
      names: others.flatMap(({ Names, NetworkSettings }) => [
        ...Names.map((each) => each.slice(1)),
        ...(NetworkSettings.Networks[network]?.DNSNames ?? []),
        ...(NetworkSettings.Networks[network]?.Aliases ?? []),
      ]),
    };
  });
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
