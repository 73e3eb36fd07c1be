import { CliError } from '../../cli-error.ts';
import { ANY_ARGUMENTS, type Command } from '../../command.ts';
import { findContext } from '../../context-store.ts';

/** Makes a context the current one; only `default` is there. @see docker/cli v28.2.2 cli/command/context/use.go */
export const CONTEXT_USE: Command = {
  name: 'use',
  use: 'CONTEXT',
  short: 'Set the current docker context',
  args: ANY_ARGUMENTS,
  flags: [],
  run: async ({ proc, args }) => {
    if (args.length !== 1) throw new CliError(`accepts 1 arg(s), received ${args.length}`);
    const [name = ''] = args;
    findContext(proc, name);
    await proc.out(`${name}\n`);
    if (proc.env.get('DOCKER_HOST'))
      await proc.err(
        'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n',
      );
    await proc.err(`Current context is now "${name}"\n`);
    return 0;
  },
};
