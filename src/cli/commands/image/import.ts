import { sourceOf } from '../../../kernel/files/tree.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';

/**
 * Makes an image of one layer and prints its ID.
 * Simplified: takes a folder where a real client takes a tar archive, a URL or stdin.
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
  run: async ({ proc, flags, args, api }) => {
    const [path = '', repo] = args;
    if (proc.files.statIfAny(path)?.type !== 'directory')
      throw new CliError('Drydock imports folders, not archives: give the path of a folder');
    const engine = await api();
    const { Id } = await engine.ImageImport(sourceOf(proc.files, path), {
      ...(repo ? { repo } : {}),
      changes: [...flags.list('change')],
      ...(flags.has('message') ? { message: flags.string('message') ?? '' } : {}),
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};
