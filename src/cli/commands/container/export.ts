import { checkOutput, writeArchive } from '../../archive/write-archive.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';

/** Writes a container's files as a tar archive, to STDOUT or a file. @see docker/cli v28.2.2 cli/command/container/export.go */
export const CONTAINER_EXPORT: Command = {
  name: 'export',
  use: '[OPTIONS] CONTAINER',
  short: "Export a container's filesystem as a tar archive",
  args: exactly(1),
  flags: [flag('output', 'o', 'string', 'Write to a file instead of STDOUT')],
  run: async ({ proc, flags, args, api }) => {
    const output = flags.string('output') || undefined;
    checkOutput(proc, output, 'failed to export container');
    await writeArchive(proc, await (await api()).ContainerExport(args[0] ?? ''), output);
    return 0;
  },
};
