import { ApiError } from '../../../api/api-error.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { confirm } from '../confirm-prune.ts';
import { flag } from '../../flags/flag.ts';

const INGRESS_WARNING =
  'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue?';

/** Removes networks that no container uses. @see docker/cli v28.2.2 cli/command/network/remove.go */
export const NETWORK_REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: 'NETWORK [NETWORK...]',
  short: 'Remove one or more networks',
  args: atLeast(1),
  flags: [flag('force', 'f', 'bool', 'A missing network is no error')],
  run: async (context) => {
    const api = await context.api();
    let status = 0;
    for (const name of context.args) {
      try {
        const network = await api.NetworkInspect(name).catch(() => undefined);
        if (network?.Ingress && !(await confirm(context, INGRESS_WARNING))) continue;
        await api.NetworkDelete(name);
        await context.proc.out(`${name}\n`);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (context.flags.bool('force') && error.kind === 'notFound') continue;
        await context.proc.err(`Error response from daemon: ${error.message}\n`);
        status = 1;
      }
    }
    if (status) throw new CliError('exit status 1');
    return 0;
  },
};
