import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { deployFiles, deployNetworks } from '../../stack/deploy-parts.ts';
import { deployServices, pruneServices } from '../../stack/deploy-stack.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { scoped } from '../../stack/scope.ts';
import { sentAuth } from '../service/send-auth.ts';
import { waitForService } from '../service/wait-for-service.ts';
import { inStack } from './namespace.ts';

const RESOLVES = ['always', 'changed', 'never'];

/** Makes a swarm run what a stack file says. @see docker/cli v28.2.2 cli/command/stack/swarm/deploy.go */
export async function runStackDeploy({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [stack = ''] = args;
  inStack(stack);
  const model = await loadStack(proc, flags.list('compose-file'));
  const resolves = flags.string('resolve-image') ?? 'always';
  if (!RESOLVES.includes(resolves)) throw new CliError(`Invalid option ${resolves} for flag --resolve-image`);
  if (!flags.has('detach'))
    await proc.err(
      'Since --detach=false was not specified, tasks will be created in the background.\nIn a future release, --detach=false will become the default.\n',
    );
  const engine = await api();
  const { Swarm } = await engine.SystemInfo();
  if (!Swarm.ControlAvailable)
    throw new CliError(
      'this node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again',
    );
  if (flags.bool('prune')) {
    const kept = new Set(Object.keys(model.services).map((name) => scoped(stack, name)));
    await pruneServices(proc, engine, stack, kept);
  }
  await deployNetworks(proc, engine, stack, model);
  await deployFiles(proc, engine, stack, model);
  const ids = await deployServices(proc, engine, stack, model, {
    resolveImage: resolves,
    auth: (image) => sentAuth(proc, flags, image),
  });
  if (!flags.bool('detach'))
    for (const id of ids) await waitForService(proc, engine, id, flags.bool('quiet'));
  return 0;
}
