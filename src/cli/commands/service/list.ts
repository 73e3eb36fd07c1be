import type { CommandContext } from '../../command.ts';
import { toFilters } from '../../command.ts';
import { printServices } from './print-services.ts';

/** @see docker/cli v28.2.2 cli/command/service/list.go */
export async function runServiceList(context: CommandContext): Promise<number> {
  const { flags, api } = context;
  const filters = toFilters(flags.list('filter'));
  await printServices(context, await (await api()).ServiceList({ filters, status: true }));
  return 0;
}
