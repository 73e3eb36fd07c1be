import { ApiError } from '../../api/api-error.ts';
import type { Command } from '../command.ts';

/**
 * A command that only a manager of a swarm answers: here no machine is one.
 * Simplified: there are no swarms yet; a real daemon in one does what it is asked.
 * @see moby/moby v28.2.2 daemon/cluster/errors.go
 */
export function needsManager(command: Omit<Command, 'run' | 'refused'>): Command {
  return {
    ...command,
    refused: true,
    run: async ({ api }) => {
      await api();
      throw new ApiError(
        'unavailable',
        'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
      );
    },
  };
}
