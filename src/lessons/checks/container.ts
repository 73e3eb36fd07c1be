import type { ContainerInspect, ContainerSummary } from '../../api/container-types.ts';
import type { Probe } from '../../api/probe.ts';
import type { ContainerCheck } from '../check-schema.ts';
import { judgeAmount, listOf, type Verdict } from './verdict.ts';

export async function judgeContainer(wanted: ContainerCheck, { engine }: Probe): Promise<Verdict> {
  const all = await engine.ContainerList({ all: true });
  const candidates = all.filter((summary) => isMeant(summary, wanted));
  const complaints: (string | undefined)[] = [];
  for (const { Id } of candidates) {
    const found = await engine.ContainerInspect(Id);
    const log = wanted.logs === undefined ? '' : await readLog(engine, Id);
    complaints.push(complaintOf(found, wanted, log));
  }
  return judgeAmount(wanted, complaints, all.length);
}

/** Its name, image and label tell which container is meant; the rest is how it should be. */
function isMeant(
  { Names, Image, Labels }: ContainerSummary,
  { name, image, label, service }: ContainerCheck,
): boolean {
  return (
    (service === undefined || hasLabel(Labels, `com.docker.compose.service=${service}`)) &&
    (name === undefined || Names.includes(`/${name}`)) &&
    (image === undefined || isImage(Image, image)) &&
    (label === undefined || hasLabel(Labels, label))
  );
}

/** `nginx:alpine` is itself, `nginx` any tag of it and what it means without a tag. */
export function isImage(reference: string, wanted: string): boolean {
  const short = (name: string): string => name.replace(/^docker\.io\/(library\/)?/, '');
  const [is, want] = [short(reference), short(wanted)];
  if (is === want) return true;
  const tag = /:[^:/]+$/;
  return tag.test(want) ? want === `${is}:latest` : is.replace(/@.*/, '').replace(tag, '') === want;
}

export function hasLabel(labels: Readonly<Record<string, string>> | null, wanted: string): boolean {
  const [, key = '', value] = /^([^=]*)(?:=([\s\S]*))?$/.exec(wanted) ?? [];
  const found = labels?.[key];
  return found !== undefined && (value === undefined || found === value);
}

/** What is not as it should be, or undefined. */
function complaintOf(found: ContainerInspect, wanted: ContainerCheck, log: string): string | undefined {
  const { State, Config, HostConfig } = found;
  const name = found.Name.slice(1);
  if (wanted.status !== undefined && State.Status !== wanted.status) return `${name} is ${State.Status}`;
  if (wanted.exitCode !== undefined && !(State.Status === 'exited' && State.ExitCode === wanted.exitCode))
    return State.Status === 'exited'
      ? `${name} ended with status ${State.ExitCode}`
      : `${name} is ${State.Status}`;
  const health = State.Health?.Status ?? 'none';
  if (wanted.health !== undefined && health !== wanted.health)
    return health === 'none' ? `${name} has no health check` : `${name} is ${health}`;
  const missing = listOf(wanted.env).find((variable) => !(Config.Env ?? []).includes(variable));
  if (missing !== undefined) return `${name} does not have ${missing}`;
  if (!publishes(found, wanted)) return publishedNow(found);
  if (wanted.mount && !hasMount(found, wanted.mount)) return mountedNow(found);
  if (wanted.network !== undefined && !(wanted.network in found.NetworkSettings.Networks))
    return `${name} is in ${Object.keys(found.NetworkSettings.Networks).join(', ') || 'no network'}`;
  if (wanted.user !== undefined && Config.User !== wanted.user)
    return `${name} runs as ${Config.User || 'root'}`;
  if (wanted.restart !== undefined && (HostConfig.RestartPolicy?.Name || 'no') !== wanted.restart)
    return `${name} has the restart policy ${HostConfig.RestartPolicy?.Name || 'no'}`;
  if (wanted.memoryBytes !== undefined && HostConfig.Memory !== wanted.memoryBytes)
    return HostConfig.Memory ? `${name} may use ${HostConfig.Memory} bytes` : `${name} has no memory limit`;
  const command = [found.Path, ...found.Args].join(' ');
  if (wanted.command !== undefined && !command.includes(wanted.command)) return `${name} runs ${command}`;
  if (wanted.oomKilled !== undefined && State.OOMKilled !== wanted.oomKilled)
    return State.OOMKilled ? `${name} ran out of memory` : `${name} did not run out of memory`;
  if (wanted.tty !== undefined && Config.Tty !== wanted.tty)
    return Config.Tty ? `${name} has a terminal` : `${name} has no terminal`;
  if (wanted.logs !== undefined && !log.includes(wanted.logs)) return `the log of ${name} does not say it`;
  return limitComplaint(found, wanted);
}

function limitComplaint(
  { Name, HostConfig, RestartCount }: ContainerInspect,
  { readOnly, capDrop, logOption, restartsAtLeast }: ContainerCheck,
): string | undefined {
  const name = Name.slice(1);
  if (readOnly !== undefined && (HostConfig.ReadonlyRootfs ?? false) !== readOnly)
    return readOnly ? `${name} may write to its files` : `${name} may not write to its files`;
  const dropped = (HostConfig.CapDrop ?? []).map((capability) => capability.replace(/^CAP_/, ''));
  if (capDrop !== undefined && !dropped.includes(capDrop)) return `${name} may still do it`;
  const options = Object.entries(HostConfig.LogConfig?.Config ?? {}).map((pair) => pair.join('='));
  if (logOption !== undefined && !options.includes(logOption))
    return options.length ? `${name} has ${options.join(', ')}` : `the log of ${name} has no limit`;
  if (restartsAtLeast !== undefined && RestartCount < restartsAtLeast)
    return `${name} was restarted ${RestartCount} times`;
  return undefined;
}

function publishes(
  { NetworkSettings }: ContainerInspect,
  { published, hostPort, hostIp }: ContainerCheck,
): boolean {
  if (published === undefined && hostPort === undefined && hostIp === undefined) return true;
  return Object.entries(NetworkSettings.Ports).some(
    ([port, bindings]) =>
      (published === undefined || port === published) &&
      (bindings ?? []).some(
        ({ HostIp, HostPort }) =>
          (hostPort === undefined || HostPort === String(hostPort)) &&
          (hostIp === undefined || HostIp === hostIp),
      ),
  );
}

function publishedNow({ Name, NetworkSettings }: ContainerInspect): string {
  const ports = Object.entries(NetworkSettings.Ports).flatMap(([port, bindings]) =>
    (bindings ?? [])
      .slice(0, 1)
      .map(({ HostIp, HostPort }) =>
        HostIp === '0.0.0.0' ? `${HostPort} to ${port}` : `${HostIp}:${HostPort} to ${port}`,
      ),
  );
  return ports.length
    ? `${Name.slice(1)} publishes ${ports.join(', ')}`
    : `${Name.slice(1)} publishes no port`;
}

function hasMount({ Mounts }: ContainerInspect, wanted: NonNullable<ContainerCheck['mount']>): boolean {
  return Mounts.some(
    ({ Type, Name, Source, Destination, RW }) =>
      (wanted.type === undefined || Type === wanted.type) &&
      (wanted.source === undefined || wanted.source === Name || wanted.source === Source) &&
      (wanted.target === undefined || wanted.target === Destination) &&
      (wanted.readOnly === undefined || wanted.readOnly === !RW),
  );
}

function mountedNow({ Name, Mounts }: ContainerInspect): string {
  const mounts = Mounts.map(
    (mount) => `${mount.Name ?? mount.Source} at ${mount.Destination}${mount.RW ? '' : ', to read only'}`,
  );
  return mounts.length ? `${Name.slice(1)} has ${mounts.join(', ')}` : `${Name.slice(1)} has nothing mounted`;
}

async function readLog(engine: Probe['engine'], id: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const { data } of engine.ContainerLogs(id, { stdout: true, stderr: true }))
    text += decoder.decode(data, { stream: true });
  return text;
}
