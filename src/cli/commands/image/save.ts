import { checkOutput, writeArchive } from '../../archive/write-archive.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';

/** Writes images as a tar archive, to STDOUT or a file. @see docker/cli v28.2.2 cli/command/image/save.go */
export const IMAGE_SAVE: Command = {
  name: 'save',
  use: '[OPTIONS] IMAGE [IMAGE...]',
  short: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  args: atLeast(1),
  flags: [
    flag('output', 'o', 'string', 'Write to a file instead of STDOUT'),
    flag('platform', '', 'string', 'Only this platform'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const output = flags.string('output') || undefined;
    checkOutput(proc, output, 'failed to save image');
    const platform = flags.string('platform');
    const images = await (await api()).ImageGetAll([...args], platform ? { platform } : {});
    await writeArchive(proc, images, output);
    return 0;
  },
};
