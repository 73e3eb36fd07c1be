import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { archiveOf } from '../../archive/tar-source.ts';

/** Writes a container's files as a tar archive, to STDOUT or a file. @see docker/cli v28.2.2 cli/command/container/export.go */
export const CONTAINER_EXPORT: Command = {
  name: 'export',
  use: '[OPTIONS] CONTAINER',
  short: "Export a container's filesystem as a tar archive",
  args: exactly(1),
  flags: [flag('output', 'o', 'string', 'Write to a file instead of STDOUT')],
  run: async ({ proc, flags, args, api }) => {
    const output = flags.string('output');
    if (!output && proc.stdout.tty)
      throw new CliError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
    const archive = archiveOf(await (await api()).ContainerExport(args[0] ?? ''));
    if (output) proc.files.writeFile(output, archive, { mode: 0o600 });
    else await proc.out(archive);
    return 0;
  },
};
