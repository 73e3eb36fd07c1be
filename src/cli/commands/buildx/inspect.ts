import { CliError } from '../../cli-error.ts';
import { atMost, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { BUILDER } from './builder-info.ts';

/** Tells of a builder. @throws CliError for one that there is not @see docker/buildx v0.24 commands/inspect.go */
export const BUILDX_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] [NAME]',
  short: 'Tell of a builder',
  args: atMost(1),
  flags: [flag('bootstrap', '', 'bool', 'See that the builder runs first')],
  run: async ({ proc, args, api }) => {
    const { name, driver, buildkit, platforms } = BUILDER;
    if (args[0] !== undefined && args[0] !== name)
      throw new CliError(`ERROR: no builder ${JSON.stringify(args[0])} found`);
    await api();
    await proc.out(
      [
        `Name:   ${name}`,
        `Driver: ${driver}`,
        '',
        'Nodes:',
        `Name:             ${name}`,
        `Endpoint:         ${name}`,
        'Status:           running',
        `BuildKit version: ${buildkit}`,
        `Platforms:        ${platforms}`,
        '',
      ].join('\n'),
    );
    return 0;
  },
};
