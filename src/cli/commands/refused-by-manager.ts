import type { Command } from '../command.ts';

/** A command that only a manager answers, and that is not simulated: elsewhere it says what a real daemon says, on a manager it ends with status 1 and a notice. */
export function refusedByManager(group: string, command: Omit<Command, 'run' | 'refused'>): Command {
  return {
    ...command,
    refused: true,
    run: async ({ proc, api }) => {
      await (await api()).SwarmInspect();
      proc.notice(`Drydock does not simulate \`docker ${group} ${command.name}\` yet.`);
      return 1;
    },
  };
}
