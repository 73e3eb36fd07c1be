import type { ContainerUpdateRequest } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag, unmodelled, type FlagValues } from '../../flags/flag.ts';
import { readMemorySwap } from '../../opts/memory-swap.ts';
import { forEachArgument } from '../for-each-argument.ts';
import { restartPolicy } from './host-config.ts';
import { resources } from './resources.ts';

/** Changes limits and restart policy of containers; what no flag names stays. @see docker/cli v28.2.2 cli/command/container/update.go */
export const CONTAINER_UPDATE: Command = {
  name: 'update',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Update configuration of one or more containers',
  args: atLeast(1),
  flags: [
    unmodelled(
      'blkio-weight',
      '',
      'uint16',
      'Share of the block I/O, between 10 and 1000, or 0 for none of its own',
      {
        default: '0',
      },
    ),
    flag('cpu-period', '', 'int', 'Period of the CPU quota, in microseconds'),
    flag('cpu-quota', '', 'int', 'CPU time in each period, in microseconds'),
    unmodelled('cpu-rt-period', '', 'int', 'Period of the real-time scheduler, in microseconds'),
    unmodelled('cpu-rt-runtime', '', 'int', 'Real-time CPU time in each period, in microseconds'),
    flag('cpu-shares', 'c', 'int', 'CPU shares, relative to others'),
    flag('cpus', '', 'decimal', 'Number of CPUs'),
    unmodelled('cpuset-cpus', '', 'string', 'CPUs it may run on (0-3, 0,1)'),
    unmodelled('cpuset-mems', '', 'string', 'Memory nodes it may use (0-3, 0,1)'),
    unmodelled('kernel-memory', '', 'bytes', 'Limit of kernel memory', { hidden: true }),
    flag('memory', 'm', 'bytes', 'Memory limit'),
    unmodelled('memory-reservation', '', 'bytes', 'Memory that it should be content with'),
    flag('memory-swap', '', 'bytes', 'Limit of memory and swap together, -1 for none', {
      read: readMemorySwap,
    }),
    flag('pids-limit', '', 'int', 'Limit of processes (-1 for none)'),
    flag('restart', '', 'string', 'What to do when the container exits'),
  ],
  run: async (context) => {
    if (!CONTAINER_UPDATE.flags.some(({ name }) => context.flags.has(name)))
      throw new CliError('you must provide one or more flags when using this command');
    const api = await context.api();
    const request = updateRequest(context.flags);
    return forEachArgument(context, async (id) => {
      await api.ContainerUpdate(id, request);
    });
  },
};

/** @throws CliError for a restart policy that can't be read */
function updateRequest(flags: FlagValues): ContainerUpdateRequest {
  return {
    ...resources(flags),
    ...(flags.has('kernel-memory') ? { KernelMemory: flags.number('kernel-memory') ?? 0 } : {}),
    ...(flags.has('restart') ? { RestartPolicy: restartPolicy(flags.string('restart')) } : {}),
  };
}
