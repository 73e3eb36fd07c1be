import { ANY_ARGUMENTS, NO_ARGUMENTS } from '../command.ts';
import { flag, unmodelled } from '../flags/flag.ts';
import { PROJECT_COMMANDS } from './project-commands.data.ts';
import { REFUSED_COMMANDS } from './refused-commands.data.ts';
import { lazily, type ComposeCommand } from './compose-command.ts';

/** Commands on files and on what projects there are. */
const OWN_COMMANDS: readonly ComposeCommand[] = [
  {
    name: 'config',
    aliases: ['convert'],
    use: '[OPTIONS] [SERVICE...]',
    short: 'Show the project as Compose understands it',
    args: ANY_ARGUMENTS,
    flags: [
      flag('environment', '', 'bool', 'Print the variables that files can refer to'),
      flag('format', '', 'string', 'yaml or json', { default: 'yaml' }),
      flag('hash', '', 'string', 'Print the hashes of services, "*" for all'),
      flag('images', '', 'bool', 'Print the images'),
      flag('networks', '', 'bool', 'Print the names of networks'),
      flag('no-consistency', '', 'bool', "Don't check that things fit together"),
      flag('no-env-resolution', '', 'bool', "Don't read env files of services"),
      flag('no-interpolate', '', 'bool', 'Leave variables as they are'),
      flag('no-normalize', '', 'bool', 'Add nothing that the files do not say'),
      flag('no-path-resolution', '', 'bool', 'Leave relative paths'),
      flag('output', 'o', 'string', 'Write to a file'),
      flag('profiles', '', 'bool', 'Print the names of profiles'),
      flag('quiet', 'q', 'bool', 'Only check'),
      unmodelled('resolve-image-digests', '', 'bool', 'Replace tags by digests'),
      flag('services', '', 'bool', 'Print the names of services'),
      flag('variables', '', 'bool', 'Print the variables that the files use'),
      flag('volumes', '', 'bool', 'Print the names of volumes'),
    ],
    run: lazily(async () => (await import('./commands/config.ts')).runConfig),
  },
  {
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List projects that have containers',
    args: NO_ARGUMENTS,
    flags: [
      flag('all', 'a', 'bool', 'Also projects that are stopped'),
      flag('filter', '', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'table or json', { default: 'table' }),
      flag('quiet', 'q', 'bool', 'Print only names'),
    ],
    run: lazily(async () => (await import('./commands/list.ts')).runList),
  },
  {
    name: 'version',
    use: '[OPTIONS]',
    short: 'Show the version of Compose',
    args: NO_ARGUMENTS,
    flags: [
      flag('format', 'f', 'string', 'pretty or json (default: pretty)'),
      flag('short', '', 'bool', 'Print only the number'),
    ],
    run: lazily(async () => (await import('./commands/version.ts')).runVersion),
  },
];

/** `docker compose …`, by name. @see docker/compose v2.36.2 cmd/compose */
export const COMPOSE_COMMANDS = [...OWN_COMMANDS, ...PROJECT_COMMANDS, ...REFUSED_COMMANDS].sort((a, b) =>
  a.name < b.name ? -1 : 1,
);

export function findComposeCommand(name: string): ComposeCommand | undefined {
  return COMPOSE_COMMANDS.find((command) => command.name === name || command.aliases?.includes(name));
}

/** What Compose has besides, and is not simulated. @see docker/compose v2.36.2 cmd/compose/compose.go RootCommand */
const NOT_YET = new Set(
  `attach bridge build commit cp create down events exec export images kill logs pause port ps publish pull push restart rm run scale
  start stats stop top unpause up volumes wait watch`.split(/\s+/),
);

/** Whether there is such a command in life. */
export function isComposeCommand(name: string): boolean {
  return NOT_YET.has(name) || findComposeCommand(name) !== undefined;
}
