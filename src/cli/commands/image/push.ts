import { formatFamiliarName, formatReference, withDefaultTag } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { drain, printProgress } from '../../progress/pull-progress.ts';
import { authFor } from '../registry/credentials.ts';
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
    if (flags.bool('all-tags') && reference.tag) throw new CliError("tag can't be used with --all-tags/-a");
    if (!reference.tag && !flags.bool('all-tags') && !flags.bool('quiet'))
      await proc.out('Using default tag: latest\n');
    const name = formatFamiliarName(reference);
    const options = {
      ...(flags.bool('all-tags') ? { all: true } : { tag: reference.tag ?? 'latest' }),
      ...authFor(proc, reference.domain),
    };
    const messages = (await api()).ImagePush(name, options);
    if (!flags.bool('quiet')) await printProgress(proc.stdout, messages);
    else {
      await drain(messages);
      const shown = flags.bool('all-tags') ? reference : withDefaultTag(reference);
      await proc.out(`${formatReference(shown)}\n`);
    }
    return 0;
  },
};
