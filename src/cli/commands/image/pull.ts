import { formatReference, withDefaultTag } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { drain, printProgress } from '../../progress/pull-progress.ts';
import { authFor } from '../registry/credentials.ts';
import { parseReference } from './parse-reference.ts';
import { remoteName } from './remote-name.ts';
import { tellAvailable } from './tell-available.ts';

/** Downloads an image, shows the progress of its layers, and prints its full name. @see docker/cli v28.2.2 cli/command/image/pull.go */
export const IMAGE_PULL: Command = {
  name: 'pull',
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  short: 'Download an image from a registry',
  args: exactly(1),
  flags: [
    flag('all-tags', 'a', 'bool', 'Download every tag'),
    flag('disable-content-trust', '', 'bool', 'Skip image verification', { default: 'true' }),
    flag('platform', '', 'string', 'Platform of the image'),
    flag('quiet', 'q', 'bool', 'Print only the name'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [name = ''] = args;
    const reference = parseReference(name);
    if (flags.bool('all-tags') && (reference.tag ?? reference.digest) !== undefined)
      throw new CliError("tag can't be used with --all-tags/-a");
    if (!reference.tag && !reference.digest && !flags.bool('all-tags') && !flags.bool('quiet'))
      await proc.out('Using default tag: latest\n');
    const platform = flags.string('platform');
    const { fromImage, tag } = remoteName(reference);
    const messages = (await api()).ImageCreate({
      fromImage,
      ...(flags.bool('all-tags') ? { all: true } : { tag }),
      ...(platform ? { platform } : {}),
      ...authFor(proc, reference.domain),
    });
    try {
      if (flags.bool('quiet')) await drain(messages);
      else await printProgress(proc.stdout, messages);
    } catch (error) {
      tellAvailable(proc, error);
      throw error;
    }
    const shown = flags.bool('all-tags') ? reference : withDefaultTag(reference);
    await proc.out(`${formatReference(shown)}\n`);
    return 0;
  },
};
