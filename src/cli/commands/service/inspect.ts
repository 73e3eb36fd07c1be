import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { Service } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { prettyInspect } from '../pretty-inspect.ts';
import { serviceWords } from './service-words.ts';

/** @see docker/cli v28.2.2 cli/command/service/inspect.go */
export function runServiceInspect(context: CommandContext): Promise<number> {
  return prettyInspect(context, findService, async (service, engine) =>
    serviceWords(service, await networkNames(engine, service), context.proc.now()),
  );
}

async function findService(engine: EngineApi, name: string): Promise<Service> {
  try {
    return await engine.ServiceInspect(name, { insertDefaults: true });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
    throw new CliError(`Error: no such service: ${name}`);
  }
}

/** Names of the networks that are found; the others keep their IDs. */
async function networkNames(engine: EngineApi, service: Service): Promise<string[]> {
  const names: string[] = [];
  for (const { Target } of service.Spec.TaskTemplate.Networks ?? []) {
    const found = await engine.NetworkInspect(Target, { scope: 'swarm' }).catch((error: unknown) => {
      if (error instanceof ApiError) return undefined;
      throw error;
    });
    names.push(found?.Name ?? Target);
  }
  return names;
}
