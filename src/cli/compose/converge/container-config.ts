import type { ContainerConfig, HealthConfig } from '../../../api/container-types.ts';
import { parseDuration } from '../../../lib/go-duration.ts';
import type { Healthcheck, Service } from '../project.ts';

/** What of a service goes into the configuration of its containers. */
export interface ConfigInput {
  readonly service: Service;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its stdin is connected with ours. */
  readonly attachStdin: boolean;
}

/** @see docker/compose v2.36.2 pkg/compose/create.go getCreateConfigs */
export function containerConfig({
  service,
  image,
  labels,
  attachStdin,
}: ConfigInput): Partial<ContainerConfig> {
  const stdin = service.stdin_open ?? false;
  return {
    Hostname: service.hostname ?? '',
    Domainname: service.domainname ?? '',
    User: service.user ?? '',
    AttachStdin: attachStdin,
    AttachStdout: true,
    AttachStderr: true,
    Tty: service.tty ?? false,
    OpenStdin: stdin,
    StdinOnce: attachStdin && stdin,
    ...exposedPorts(service),
    Env: environment(service),
    Cmd: service.command === null ? null : [...service.command],
    Entrypoint: service.entrypoint === null ? null : [...service.entrypoint],
    Image: image,
    WorkingDir: service.working_dir ?? '',
    Labels: { ...labels },
    ...(service.stop_signal ? { StopSignal: service.stop_signal } : {}),
    ...(service.stop_grace_period
      ? { StopTimeout: Math.trunc(parseDuration(service.stop_grace_period) / 1e9) }
      : {}),
    ...(service.healthcheck ? { Healthcheck: healthConfig(service.healthcheck) } : {}),
  };
}

/** `NAME=VALUE`; a variable without a value takes away the image's. */
function environment({ environment: variables = {} }: Service): string[] {
  return Object.keys(variables)
    .sort()
    .map((name) => ((variables[name] ?? null) === null ? name : `${name}=${variables[name]}`));
}

/** What the service says to listen on, and what it publishes. */
function exposedPorts({ expose = [], ports = [] }: Service): Pick<ContainerConfig, 'ExposedPorts'> {
  const exposed = [
    ...expose.flatMap(portRange),
    ...ports.map(({ target, protocol = 'tcp' }) => `${target}/${protocol}`),
  ];
  return exposed.length === 0 ? {} : { ExposedPorts: Object.fromEntries(exposed.map((port) => [port, {}])) };
}

/** `9091-9092/udp` → each of them. */
function portRange(text: string): string[] {
  const [range = '', protocol = 'tcp'] = text.split('/');
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}/${protocol}`);
}

function healthConfig(check: Healthcheck): HealthConfig {
  if (check.disable) return { Test: ['NONE'] };
  const time = (name: string, text: string | undefined): Record<string, number> =>
    text === undefined ? {} : { [name]: parseDuration(text) };
  return {
    ...(check.test ? { Test: [...check.test] } : {}),
    ...time('Interval', check.interval),
    ...time('Timeout', check.timeout),
    ...time('StartPeriod', check.start_period),
    ...time('StartInterval', check.start_interval),
    ...(check.retries === undefined ? {} : { Retries: check.retries }),
  };
}
