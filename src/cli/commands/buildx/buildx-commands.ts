import { ANY_ARGUMENTS, NO_ARGUMENTS, type Command } from '../../command.ts';
import { BUILDER_PRUNE } from '../builder/prune.ts';
import { IMAGE_BUILD } from '../image/build.ts';
import { refused } from '../refused.ts';
import { BUILDX_DU } from './du.ts';
import { BUILDX_INSPECT } from './inspect.ts';
import { BUILDX_LS } from './ls.ts';

const VERSION: Command = {
  name: 'version',
  use: '',
  short: 'Show the version of buildx',
  args: NO_ARGUMENTS,
  flags: [],
  run: async ({ proc }) => {
    await proc.out('github.com/docker/buildx v0.24.0 d0e5e86\n');
    return 0;
  },
};

const notThere = (name: string, use: string, short: string): Command =>
  refused({ name, use, short, args: ANY_ARGUMENTS, flags: [] });

/** `docker buildx …`: the plugin that a Docker 28 comes with. @see docker/buildx v0.24 commands/root.go */
export const BUILDX_COMMANDS: readonly Command[] = [
  notThere('bake', '[OPTIONS] [TARGET...]', 'Build from a file'),
  IMAGE_BUILD,
  notThere('create', '[OPTIONS] [CONTEXT|ENDPOINT]', 'Create a builder'),
  BUILDX_DU,
  BUILDX_INSPECT,
  BUILDX_LS,
  BUILDER_PRUNE,
  notThere('rm', '[OPTIONS] [NAME] [NAME...]', 'Remove builders'),
  notThere('stop', '[NAME]', 'Stop a builder'),
  notThere('use', '[OPTIONS] NAME', 'Choose the builder'),
  VERSION,
];
