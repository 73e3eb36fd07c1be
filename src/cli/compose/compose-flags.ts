import { flag, unmodelled, type Flag } from '../flags/flag.ts';

/** Of every command, too. */
export const DRY_RUN = flag('dry-run', '', 'bool', 'Only show what would be done');

/** Flags before the command. @see docker/compose v2.36.2 cmd/compose/compose.go addProjectFlags */
export const COMPOSE_FLAGS: readonly Flag[] = [
  flag('all-resources', '', 'bool', 'Also networks, volumes and the like that no service uses'),
  flag('ansi', '', 'string', 'When to colour and redraw ("never"|"always"|"auto")', { default: 'auto' }),
  flag('compatibility', '', 'bool', 'Name things as Compose v1 did'),
  DRY_RUN,
  flag('env-file', '', 'stringArray', 'File of variables, instead of .env'),
  flag('file', 'f', 'stringArray', 'Compose file; several are laid over each other'),
  unmodelled('parallel', '', 'int', 'How much to do at once, -1 for no limit', { default: '-1' }),
  flag('profile', '', 'stringArray', 'Enable the services of a profile'),
  flag('progress', '', 'string', 'How to show progress (auto, tty, plain, json, quiet)'),
  flag(
    'project-directory',
    '',
    'string',
    'Folder that paths are relative to (default: that of the first file)',
  ),
  flag('project-name', 'p', 'string', 'Name of the project'),
  flag('workdir', '', 'string', 'Former name of --project-directory', { hidden: true }),
  flag('version', 'v', 'bool', 'Print the version and end', { hidden: true }),
  flag('no-ansi', '', 'bool', 'Former way to say --ansi never', { hidden: true }),
  flag('verbose', '', 'bool', 'Show more', { hidden: true }),
];
