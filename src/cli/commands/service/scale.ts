import type { EngineApi } from '../../../api/engine-api.ts';
import type { ServiceMode } from '../../../api/service-types.ts';
import { parseUint } from '../../../lib/parse-uint.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { parseKeyValue } from '../../opts/key-value.ts';
import { messageOf } from '../collect-errors.ts';
import { waitForService } from './wait-for-service.ts';

/** Changes the number of tasks of services, and waits for each. @see docker/cli v28.2.2 cli/command/service/scale.go */
export async function runServiceScale({ proc, flags, args, api }: CommandContext): Promise<number> {
  for (const text of args) checkSpecifier(text);
  const engine = await api();
  const errors: string[] = [];
  const attempt = async (name: string, run: () => Promise<void>): Promise<boolean> => {
    try {
      await run();
      return true;
    } catch (error) {
      errors.push(`${name}: ${messageOf(error)}`);
      return false;
    }
  };
  const scaled: string[] = [];
  for (const text of args) {
    const [name, count] = parseKeyValue(text);
    const isDone = await attempt(name, async () => {
      const replicas = readReplicas(count);
      for (const warning of await scale(engine, name, replicas)) await proc.err(`${warning}\n`);
      await proc.out(`${name} scaled to ${replicas}\n`);
    });
    if (isDone) scaled.push(name);
  }
  if (!flags.bool('detach'))
    for (const name of scaled) await attempt(name, () => waitForService(proc, engine, name, false));
  if (errors.length > 0) throw new CliError(errors.join('\n'));
  return 0;
}

/** @throws CliError */
function checkSpecifier(text: string): void {
  const [name, count] = parseKeyValue(text);
  if (name !== '' && count !== '') return;
  throw new CliError(
    `invalid scale specifier '${text}'.\nSee 'docker service scale --help'.\n\nUsage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services`,
  );
}

/** @throws CliError */
function readReplicas(text: string): number {
  try {
    return parseUint(text, 64);
  } catch (error) {
    throw new CliError(`invalid replicas value ${text}: ${(error as Error).message}`);
  }
}

/** Resolves what the daemon warns of. @throws CliError for a service without a number */
async function scale(engine: EngineApi, name: string, replicas: number): Promise<readonly string[]> {
  const { ID, Version, Spec } = await engine.ServiceInspect(name);
  const spec = { ...Spec, Mode: withReplicas(Spec.Mode, replicas) };
  const { Warnings } = await engine.ServiceUpdate(ID, { version: Version.Index }, spec);
  return Warnings ?? [];
}

function withReplicas(mode: ServiceMode, replicas: number): ServiceMode {
  if (mode.Replicated) return { Replicated: { Replicas: replicas } };
  if (mode.ReplicatedJob) return { ReplicatedJob: { ...mode.ReplicatedJob, TotalCompletions: replicas } };
  throw new CliError('scale can only be used with replicated or replicated-job mode');
}
