import type {
  PortConfig,
  ServiceMode,
  ServiceSpec,
  TaskContainerSpec,
  TaskHealthcheck,
  TaskNetwork,
  TaskPlacement,
  TaskSpec,
} from '../../api/service-types.ts';
import type { Process } from '../../kernel/process.ts';
import { parseDuration } from '../../lib/go-duration.ts';
import { CliError } from '../cli-error.ts';
import { effectiveCapabilities } from '../commands/service/capabilities.ts';
import { filled, filledText, hostLine } from '../commands/service/container-spec.ts';
import { parseServicePorts } from '../opts/service-port-spec.ts';
import { splitWords } from '../opts/shell-split.ts';
import { convertVolumes } from './convert-volumes.ts';
import { convertResources, convertRestart, convertUpdate } from './convert-deploy.ts';
import { objectName, scoped, stackLabels } from './scope.ts';
import { labelsOf, pairsOf, type StackModel } from './stack-model.ts';
import {
  isMap,
  listOf,
  mapOf,
  numberOf,
  textOf,
  textsOf,
  type YamlMap,
  type YamlValue,
} from '../yaml/yaml-value.ts';

/** What stack files add to the image of a service. */
const IMAGE_LABEL = 'com.docker.stack.image';

/** A service of a stack file as the API has it, but for its secrets and configs. @throws CliError. @see docker/cli v28.2.2 cli/compose/convert/service.go */
export function convertService(proc: Process, stack: string, model: StackModel, name: string): ServiceSpec {
  const service = mapOf(model.services[name]);
  const deploy = mapOf(service['deploy']);
  const image = textOf(service['image']) ?? '';
  if (image === '') throw new CliError(`invalid image reference for service ${name}: no image specified`);
  const update = convertUpdate(deploy['update_config']);
  const rollback = convertUpdate(deploy['rollback_config']);
  const restart = convertRestart(deploy['restart_policy'], textOf(service['restart']));
  const template: TaskSpec = {
    ContainerSpec: convertContainer(proc, stack, model, service, image),
    Resources: convertResources(mapOf(deploy['resources'])),
    ...(restart ? { RestartPolicy: restart } : {}),
    Placement: convertPlacement(mapOf(deploy['placement'])),
    Networks: convertNetworks(stack, model, service, name),
    ...convertLogging(mapOf(service['logging'])),
    ForceUpdate: 0,
  };
  return {
    Name: scoped(stack, name),
    Labels: { ...stackLabels(stack, labelsOf(deploy['labels'])), [IMAGE_LABEL]: image },
    TaskTemplate: template,
    Mode: convertMode(deploy),
    ...(update ? { UpdateConfig: update } : {}),
    ...(rollback ? { RollbackConfig: rollback } : {}),
    EndpointSpec: {
      ...(deploy['endpoint_mode'] ? { Mode: textOf(deploy['endpoint_mode']) as 'vip' | 'dnsrr' } : {}),
      ...filled('Ports', convertPorts(service['ports'])),
    },
  };
}

function convertMode(deploy: YamlMap): ServiceMode {
  const mode = textOf(deploy['mode']) ?? 'replicated';
  const replicas = numberOf(deploy['replicas']);
  if (mode === 'replicated') return { Replicated: replicas === undefined ? {} : { Replicas: replicas } };
  if (mode !== 'global') throw new CliError(`Unknown mode: ${mode}`);
  if (replicas !== undefined)
    throw new CliError('replicas can only be used with replicated or replicated-job mode');
  return { Global: {} };
}

function convertContainer(
  proc: Process,
  stack: string,
  model: StackModel,
  service: YamlMap,
  image: string,
): TaskContainerSpec {
  const text = (field: string, key: string): object => filledText(field, textOf(service[key]));
  const grace = textOf(service['stop_grace_period']);
  const health = convertHealthcheck(service['healthcheck']);
  const capabilities = effectiveCapabilities(textsOf(service['cap_add']), textsOf(service['cap_drop']));
  return {
    Image: image,
    Labels: stackLabels(stack, labelsOf(service['labels'])),
    ...filled('Command', wordsOf(service['entrypoint'])),
    ...filled('Args', wordsOf(service['command'])),
    ...text('Hostname', 'hostname'),
    ...filled('Env', environmentOf(service)),
    ...text('Dir', 'working_dir'),
    ...text('User', 'user'),
    ...(typeof service['init'] === 'boolean' ? { Init: service['init'] } : {}),
    ...text('StopSignal', 'stop_signal'),
    ...(service['tty'] === true ? { TTY: true } : {}),
    ...(service['stdin_open'] === true ? { OpenStdin: true } : {}),
    ...(service['read_only'] === true ? { ReadOnly: true } : {}),
    ...filled('Mounts', convertVolumes(proc, stack, model.volumes, service)),
    ...(grace === undefined ? {} : { StopGracePeriod: parseDuration(grace) }),
    ...(health ? { Healthcheck: health } : {}),
    ...filled('Hosts', hostsOf(service['extra_hosts'])),
    ...convertDns(service),
    ...filled('Sysctls', labelsOf(service['sysctls'])),
    Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
    ...filled('CapabilityAdd', capabilities.add),
    ...filled('CapabilityDrop', capabilities.drop),
  };
}

/** `A=1`; a name alone takes a variable of the image away. */
function environmentOf(service: YamlMap): string[] {
  return pairsOf(service['environment'])
    .map(([key, value]) => (value === null ? key : `${key}=${value}`))
    .sort();
}

/** A text is split as a shell would. */
function wordsOf(value: YamlValue | undefined): string[] {
  return Array.isArray(value) ? textsOf(value) : splitWords(textOf(value) ?? '');
}

function hostsOf(value: YamlValue | undefined): string[] {
  if (!isMap(value)) return textsOf(value).map((host) => hostLine(host.replace('=', ':')));
  return Object.entries(value).map(([host, address]) => `${textOf(address) ?? ''} ${host}`);
}

function convertDns(service: YamlMap): Pick<TaskContainerSpec, 'DNSConfig'> {
  const dns = {
    ...filled('Nameservers', textsOf(service['dns'])),
    ...filled('Search', textsOf(service['dns_search'])),
  };
  return Object.keys(dns).length > 0 ? { DNSConfig: dns } : {};
}

function convertHealthcheck(value: YamlValue | undefined): TaskHealthcheck | undefined {
  if (!isMap(value)) return undefined;
  if (value['disable'] === true) return { Test: ['NONE'] };
  const { test } = value;
  const time = (field: string, key: string): object => {
    const text = textOf(value[key]);
    return text === undefined ? {} : { [field]: parseDuration(text) };
  };
  const retries = numberOf(value['retries']);
  return {
    ...filled('Test', typeof test === 'string' ? ['CMD-SHELL', test] : textsOf(test)),
    ...time('Interval', 'interval'),
    ...time('Timeout', 'timeout'),
    ...time('StartPeriod', 'start_period'),
    ...time('StartInterval', 'start_interval'),
    ...(retries === undefined ? {} : { Retries: retries }),
  };
}

function convertPlacement(placement: YamlMap): TaskPlacement {
  const most = numberOf(placement['max_replicas_per_node']);
  const spread = listOf(placement['preferences']).flatMap((item) => textOf(mapOf(item)['spread']) ?? []);
  return {
    ...filled('Constraints', textsOf(placement['constraints'])),
    ...filled(
      'Preferences',
      spread.map((descriptor) => ({ Spread: { SpreadDescriptor: descriptor } })),
    ),
    ...(most ? { MaxReplicas: most } : {}),
  };
}

function convertLogging(logging: YamlMap): Pick<TaskSpec, 'LogDriver'> {
  const name = textOf(logging['driver']);
  return name ? { LogDriver: { Name: name, ...filled('Options', labelsOf(logging['options'])) } } : {};
}

/** The networks of a service, its own name an alias in each; without any it is in the stack's default one. */
export function networkNames(service: YamlMap): string[] {
  const { networks } = service;
  const names = isMap(networks) ? Object.keys(networks) : textsOf(networks);
  return names.length > 0 ? names : ['default'];
}

function convertNetworks(stack: string, model: StackModel, service: YamlMap, name: string): TaskNetwork[] {
  return networkNames(service)
    .map((network) => {
      if (network !== 'default' && !(network in model.networks))
        throw new CliError(`undefined network "${network}"`);
      const aliases = textsOf(mapOf(mapOf(service['networks'])[network])['aliases']);
      const own = mapOf(model.networks[network]);
      return { Target: objectName(stack, network, own), Aliases: [...aliases, name] };
    })
    .sort((a, b) => (a.Target < b.Target ? -1 : 1));
}

function convertPorts(value: YamlValue | undefined): PortConfig[] {
  return listOf(value)
    .flatMap((port): PortConfig[] => {
      if (!isMap(port)) return parseServicePorts(textOf(port) ?? '');
      const published = numberOf(port['published']);
      return [
        {
          Protocol: (textOf(port['protocol']) ?? 'tcp') as PortConfig['Protocol'],
          TargetPort: numberOf(port['target']) ?? 0,
          ...(published === undefined ? {} : { PublishedPort: published }),
          PublishMode: (textOf(port['mode']) ?? 'ingress') as PortConfig['PublishMode'],
        },
      ];
    })
    .sort((a, b) => (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0));
}
