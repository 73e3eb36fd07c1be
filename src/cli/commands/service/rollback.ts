import type { CommandContext } from '../../command.ts';
import { waitForService } from './wait-for-service.ts';

/** Takes a service back to what it was before its last change. @see docker/cli v28.2.2 cli/command/service/rollback.go */
export async function runServiceRollback({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [name = ''] = args;
  const engine = await api();
  const { ID, Version, Spec } = await engine.ServiceInspect(name);
  const { Warnings } = await engine.ServiceUpdate(ID, { version: Version.Index, rollback: 'previous' }, Spec);
  for (const warning of Warnings ?? []) await proc.err(`${warning}\n`);
  await proc.out(`${name}\n`);
  if (!flags.bool('detach')) await waitForService(proc, engine, name, flags.bool('quiet'));
  return 0;
}
