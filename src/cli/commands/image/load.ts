import { readArchive } from '../../archive/read-archive.ts';
import { CliError } from '../../cli-error.ts';
import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';

/** Reads images from a tar archive that `save` wrote, a file or STDIN. @see docker/cli v28.2.2 cli/command/image/load.go */
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
  run: async ({ proc, flags, api }) => {
    const input = flags.string('input');
    if (!input && proc.stdin.tty) throw new CliError('requested load from stdin, but stdin is empty');
    const source = await readArchive(proc, input || '-');
    for await (const { stream } of (await api()).ImageLoad(source)) if (stream) await proc.out(stream);
    return 0;
  },
};
