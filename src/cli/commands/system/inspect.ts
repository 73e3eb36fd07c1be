import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { inspectObjects } from '../inspect-objects.ts';
import { toTypedImage } from '../image/typed-image.ts';

type LocalType = 'container' | 'image' | 'network' | 'volume';
type SwarmType = 'service' | 'task' | 'node' | 'secret' | 'config';
type ObjectType = LocalType | SwarmType;

/** In the order in which a name is looked for. */
const LOCAL_TYPES: readonly LocalType[] = ['container', 'image', 'network', 'volume'];
/** Of these only a manager of a swarm is asked, unless told. */
const SWARM_TYPES: readonly SwarmType[] = ['service', 'task', 'node', 'secret', 'config'];
const TYPES: readonly ObjectType[] = [...LOCAL_TYPES, ...SWARM_TYPES];

/** Known, and there are none of it. */
const PLUGIN = 'plugin';

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
    return inspectObjects(context, (api, name) => inspectAny(api, name, types, size), {
      toTyped: toTypedImage,
    });
  },
};

/** @throws CliError for a type that can't be looked for */
function wantedTypes(type: string | undefined): readonly ObjectType[] {
  if (!type) return TYPES;
  const types = TYPES.filter((candidate) => candidate === type);
  if (types.length === 0 && type !== PLUGIN) {
    const all = [...TYPES, PLUGIN].sort().map((name) => JSON.stringify(name));
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
  let isManager: boolean | undefined;
  for (const type of types) {
    if (types.length > 1 && isSwarmType(type)) {
      isManager ??= (await api.SystemInfo()).Swarm.ControlAvailable ?? false;
      if (!isManager) continue;
    }
    try {
      return await inspectOne(api, type, name, size);
    } catch (error) {
      if (types.length === 1 || !isNoSuchObject(error)) throw error;
    }
  }
  throw new CliError(`Error: No such object: ${name}`);
}

function isSwarmType(type: ObjectType): boolean {
  return (SWARM_TYPES as readonly string[]).includes(type);
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
    case 'service':
      return api.ServiceInspect(name, { insertDefaults: true });
    case 'task':
      return api.TaskInspect(name);
    case 'node':
      return api.NodeInspect(name);
    case 'secret':
      return api.SecretInspect(name);
    case 'config':
      return api.ConfigInspect(name);
  }
}
