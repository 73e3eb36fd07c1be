import type { EngineApi } from '../../api/engine-api.ts';
import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';
import { SWARM_OMITTED_FIELDS } from '../template/swarm-omitted-fields.ts';
import { inspectObjects } from './inspect-objects.ts';

/**
 * Shows objects of a swarm as the other inspects do, or each in words. There the first one that is not found ends it.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/node/inspect.go, cli/command/service/inspect.go
 */
export async function prettyInspect<T>(
  context: CommandContext,
  find: (api: EngineApi, name: string) => Promise<T>,
  words: (object: T, api: EngineApi) => string | Promise<string>,
): Promise<number> {
  const { proc, flags, args, api } = context;
  const format = flags.bool('pretty') ? 'pretty' : (flags.string('format') ?? '');
  if (format.startsWith('pretty') && format !== 'pretty')
    throw new CliError('cannot supply extra formatting options to the pretty template');
  if (format !== 'pretty') return inspectObjects(context, find, { omitted: SWARM_OMITTED_FIELDS });
  const engine = await api();
  for (const name of args) await proc.out(`${await words(await find(engine, name), engine)}\n`);
  return 0;
}
