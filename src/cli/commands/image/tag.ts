import { parseImageReference, type ImageReference } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { remoteName } from './remote-name.ts';

/** Gives an image one more name, taking it from the image that had it. @see docker/cli v28.2.2 cli/command/image/tag.go */
export const IMAGE_TAG: Command = {
  name: 'tag',
  use: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  short: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  args: exactly(2),
  flags: [],
  run: async ({ args, api }) => {
    const [source = '', target = ''] = args;
    readName(source);
    const { fromImage, tag } = remoteName(readName(target));
    await (await api()).ImageTag(source, { repo: fromImage, tag });
    return 0;
  },
};

/** @throws CliError for a text that is no image reference */
function readName(target: string): ImageReference {
  try {
    return parseImageReference(target);
  } catch (error) {
    throw new CliError(
      `Error parsing reference: ${JSON.stringify(target)} is not a valid repository/tag: ${(error as Error).message}`,
    );
  }
}
