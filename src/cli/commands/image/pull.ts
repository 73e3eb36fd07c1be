import { formatReference, withDefaultTag } from '../../../lib/image-reference.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { printProgress } from '../../progress/pull-progress.ts';
import { parseReference } from './parse-reference.ts';

/** Downloads an image, shows the progress of its layers, and prints its full name. @see docker/cli v28.2.2 cli/command/image/pull.go */
export const IMAGE_PULL: Command = {
  name: 'pull',
  use: '[OPTIONS] NAME[:TAG|@DIGEST]',
  short: 'Download an image from a registry',
  args: exactly(1),
  flags: [
    flag('all-tags', 'a', 'bool', 'Download every tag', { unmodelled: true }),
    flag('disable-content-trust', '', 'bool', 'Skip image verification', { default: 'true' }),
    flag('platform', '', 'string', 'Platform of the image'),
    flag('quiet', 'q', 'bool', 'Print only the name'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [name = ''] = args;
    const reference = parseReference(name);
    if (!reference.tag && !reference.digest && !flags.bool('quiet'))
      await proc.out('Using default tag: latest\n');
    const messages = (await api()).ImageCreate({ fromImage: name });
    if (flags.bool('quiet')) for await (const message of messages) void message;
    else await printProgress(proc.stdout, messages);
    await proc.out(`${formatReference(withDefaultTag(reference))}\n`);
    return 0;
  },
};
