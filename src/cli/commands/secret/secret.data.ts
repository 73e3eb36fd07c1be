import { NO_ARGUMENTS, atLeast, between, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { readLabel } from '../../opts/readers.ts';
import { lazyRun } from '../lazy-run.ts';
import { PRETTY } from '../pretty.ts';

/** `docker secret …`. @see docker/cli v28.2.2 cli/command/secret */
export const SECRET_COMMANDS: readonly Command[] = [
  {
    name: 'create',
    use: '[OPTIONS] SECRET [file|-]',
    short: 'Create a secret from a file or STDIN',
    args: between(1, 2),
    flags: [
      unmodelled('driver', 'd', 'string', 'Driver of the secret'),
      flag('label', 'l', 'list', 'Set labels', { read: readLabel }),
      unmodelled('template-driver', '', 'string', 'Driver of the template'),
    ],
    run: lazyRun(async () => (await import('./create.ts')).runSecretCreate),
  },
  {
    name: 'inspect',
    use: '[OPTIONS] SECRET [SECRET...]',
    short: 'Show all that is known of secrets',
    args: atLeast(1),
    flags: [flag('format', 'f', 'string', 'Format with a Go template, or json'), PRETTY],
    run: lazyRun(async () => (await import('./inspect.ts')).runSecretInspect),
  },
  {
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
    run: lazyRun(async () => (await import('./list.ts')).runSecretList),
  },
  {
    name: 'rm',
    use: 'SECRET [SECRET...]',
    short: 'Remove secrets',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [],
    run: lazyRun(async () => (await import('./remove.ts')).runSecretRemove),
  },
];
