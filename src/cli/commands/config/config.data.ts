import { NO_ARGUMENTS, atLeast, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { needsManager } from '../needs-manager.ts';

/** `docker config …`, for a machine that is no manager of a swarm. @see docker/cli v28.2.2 cli/command/config */
export const CONFIG_COMMANDS: readonly Command[] = [
  needsManager({
    name: 'create',
    use: '[OPTIONS] CONFIG file|-',
    short: 'Create a config from a file or STDIN',
    args: exactly(2),
    flags: [
      flag('label', 'l', 'list', 'Set labels'),
      flag('template-driver', '', 'string', 'Driver of the template'),
    ],
  }),
  needsManager({
    name: 'inspect',
    use: '[OPTIONS] CONFIG [CONFIG...]',
    short: 'Show all that is known of configs',
    args: atLeast(1),
    flags: [
      flag('format', 'f', 'string', 'Format with a Go template, or json'),
      flag('pretty', '', 'bool', 'Print it in words'),
    ],
  }),
  needsManager({
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List configs',
    aliases: ['list'],
    args: NO_ARGUMENTS,
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
  }),
  needsManager({
    name: 'rm',
    use: 'CONFIG [CONFIG...]',
    short: 'Remove configs',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [],
  }),
];
