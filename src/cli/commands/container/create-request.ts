import type { ContainerCreateRequest, HealthConfig } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue } from '../../opts/key-value.ts';
import { readLabel } from '../../opts/readers.ts';
import { parsePublish } from '../../opts/port-spec.ts';
import { parseVolumeFlags } from '../../opts/volume-spec.ts';
import { readKeyFile } from './env-file.ts';
import { environment } from './environment.ts';
import { hostConfig } from './host-config.ts';
import { networkOptions } from './network-options.ts';
import { readSpec } from './read-spec.ts';

/** `run` and `create`'s flags → the API's request. @throws CliError with status 125. @see docker/cli v28.2.2 cli/command/container/opts.go parse */
export function createRequest({ proc, flags, args }: CommandContext): ContainerCreateRequest {
  const [image = '', ...command] = args;
  checkMacAddress(flags.string('mac-address'));
  const volumes = readSpec(() => parseVolumeFlags(flags.list('volume'), proc.files.cwd));
  const published = readSpec(() => parsePublish(flags.list('publish'), flags.list('expose')));
  const { binds } = volumes;
  const place = { proc, binds, portBindings: published.portBindings };
  const env = environment(proc, flags);
  const labels = labelsOf({ proc, flags });
  const host = hostConfig(flags, place);
  const health = healthConfig(flags);
  const { mode, endpoints } = networkOptions(flags);
  return {
    Image: image,
    Hostname: flags.string('hostname') ?? '',
    Domainname: flags.string('domainname') ?? '',
    User: flags.string('user') ?? '',
    Cmd: command.length ? command : null,
    Entrypoint: flags.has('entrypoint') ? [flags.string('entrypoint') ?? ''] : null,
    Env: env.length ? env : null,
    WorkingDir: flags.string('workdir') ?? '',
    Labels: labels,
    ...(Object.keys(published.exposedPorts).length ? { ExposedPorts: published.exposedPorts } : {}),
    Volumes: volumes.volumes,
    Tty: flags.bool('tty'),
    ...streams(flags),
    ...(flags.has('stop-signal') ? { StopSignal: flags.string('stop-signal') ?? '' } : {}),
    ...(flags.has('stop-timeout') ? { StopTimeout: flags.number('stop-timeout') ?? 10 } : {}),
    ...(health ? { Healthcheck: health } : {}),
    HostConfig: { ...host, NetworkMode: mode },
    NetworkingConfig: { EndpointsConfig: endpoints },
  };
}

function labelsOf({ proc, flags }: Pick<CommandContext, 'proc' | 'flags'>): Record<string, string> {
  const fromFiles = flags
    .list('label-file')
    .flatMap((path) => readKeyFile(proc, path, 'label', () => ''))
    .map((text) => readSpec(() => readLabel(text)));
  return Object.fromEntries([...fromFiles, ...flags.list('label')].map((text) => parseKeyValue(text)));
}

function checkMacAddress(text: string | undefined): void {
  if (text && !/^([\da-f]{2}[:-]){5}[\da-f]{2}$/i.test(text))
    throw new CliError(`${text} is not a valid mac address`);
}

type Streams = Pick<
  ContainerCreateRequest,
  'OpenStdin' | 'StdinOnce' | 'AttachStdin' | 'AttachStdout' | 'AttachStderr'
>;

function streams(flags: FlagValues): Streams {
  const detached = flags.bool('detach');
  const interactive = flags.bool('interactive');
  const attach = flags.list('attach');
  const attached = (name: string): boolean =>
    !detached && (attach.length ? attach.includes(name) : name !== 'stdin');
  const stdin = !detached && (interactive || attach.includes('stdin'));
  return {
    OpenStdin: interactive,
    StdinOnce: interactive && stdin,
    AttachStdin: stdin,
    AttachStdout: attached('stdout'),
    AttachStderr: attached('stderr'),
  };
}

/** Flag and field of each duration. */
const HEALTH_TIMES = {
  'health-interval': 'Interval',
  'health-timeout': 'Timeout',
  'health-retries': 'Retries',
  'health-start-period': 'StartPeriod',
  'health-start-interval': 'StartInterval',
} as const;

/** @throws CliError for what contradicts itself or is negative */
function healthConfig(flags: FlagValues): HealthConfig | undefined {
  const command = flags.string('health-cmd');
  const config: HealthConfig = command ? { Test: ['CMD-SHELL', command] } : {};
  for (const [flag, field] of Object.entries(HEALTH_TIMES)) {
    const value = flags.number(flag) ?? 0;
    if (value !== 0) config[field] = value;
  }
  const isSet = Object.keys(config).length > 0;
  if (flags.bool('no-healthcheck')) {
    if (isSet) throw new CliError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  for (const [flag, field] of Object.entries(HEALTH_TIMES))
    if ((config[field] ?? 0) < 0) throw new CliError(`--${flag} cannot be negative`);
  return isSet ? config : undefined;
}
