import { toFilters, type CommandContext } from '../../command.ts';
import { printServices } from '../service/print-services.ts';
import { inStack } from './namespace.ts';

/** @see docker/cli v28.2.2 cli/command/stack/services.go */
export async function runStackServices(context: CommandContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const [name = ''] = args;
  const filters = inStack(name, toFilters(flags.list('filter')));
  const services = await (await api()).ServiceList({ filters, status: true });
  if (services.length > 0) await printServices(context, services);
  else await proc.err(`Nothing found in stack: ${name}\n`);
  return 0;
}
