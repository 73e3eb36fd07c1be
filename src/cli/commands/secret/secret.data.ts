import { NO_ARGUMENTS, atLeast, between, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { needsManager } from '../needs-manager.ts';

/** `docker secret …`, for a machine that is no manager of a swarm. @see docker/cli v28.2.2 cli/command/secret */
export const SECRET_COMMANDS: readonly Command[] = [
  needsManager({
    name: 'create',
    use: '[OPTIONS] SECRET [file|-]',
    short: 'Create a secret from a file or STDIN',
    args: between(1, 2),
    flags: [
      flag('driver', 'd', 'string', 'Driver of the secret'),
      flag('label', 'l', 'list', 'Set labels'),
      flag('template-driver', '', 'string', 'Driver of the template'),
    ],
  }),
  needsManager({
    name: 'inspect',
    use: '[OPTIONS] SECRET [SECRET...]',
    short: 'Show all that is known of secrets',
    args: atLeast(1),
    flags: [
      flag('format', 'f', 'string', 'Format with a Go template, or json'),
      flag('pretty', '', 'bool', 'Print it in words'),
    ],
  }),
  needsManager({
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List secrets',
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
    use: 'SECRET [SECRET...]',
    short: 'Remove secrets',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [],
  }),
];
