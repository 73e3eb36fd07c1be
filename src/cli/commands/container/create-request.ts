import type { ContainerCreateRequest, EndpointSettings, HealthConfig } from '../../../api/container-types.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue } from '../../opts/key-value.ts';
import { parsePublish } from '../../opts/port-spec.ts';
import { parseVolumeFlags } from '../../opts/volume-spec.ts';
import { environment } from './environment.ts';
import { hostConfig } from './host-config.ts';
import { readSpec } from './read-spec.ts';

/** `run` and `create`'s flags → the API's request. @throws CliError with status 125. @see docker/cli v28.2.2 cli/command/container/opts.go */
export function createRequest({ proc, flags, args }: CommandContext): ContainerCreateRequest {
  const [image = '', ...command] = args;
  const published = readSpec(() => parsePublish(flags.list('publish'), flags.list('expose')));
  const volumes = readSpec(() => parseVolumeFlags(flags.list('volume'), proc.files.cwd));
  const health = healthConfig(flags);
  const network = flags.list('network').at(-1) ?? 'bridge';
  const endpoint = endpointSettings(flags);
  const host = hostConfig(flags, {
    cwd: proc.files.cwd,
    network,
    binds: volumes.binds,
    portBindings: published.portBindings,
  });
  return {
    Image: image,
    Hostname: flags.string('hostname') ?? '',
    Domainname: flags.string('domainname') ?? '',
    User: flags.string('user') ?? '',
    Cmd: command.length ? command : null,
    Entrypoint: flags.has('entrypoint') ? [flags.string('entrypoint') ?? ''] : null,
    Env: environment(proc, flags),
    WorkingDir: flags.string('workdir') ?? '',
    Labels: Object.fromEntries(flags.list('label').map((text) => parseKeyValue(text))),
    ExposedPorts: published.exposedPorts,
    Volumes: Object.keys(volumes.volumes).length ? volumes.volumes : null,
    Tty: flags.bool('tty'),
    ...streams(flags),
    ...(flags.has('stop-signal') ? { StopSignal: flags.string('stop-signal') ?? '' } : {}),
    ...(flags.has('stop-timeout') ? { StopTimeout: flags.number('stop-timeout') ?? 10 } : {}),
    ...(health ? { Healthcheck: health } : {}),
    HostConfig: host,
    ...(Object.keys(endpoint).length
      ? { NetworkingConfig: { EndpointsConfig: { [network]: endpoint } } }
      : {}),
  };
}

type Streams = Pick<
  ContainerCreateRequest,
  'OpenStdin' | 'StdinOnce' | 'AttachStdin' | 'AttachStdout' | 'AttachStderr'
>;

function streams(flags: FlagValues): Streams {
  const detached = flags.bool('detach');
  const interactive = flags.bool('interactive');
  const attach = flags.list('attach').map((name) => name.toLowerCase());
  const attached = (name: string): boolean => (attach.length ? attach.includes(name) : !detached);
  return {
    OpenStdin: interactive,
    StdinOnce: interactive && !detached,
    AttachStdin: interactive && attached('stdin'),
    AttachStdout: attached('stdout'),
    AttachStderr: attached('stderr'),
  };
}

function healthConfig(flags: FlagValues): HealthConfig | undefined {
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

function endpointSettings(flags: FlagValues): EndpointSettings {
  return {
    ...(flags.has('network-alias') ? { Aliases: [...flags.list('network-alias')] } : {}),
    ...(flags.has('ip') ? { IPAMConfig: { IPv4Address: flags.string('ip') ?? '' } } : {}),
  };
}
