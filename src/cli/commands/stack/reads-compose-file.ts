import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { Command } from '../../command.ts';

/** A command on Compose files: it misses them as the real client does, and is not simulated beyond that. @see docker/cli v28.2.2 cli/command/stack/loader/loader.go */
export function readsComposeFile(command: Omit<Command, 'run' | 'refused'>): Command {
  return {
    ...command,
    refused: true,
    run: ({ proc, flags }) => {
      const files = flags.list('compose-file');
      if (files.length === 0) throw new CliError('Specify a Compose file (with --compose-file)');
      for (const path of files) if (path !== '-') readFile(proc, path);
      proc.notice(`Drydock does not simulate \`docker stack ${command.name}\` yet.`);
      return Promise.resolve(1);
    },
  };
}

/** @throws CliError */
function readFile(proc: Process, path: string): void {
  try {
    proc.files.readFile(path);
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
