import { between, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { parseReference } from '../image/parse-reference.ts';
import { remoteName } from '../image/remote-name.ts';

/** Makes an image of a container's file system and prints its ID. @see docker/cli v28.2.2 cli/command/container/commit.go */
export const CONTAINER_COMMIT: Command = {
  name: 'commit',
  use: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  short: "Create a new image from a container's changes",
  args: between(1, 2),
  flags: [
    flag('author', 'a', 'string', 'Author'),
    flag('change', 'c', 'list', 'Apply a Dockerfile instruction to the image'),
    flag('message', 'm', 'string', 'Commit message'),
    flag('pause', 'p', 'bool', 'Pause the container meanwhile', { default: 'true' }),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [container = '', repo] = args;
    const target = repo ? remoteName(parseReference(repo)) : undefined;
    const engine = await api();
    const { Id } = await engine.ImageCommit(container, {
      ...(target ? { repo: target.fromImage, tag: target.tag } : {}),
      ...(flags.has('message') ? { comment: flags.string('message') ?? '' } : {}),
      ...(flags.has('author') ? { author: flags.string('author') ?? '' } : {}),
      ...(flags.bool('pause') ? {} : { pause: false }),
      changes: [...flags.list('change')],
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};
