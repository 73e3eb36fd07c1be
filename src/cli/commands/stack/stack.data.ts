import { NO_ARGUMENTS, atLeast, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { lazyRun } from '../lazy-run.ts';

/** `docker stack …`. @see docker/cli v28.2.2 cli/command/stack */
export const STACK_COMMANDS: readonly Command[] = [
  {
    name: 'config',
    use: '[OPTIONS]',
    short: 'Print the final configuration after merging and interpolation',
    args: NO_ARGUMENTS,
    flags: [
      flag('compose-file', 'c', 'strings', 'Compose file, or "-" for STDIN'),
      flag('skip-interpolation', '', 'bool', 'Leave variables as they are'),
    ],
    run: lazyRun(async () => (await import('./config.ts')).runStackConfig),
  },
  {
    name: 'deploy',
    use: '[OPTIONS] STACK',
    short: 'Deploy a stack, or update one',
    aliases: ['up'],
    args: exactly(1),
    flags: [
      flag('compose-file', 'c', 'strings', 'Compose file, or "-" for STDIN'),
      flag('detach', 'd', 'bool', 'Do not wait for the services to settle', { default: 'true' }),
      flag('prune', '', 'bool', 'Remove services that the file no longer has'),
      flag('quiet', 'q', 'bool', 'No progress'),
      flag(
        'resolve-image',
        '',
        'string',
        'When to ask the registry for digests ("always", "changed", "never")',
        { default: 'always' },
      ),
      flag('with-registry-auth', '', 'bool', 'Pass the login of the registry on to the nodes'),
    ],
    run: lazyRun(async () => (await import('./deploy.ts')).runStackDeploy),
  },
  {
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List stacks',
    aliases: ['list'],
    args: NO_ARGUMENTS,
    flags: [flag('format', '', 'string', 'Format with a Go template, or json')],
    run: lazyRun(async () => (await import('./list.ts')).runStackList),
  },
  {
    name: 'ps',
    use: '[OPTIONS] STACK',
    short: 'List the tasks of a stack',
    args: exactly(1),
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('no-resolve', '', 'bool', 'Show IDs instead of names'),
      flag('no-trunc', '', 'bool', "Don't shorten the output"),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
    run: lazyRun(async () => (await import('./ps.ts')).runStackPs),
  },
  {
    name: 'rm',
    use: '[OPTIONS] STACK [STACK...]',
    short: 'Remove stacks',
    aliases: ['remove', 'down'],
    args: atLeast(1),
    flags: [flag('detach', 'd', 'bool', 'Do not wait for the removal', { default: 'true' })],
    run: lazyRun(async () => (await import('./remove.ts')).runStackRemove),
  },
  {
    name: 'services',
    use: '[OPTIONS] STACK',
    short: 'List the services of a stack',
    args: exactly(1),
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
    run: lazyRun(async () => (await import('./services.ts')).runStackServices),
  },
];
