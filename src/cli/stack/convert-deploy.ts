import type { RestartPolicy, TaskResources, TaskSpec, UpdateConfig } from '../../api/service-types.ts';
import { parseDuration } from '../../lib/go-duration.ts';
import { parseBinarySize } from '../../lib/human-size.ts';
import { CliError } from '../cli-error.ts';
import { isMap, mapOf, numberOf, textOf, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';

const NANO = 1e9;

/** @see docker/cli v28.2.2 cli/compose/convert/service.go convertResources */
export function convertResources(resources: YamlMap): NonNullable<TaskSpec['Resources']> {
  const { limits, reservations } = resources;
  return {
    ...(isMap(limits) ? { Limits: amounts(limits) } : {}),
    ...(isMap(reservations)
      ? { Reservations: { ...amounts(reservations), ...generic(reservations['generic_resources']) } }
      : {}),
  };
}

/** @see docker/cli v28.2.2 cli/compose/convert/service.go convertResources */
function generic(value: YamlValue | undefined): Pick<TaskResources, 'GenericResources'> {
  const resources = (Array.isArray(value) ? value : []).map((item) => {
    const { kind, value: count } = mapOf(mapOf(item)['discrete_resource_spec']);
    return { DiscreteResourceSpec: { Kind: textOf(kind) ?? '', Value: numberOf(count) ?? 0 } };
  });
  return resources.length ? { GenericResources: resources } : {};
}

function amounts(map: YamlMap): TaskResources {
  const cpus = numberOf(map['cpus']);
  const memory = textOf(map['memory']);
  const pids = numberOf(map['pids']);
  return {
    ...(cpus ? { NanoCPUs: Math.round(cpus * NANO) } : {}),
    ...(memory ? { MemoryBytes: parseBinarySize(memory) } : {}),
    ...(pids ? { Pids: pids } : {}),
  };
}

/** A duration as a field, where there is one. */
function time<K extends string>(field: K, value: YamlValue | undefined): Partial<Record<K, number>> {
  const text = textOf(value);
  return text === undefined ? {} : ({ [field]: parseDuration(text) } as Record<K, number>);
}

/** deploy.restart_policy; without it what `restart` says. @throws CliError. @see convertRestartPolicy */
export function convertRestart(
  value: YamlValue | undefined,
  restart: string | undefined,
): RestartPolicy | undefined {
  if (isMap(value)) {
    const attempts = numberOf(value['max_attempts']);
    const condition = textOf(value['condition']);
    return {
      ...(condition ? { Condition: condition as NonNullable<RestartPolicy['Condition']> } : {}),
      ...time('Delay', value['delay']),
      ...(attempts === undefined ? {} : { MaxAttempts: attempts }),
      ...time('Window', value['window']),
    };
  }
  const [, name, attempts] = /^([^:]*)(?::(\d+))?$/.exec(restart ?? '') ?? [];
  if (!name || name === 'no') return undefined;
  if (name === 'always' || name === 'unless-stopped') return { Condition: 'any' };
  if (name === 'on-failure') return { Condition: 'on-failure', MaxAttempts: Number(attempts ?? 0) };
  throw new CliError(`unknown restart policy: ${name}`);
}

/** @see convertUpdateConfig */
export function convertUpdate(value: YamlValue | undefined): UpdateConfig | undefined {
  if (!isMap(value)) return undefined;
  const action = textOf(value['failure_action']);
  return {
    Parallelism: numberOf(value['parallelism']) ?? 1,
    ...time('Delay', value['delay']),
    ...(action ? { FailureAction: action as NonNullable<UpdateConfig['FailureAction']> } : {}),
    ...time('Monitor', value['monitor']),
    MaxFailureRatio: numberOf(mapOf(value)['max_failure_ratio']) ?? 0,
    Order: (textOf(value['order']) ?? '') as UpdateConfig['Order'],
  };
}
