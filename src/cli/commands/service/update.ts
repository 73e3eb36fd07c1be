import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { tellAvailable } from '../image/tell-available.ts';
import { resolveImage } from './resolve-image.ts';
import { sentAuth } from './send-auth.ts';
import { updatedSpec } from './update-spec.ts';
import { waitForService } from './wait-for-service.ts';

/** Changes a service and waits until it is as it should. @see docker/cli v28.2.2 cli/command/service/update.go */
export async function runServiceUpdate({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [name = ''] = args;
  const engine = await api();
  const service = await engine.ServiceInspect(name);
  const rollback = flags.bool('rollback');
  if (rollback) checkRollback(flags);
  const spec = await updatedSpec(engine, service.Spec, flags, proc.files.cwd);
  const auth = sentAuth(proc, flags, spec.TaskTemplate.ContainerSpec?.Image ?? '');
  const asks = flags.has('image') && !flags.bool('no-resolve-image');
  const { template, warnings, error } = await resolveImage(engine, spec.TaskTemplate, { asks, ...auth });
  const options = {
    version: service.Version.Index,
    ...(rollback ? { rollback: 'previous' as const } : {}),
    ...(flags.bool('with-registry-auth') ? auth : { registryAuthFrom: 'spec' as const }),
  };
  const { Warnings } = await engine.ServiceUpdate(service.ID, options, { ...spec, TaskTemplate: template });
  for (const warning of [...(Warnings ?? []), ...warnings]) await proc.err(`${warning}\n`);
  tellAvailable(proc, error);
  await proc.out(`${name}\n`);
  if (!flags.bool('detach')) await waitForService(proc, engine, name, flags.bool('quiet'));
  return 0;
}

/** @throws CliError where there is more than --rollback, --detach and --quiet */
function checkRollback(flags: FlagValues): void {
  const goesWith = ['rollback', 'detach', 'quiet'];
  if (flags.names().some((name) => !goesWith.includes(name)))
    throw new CliError('other flags may not be combined with --rollback');
}
