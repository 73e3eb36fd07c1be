import { NO_ARGUMENTS, atLeast, exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { readLabel } from '../../opts/readers.ts';
import { lazyRun } from '../lazy-run.ts';
import { PRETTY } from '../pretty.ts';

/** `docker config …`. @see docker/cli v28.2.2 cli/command/config */
export const CONFIG_COMMANDS: readonly Command[] = [
  {
    name: 'create',
    use: '[OPTIONS] CONFIG file|-',
    short: 'Create a config from a file or STDIN',
    args: exactly(2),
    flags: [
      flag('label', 'l', 'list', 'Set labels', { read: readLabel }),
      unmodelled('template-driver', '', 'string', 'Driver of the template'),
    ],
    run: lazyRun(async () => (await import('./create.ts')).runConfigCreate),
  },
  {
    name: 'inspect',
    use: '[OPTIONS] CONFIG [CONFIG...]',
    short: 'Show all that is known of configs',
    args: atLeast(1),
    flags: [flag('format', 'f', 'string', 'Format with a Go template, or json'), PRETTY],
    run: lazyRun(async () => (await import('./inspect.ts')).runConfigInspect),
  },
  {
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
    run: lazyRun(async () => (await import('./list.ts')).runConfigList),
  },
  {
    name: 'rm',
    use: 'CONFIG [CONFIG...]',
    short: 'Remove configs',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [],
    run: lazyRun(async () => (await import('./remove.ts')).runConfigRemove),
  },
];
