import type { CommandContext } from '../../command.ts';
import { tellAvailable } from '../image/tell-available.ts';
import { resolveImage } from './resolve-image.ts';
import { sentAuth } from './send-auth.ts';
import { serviceSpec } from './service-spec.ts';
import { waitForService } from './wait-for-service.ts';

/** Makes a service, prints its ID and waits until it runs. @see docker/cli v28.2.2 cli/command/service/create.go */
export async function runServiceCreate(context: CommandContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const engine = await api();
  const spec = await serviceSpec(context, engine);
  const auth = sentAuth(proc, flags, args[0] ?? '');
  const { template, warnings, error } = await resolveImage(engine, spec.TaskTemplate, {
    asks: !flags.bool('no-resolve-image'),
    ...auth,
  });
  const { ID, Warnings } = await engine.ServiceCreate({ ...spec, TaskTemplate: template }, auth);
  for (const warning of [...(Warnings ?? []), ...warnings]) await proc.err(`${warning}\n`);
  tellAvailable(proc, error);
  await proc.out(`${ID}\n`);
  if (!flags.bool('detach')) await waitForService(proc, engine, ID, flags.bool('quiet'));
  return 0;
}
