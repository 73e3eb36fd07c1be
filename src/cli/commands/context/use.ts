import { CliError } from '../../cli-error.ts';
import { ANY_ARGUMENTS, type Command } from '../../command.ts';
import { findContext, HOST_OVERRIDES } from '../../context-store.ts';

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
    if (proc.env.get('DOCKER_HOST')) await proc.err(HOST_OVERRIDES);
    await proc.err(`Current context is now "${name}"\n`);
    return 0;
  },
};
