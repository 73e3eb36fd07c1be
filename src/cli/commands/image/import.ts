import type { FileSource } from '../../../api/file-source.ts';
import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { readArchive } from '../../archive/read-archive.ts';

/**
 * Makes an image of one layer from a tar archive, a file or stdin, and prints its ID.
 * @see docker/cli v28.2.2 cli/command/image/import.go
 */
export const IMAGE_IMPORT: Command = {
  name: 'import',
  use: '[OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
  short: 'Import the contents from a tarball to create a filesystem image',
  args: atLeast(1),
  flags: [
    flag('change', 'c', 'list', 'Apply a Dockerfile instruction'),
    flag('message', 'm', 'string', 'Message'),
    unmodelled('platform', '', 'string', 'Platform'),
  ],
  run: async (context) => {
    const { proc, flags, args, api } = context;
    const repo = args[1];
    const source = await readSource(context);
    const { Id } = await (
      await api()
    ).ImageImport(source, {
      ...(repo ? { repo } : {}),
      changes: [...flags.list('change')],
      ...(flags.has('message') ? { message: flags.string('message') ?? '' } : {}),
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};

/** A URL is the daemon's to fetch. @throws CliError */
async function readSource({ proc, args }: CommandContext): Promise<FileSource | string> {
  const [path = ''] = args;
  return /^https?:\/\//.test(path) ? path : readArchive(proc, path);
}
