import type { ContainerUpdateRequest } from '../../../api/container-types.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Changes limits and restart policy of containers; what no flag names stays. @see docker/cli v28.2.2 cli/command/container/update.go */
export const CONTAINER_UPDATE: Command = {
  name: 'update',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Update configuration of one or more containers',
  args: atLeast(1),
  flags: [
    flag('cpus', '', 'decimal', 'Number of CPUs'),
    flag('memory', 'm', 'bytes', 'Memory limit'),
    flag('memory-swap', '', 'bytes', 'Swap limit'),
    flag('restart', '', 'string', 'Restart policy'),
  ],
  run: async (context) => {
    const api = await context.api();
    const request = updateRequest(context.flags);
    return forEachArgument(context, async (id) => {
      await api.ContainerUpdate(id, request);
    });
  },
};

function updateRequest(flags: FlagValues): ContainerUpdateRequest {
  const [Name = 'no', count = '0'] = (flags.string('restart') ?? '').split(':');
  return {
    ...(flags.has('memory') ? { Memory: flags.number('memory') ?? 0 } : {}),
    ...(flags.has('cpus') ? { NanoCpus: Math.round((flags.number('cpus') ?? 0) * 1e9) } : {}),
    ...(flags.has('restart')
      ? { RestartPolicy: { Name: Name as 'no', MaximumRetryCount: Number(count) } }
      : {}),
  };
}
