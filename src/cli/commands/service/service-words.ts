import type {
  PortConfig,
  Service,
  ServiceMode,
  TaskHealthcheck,
  TaskPlacement,
  TaskResources,
  TaskSpec,
  UpdateConfig,
} from '../../../api/service-types.ts';
import { formatDuration } from '../../../lib/go-duration.ts';
import { formatBinarySize } from '../../../lib/human-size.ts';
import { formatAge } from '../../format/age.ts';
import { containerLines } from './container-words.ts';
import { pairLines, titled } from '../../format/word-lines.ts';

const NANO = 1e9;

/** A service in words. @see docker/cli v28.2.2 cli/command/service/formatter.go */
export function serviceWords(service: Service, networks: readonly string[], nowMs: number): string {
  const { Spec: spec, Endpoint: endpoint } = service;
  const { TaskTemplate: template } = spec;
  const lines = [
    '',
    `ID:\t\t${service.ID}`,
    `Name:\t\t${spec.Name}`,
    ...titled('Labels:', pairLines(spec.Labels, ' ', '=')),
    ...modeLines(spec.Mode),
    ...updateStatusLines(service.UpdateStatus, nowMs),
    ...placementLines(template.Placement ?? {}),
    ...updateLines('UpdateConfig:', 'Update order:      ', spec.UpdateConfig),
    ...updateLines('RollbackConfig:', 'Rollback order:    ', spec.RollbackConfig),
    ...containerLines(template.ContainerSpec ?? {}),
    ...logDriverLines(template.LogDriver),
    ...resourceLines(template.Resources),
    ...(networks.length ? [`Networks:${networks.map((name) => ` ${name}`).join('')} `] : []),
    `Endpoint Mode:\t${spec.EndpointSpec?.Mode ?? ''}`,
    ...portLines(endpoint.Ports ?? []),
    ...healthLines(template.ContainerSpec?.Healthcheck),
  ];
  return `${lines.join('\n')}\n`;
}

function modeLines(mode: ServiceMode): string[] {
  if (mode.Global) return ['Service Mode:\tGlobal'];
  if (!mode.Replicated) return ['Service Mode:'];
  const { Replicas } = mode.Replicated;
  return ['Service Mode:\tReplicated', ...(Replicas === undefined ? [] : [` Replicas:\t${Replicas}`])];
}

function updateStatusLines(status: Service['UpdateStatus'], nowMs: number): string[] {
  if (!status?.State) return [];
  const isOver = status.State === 'completed' && status.CompletedAt !== undefined;
  return [
    'UpdateStatus:',
    ` State:\t\t${status.State}`,
    ...(status.StartedAt ? [` Started:\t${formatAge(status.StartedAt, nowMs)}`] : []),
    ...(isOver ? [` Completed:\t${formatAge(status.CompletedAt ?? '', nowMs)}`] : []),
    ` Message:\t${status.Message}`,
  ];
}

function placementLines({ Constraints = [], Preferences = [], MaxReplicas = 0 }: TaskPlacement): string[] {
  const spread = Preferences.map(({ Spread }) => `spread=${Spread.SpreadDescriptor}`);
  return [
    'Placement:',
    ...(Constraints.length ? [` Constraints:\t[${Constraints.join(' ')}]`] : []),
    ...(spread.length ? [` Preferences:   [${spread.join(' ')}]`] : []),
    ...(MaxReplicas ? [` Max Replicas Per Node:   ${MaxReplicas}`] : []),
  ];
}

function updateLines(title: string, order: string, config: UpdateConfig | undefined): string[] {
  if (!config) return [];
  const { Delay, Monitor } = config;
  return [
    title,
    ` Parallelism:\t${config.Parallelism}`,
    ...(Delay ? [` Delay:\t\t${formatDuration(Delay)}`] : []),
    ` On failure:\t${config.FailureAction ?? ''}`,
    ...(Monitor ? [` Monitoring Period: ${formatDuration(Monitor)}`] : []),
    ` Max failure ratio: ${config.MaxFailureRatio}`,
    ` ${order}${config.Order}`,
  ];
}

function logDriverLines(driver: TaskSpec['LogDriver']): string[] {
  if (!driver) return [];
  return [
    'Log Driver:',
    ...(driver.Name ? [` Name:\t\t${driver.Name}`] : []),
    ...titled(' LogOpts:', pairLines(driver.Options, '  ', ':       ')),
    '',
  ];
}

function resourceLines(resources: TaskSpec['Resources']): string[] {
  if (!resources) return [];
  const { Limits = {}, Reservations = {} } = resources;
  return [
    'Resources:',
    ...titled(' Reservations:', amounts(Reservations)),
    ...titled(' Limits:', [...amounts(Limits), ...(Limits.Pids ? [`  PIDs:\t\t${Limits.Pids}`] : [])]),
  ];
}

function amounts({ NanoCPUs, MemoryBytes }: TaskResources): string[] {
  return [
    ...(NanoCPUs ? [`  CPU:\t\t${NanoCPUs / NANO}`] : []),
    ...(MemoryBytes ? [`  Memory:\t${formatBinarySize(MemoryBytes)}`] : []),
  ];
}

function portLines(ports: readonly PortConfig[]): string[] {
  const lines = ports.flatMap((port) => [
    ` PublishedPort = ${port.PublishedPort ?? 0}`,
    `  Protocol = ${port.Protocol}`,
    `  TargetPort = ${port.TargetPort}`,
    `  PublishMode = ${port.PublishMode}`,
  ]);
  return titled('Ports:', endedByBlank(lines));
}

function healthLines(check: TaskHealthcheck | undefined): string[] {
  if (!check) return [];
  const tests = (check.Test ?? []).map((test) => `\t Test = ${test}`);
  return [
    ' Healthcheck:',
    `  Interval = ${formatDuration(check.Interval ?? 0)}`,
    `  Retries = ${check.Retries ?? 0}`,
    `  StartPeriod =\t${formatDuration(check.StartPeriod ?? 0)}`,
    `  Timeout =\t${formatDuration(check.Timeout ?? 0)}`,
    ...titled('  Tests:', endedByBlank(tests)),
  ];
}

/** The last line has a blank at its end, as the client's template leaves one. */
function endedByBlank(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line} ` : line));
}
