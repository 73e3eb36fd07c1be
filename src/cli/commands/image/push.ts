import { formatFamiliarName } from '../../../lib/image-reference.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { printProgress } from '../../progress/pull-progress.ts';
import { parseReference } from './parse-reference.ts';

/** Uploads an image to the registry its name tells, and shows the progress of its layers. @see docker/cli v28.2.2 cli/command/image/push.go */
export const IMAGE_PUSH: Command = {
  name: 'push',
  use: '[OPTIONS] NAME[:TAG]',
  short: 'Upload an image to a registry',
  args: exactly(1),
  flags: [
    flag('all-tags', 'a', 'bool', 'Push every tag'),
    flag('disable-content-trust', '', 'bool', 'Skip image signing', { default: 'true' }),
    unmodelled('platform', '', 'string', 'Push only this platform of a multi-platform image'),
    flag('quiet', 'q', 'bool', 'No progress'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const reference = parseReference(args[0] ?? '');
    if (!reference.tag && !flags.bool('all-tags')) await proc.out('Using default tag: latest\n');
    const name = formatFamiliarName(reference);
    await printProgress(proc.stdout, (await api()).ImagePush(name, { tag: reference.tag ?? 'latest' }));
    return 0;
  },
};
