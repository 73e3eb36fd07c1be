import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { archivesMissing } from './archives-missing.ts';

/** Refuses: first in Docker's words to write to a terminal, then in ours. @see docker/cli v28.2.2 cli/command/image/save.go */
export const IMAGE_SAVE: Command = {
  name: 'save',
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  args: atLeast(1),
  flags: [
    flag('output', 'o', 'string', 'Write to a file instead of STDOUT'),
    unmodelled('platform', '', 'string', 'Only this platform'),
  ],
  run: async ({ proc, flags }) => {
    if (!flags.has('output') && proc.stdout.tty)
      throw new CliError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
    throw archivesMissing('save');
  },
};
