import { ApiError } from '../../../api/api-error.ts';
import type { ImageDeleteItem } from '../../../api/image-types.ts';
import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';

/**
 * Removes names of images, and images whose last name goes. All refusals are told at the end; with --force, missing
 * images alone don't make it fail.
 * @see docker/cli v28.2.2 cli/command/image/remove.go
 */
export const IMAGE_REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Remove one or more images',
  args: atLeast(1),
  flags: [
    flag('force', 'f', 'bool', 'Remove it even if it is used'),
    flag('no-prune', '', 'bool', 'Keep untagged parents'),
    unmodelled('platform', '', 'strings', 'Only this platform'),
  ],
  run: remove,
};

async function remove({ proc, flags, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  const options = { force: flags.bool('force'), noprune: flags.bool('no-prune') };
  const errors: ApiError[] = [];
  for (const name of args) {
    try {
      const items = await engine.ImageDelete(name, options);
      await proc.out(items.map((item) => `${removedLine(item)}\n`).join(''));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 0) return 0;
  await proc.err(errors.map((error) => `Error response from daemon: ${error.message}\n`).join(''));
  return options.force && errors.every((error) => error.kind === 'notFound') ? 0 : 1;
}

function removedLine({ Untagged, Deleted = '' }: ImageDeleteItem): string {
  return Untagged === undefined ? `Deleted: ${Deleted}` : `Untagged: ${Untagged}`;
}
