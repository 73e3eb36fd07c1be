import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { archivesMissing } from './archives-missing.ts';

/** Refuses. @see docker/cli v28.2.2 cli/command/image/load.go */
export const IMAGE_LOAD: Command = {
  name: 'load',
  use: '[OPTIONS]',
  short: 'Load an image from a tar archive or STDIN',
  args: NO_ARGUMENTS,
  flags: [
    flag('input', 'i', 'string', 'Read from a file instead of STDIN'),
    unmodelled('platform', '', 'string', 'Only this platform'),
    flag('quiet', 'q', 'bool', 'No progress'),
  ],
  run: () => Promise.reject(archivesMissing('load')),
};
