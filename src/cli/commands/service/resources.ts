import type { GenericResource, TaskResources, TaskSpec } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue } from '../../opts/key-value.ts';

const NANO = 1e9;

/** What a task may use, and what is kept for it. @throws CliError. @see docker/cli v28.2.2 cli/command/service/opts.go ToResourceRequirements */
export function taskResources(flags: FlagValues): NonNullable<TaskSpec['Resources']> {
  const generic = genericResources(flags.list('generic-resource'));
  return {
    Limits: limits(flags),
    Reservations: { ...reservations(flags), ...(generic.length ? { GenericResources: generic } : {}) },
  };
}

/** The --limit flags that are given. */
export function limits(flags: FlagValues): TaskResources {
  return {
    ...resource('NanoCPUs', flags.number('limit-cpu'), NANO),
    ...resource('MemoryBytes', flags.number('limit-memory')),
    ...resource('Pids', flags.number('limit-pids')),
  };
}

/** The --reserve flags that are given. */
export function reservations(flags: FlagValues): TaskResources {
  return {
    ...resource('NanoCPUs', flags.number('reserve-cpu'), NANO),
    ...resource('MemoryBytes', flags.number('reserve-memory')),
  };
}

/** Zero is no limit, and not sent. */
function resource(field: keyof TaskResources, value: number | undefined, unit = 1): TaskResources {
  return value ? { [field]: Math.round(value * unit) } : {};
}

/** `gpu=2` → what the API has for it. @throws CliError for what is no number. @see docker/cli v28.2.2 cli/command/service/generic_resource_opts.go */
export function genericResources(texts: readonly string[]): GenericResource[] {
  return texts.map((text) => {
    const [kind, value] = parseKeyValue(text);
    if (!/^[+-]?\d+$/.test(value))
      throw new CliError(
        `invalid generic-resource request \`${text}\`, Named Generic Resources is not supported for service create or update`,
      );
    return { DiscreteResourceSpec: { Kind: kind, Value: Number(value) } };
  });
}

/** With those that `service update` adds or changes, without those it removes. @throws CliError. @see docker/cli v28.2.2 cli/command/service/update.go addGenericResources, removeGenericResources */
export function editGenericResources(
  flags: FlagValues,
  before: readonly GenericResource[],
): GenericResource[] {
  const all = new Map(before.map((resource) => [resource.DiscreteResourceSpec.Kind, resource]));
  for (const resource of genericResources(flags.list('generic-resource-add')))
    all.set(resource.DiscreteResourceSpec.Kind, resource);
  for (const kind of flags.list('generic-resource-rm'))
    if (!all.delete(kind)) throw new CliError(`could not find generic-resource \`${kind}\` to remove it`);
  return [...all.values()];
}
