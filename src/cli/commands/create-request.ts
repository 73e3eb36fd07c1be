import type {
  ContainerCreateRequest,
  EndpointSettings,
  HealthConfig,
  HostConfig,
  RestartPolicy,
} from '../../api/container-types.ts';
import { isSysError } from '../../kernel/errno.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';
import { parseMountSpec } from '../opts/mount-spec.ts';
import { parsePublish } from '../opts/port-spec.ts';
import { parseVolumeFlags } from '../opts/volume-spec.ts';

/** `run` and `create`'s flags → the API's request. @throws CliError with status 125. @see docker/cli v28 cli/command/container/opts.go */
export function createRequest({ proc, flags, args }: CommandContext): ContainerCreateRequest {
  const [image = '', ...command] = args;
  const published = read(() => parsePublish(flags.list('publish'), flags.list('expose')));
  const volumes = read(() => parseVolumeFlags(flags.list('volume'), proc.files.cwd));
  const detached = flags.bool('detach');
  const attach = flags.list('attach').map((name) => name.toLowerCase());
  const attached = (name: string): boolean => (attach.length ? attach.includes(name) : !detached);
  const interactive = flags.bool('interactive');
  const health = healthcheck(flags);
  const network = flags.list('network').at(-1) ?? 'bridge';
  const endpoint = endpointSettings(flags);
  const host: HostConfig = {
    Binds: volumes.binds.length ? [...volumes.binds] : null,
    NetworkMode: network,
    PortBindings: published.portBindings,
    PublishAllPorts: flags.bool('publish-all'),
    RestartPolicy: restartPolicy(flags.string('restart')),
    AutoRemove: flags.bool('rm'),
    VolumesFrom: flags.has('volumes-from') ? [...flags.list('volumes-from')] : null,
    Mounts: flags.list('mount').map((text) => read(() => parseMountSpec(text, proc.files.cwd))),
    CapAdd: flags.has('cap-add') ? [...flags.list('cap-add')] : null,
    CapDrop: flags.has('cap-drop') ? [...flags.list('cap-drop')] : null,
    Dns: [...flags.list('dns')],
    ExtraHosts: flags.has('add-host') ? flags.list('add-host').map(extraHost) : null,
    Links: flags.has('link') ? [...flags.list('link')] : null,
    PidMode: flags.string('pid') ?? '',
    Privileged: flags.bool('privileged'),
    ReadonlyRootfs: flags.bool('read-only'),
    Memory: flags.number('memory') ?? 0,
    NanoCpus: Math.round((flags.number('cpus') ?? 0) * 1e9),
    ...(flags.has('pids-limit') ? { PidsLimit: flags.number('pids-limit') ?? null } : {}),
    ...(flags.has('tmpfs') ? { Tmpfs: Object.fromEntries(flags.list('tmpfs').map(tmpfs)) } : {}),
  };
  if (host.AutoRemove && host.RestartPolicy?.Name !== 'no')
    throw new CliError('docker: conflicting options: cannot specify both --restart and --rm', 125);
  return {
    Image: image,
    Hostname: flags.string('hostname') ?? '',
    Domainname: flags.string('domainname') ?? '',
    User: flags.string('user') ?? '',
    Cmd: command.length ? command : null,
    Entrypoint: flags.has('entrypoint') ? [flags.string('entrypoint') ?? ''] : null,
    Env: [
      ...flags.list('env-file').flatMap((path) => envFile(proc, path)),
      ...flags.list('env').flatMap((entry) => envEntry(proc, entry)),
    ],
    WorkingDir: flags.string('workdir') ?? '',
    Labels: Object.fromEntries(flags.list('label').map((text) => splitPair(text))),
    ExposedPorts: published.exposedPorts,
    Volumes: Object.keys(volumes.volumes).length ? volumes.volumes : null,
    Tty: flags.bool('tty'),
    OpenStdin: interactive,
    StdinOnce: interactive && !detached,
    AttachStdin: interactive && attached('stdin'),
    AttachStdout: attached('stdout'),
    AttachStderr: attached('stderr'),
    ...(flags.has('stop-signal') ? { StopSignal: flags.string('stop-signal') ?? '' } : {}),
    ...(flags.has('stop-timeout') ? { StopTimeout: flags.number('stop-timeout') ?? 10 } : {}),
    ...(health ? { Healthcheck: health } : {}),
    HostConfig: host,
    ...(Object.keys(endpoint).length
      ? { NetworkingConfig: { EndpointsConfig: { [network]: endpoint } } }
      : {}),
  };
}

/** A parser's error is the client's, with `run`'s status. */
function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CliError(
      `docker: ${(error as Error).message}\n\nRun 'docker run --help' for more information`,
      125,
    );
  }
}

function splitPair(text: string): [string, string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

function tmpfs(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function extraHost(text: string): string {
  return text.includes(':') || !text.includes('=') ? text : text.replace('=', ':');
}

/** A bare name passes the client's own value on, if it has one. */
function envEntry(proc: CommandContext['proc'], entry: string): string[] {
  if (entry.includes('=')) return [entry];
  const value = proc.env.get(entry);
  return value === undefined ? [] : [`${entry}=${value}`];
}

function envFile(proc: CommandContext['proc'], path: string): string[] {
  try {
    const lines = proc.files.readText(path).split('\n');
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => envEntry(proc, line));
  } catch (error) {
    if (isSysError(error)) throw new CliError(`docker: open ${path}: ${error.message.toLowerCase()}`, 125);
    throw error;
  }
}

function restartPolicy(text: string | undefined): RestartPolicy {
  const [name = 'no', count] = (text || 'no').split(':');
  if (count !== undefined && !/^\d+$/.test(count))
    throw new CliError('docker: invalid restart policy format: maximum retry count must be an integer', 125);
  return { Name: name as RestartPolicy['Name'], MaximumRetryCount: Number(count ?? 0) };
}

function healthcheck(flags: CommandContext['flags']): HealthConfig | undefined {
  if (flags.bool('no-healthcheck')) return { Test: ['NONE'] };
  const command = flags.string('health-cmd');
  const config: HealthConfig = {
    ...(command ? { Test: ['CMD-SHELL', command] } : {}),
    ...(flags.has('health-interval') ? { Interval: flags.number('health-interval') ?? 0 } : {}),
    ...(flags.has('health-timeout') ? { Timeout: flags.number('health-timeout') ?? 0 } : {}),
    ...(flags.has('health-start-period') ? { StartPeriod: flags.number('health-start-period') ?? 0 } : {}),
    ...(flags.has('health-retries') ? { Retries: flags.number('health-retries') ?? 0 } : {}),
  };
  return Object.keys(config).length ? config : undefined;
}

function endpointSettings(flags: CommandContext['flags']): EndpointSettings {
  return {
    ...(flags.has('network-alias') ? { Aliases: [...flags.list('network-alias')] } : {}),
    ...(flags.has('ip') ? { IPAMConfig: { IPv4Address: flags.string('ip') ?? '' } } : {}),
  };
}
