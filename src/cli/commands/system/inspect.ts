import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';

type ObjectType = 'container' | 'image' | 'network' | 'volume';

/** In the order in which a name is looked for. */
const TYPES: readonly ObjectType[] = ['container', 'image', 'network', 'volume'];

/** Types that are known and of which there are no objects yet. */
const OTHER_TYPES: readonly string[] = ['config', 'node', 'plugin', 'secret', 'service', 'task'];

/** Prints all that is known of objects of any type, the first that has the name. @see docker/cli v28.2.2 cli/command/system/inspect.go */
export const INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  short: 'Return low-level information on Docker objects',
  args: atLeast(1),
  flags: [
    OBJECT_FORMAT,
    flag('size', 's', 'bool', 'Show file sizes of containers'),
    flag('type', '', 'string', 'Only look for this type'),
  ],
  run: async (context) => {
    const types = wantedTypes(context.flags.string('type'));
    const size = context.flags.bool('size');
    return inspectObjects(context, (api, name) => inspectAny(api, name, types, size));
  },
};

/** @throws CliError for a type that can't be looked for */
function wantedTypes(type: string | undefined): readonly ObjectType[] {
  if (!type) return TYPES;
  const types = TYPES.filter((candidate) => candidate === type);
  if (types.length === 0 && !OTHER_TYPES.includes(type)) {
    const all = [...TYPES, ...OTHER_TYPES].sort().map((name) => JSON.stringify(name));
    throw new CliError(`unknown type: ${JSON.stringify(type)}: must be one of ${all.join(', ')}`);
  }
  return types;
}

/** @throws ApiError where the only type has no such object, CliError where none has one */
async function inspectAny(
  api: EngineApi,
  name: string,
  types: readonly ObjectType[],
  size: boolean,
): Promise<unknown> {
  for (const type of types) {
    try {
      return await inspectOne(api, type, name, size);
    } catch (error) {
      if (types.length === 1 || !isNoSuchObject(error)) throw error;
    }
  }
  throw new CliError(`Error: No such object: ${name}`);
}

function isNoSuchObject(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'notFound' || error.kind === 'invalidParameter');
}

function inspectOne(api: EngineApi, type: ObjectType, name: string, size: boolean): Promise<unknown> {
  switch (type) {
    case 'container':
      return api.ContainerInspect(name, { size });
    case 'image':
      return api.ImageInspect(name);
    case 'network':
      return api.NetworkInspect(name);
    case 'volume':
      return api.VolumeInspect(name);
  }
}
