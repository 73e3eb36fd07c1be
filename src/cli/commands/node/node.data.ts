import { ANY_ARGUMENTS, NO_ARGUMENTS, atLeast, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { readLabel } from '../../opts/readers.ts';
import { lazyRun } from '../lazy-run.ts';
import { PRETTY } from '../pretty.ts';

/** `docker node …`. @see docker/cli v28.2.2 cli/command/node */
export const NODE_COMMANDS: readonly Command[] = [
  {
    name: 'demote',
    use: 'NODE [NODE...]',
    short: 'Make managers of the swarm workers',
    args: atLeast(1),
    flags: [],
    run: lazyRun(async () => (await import('./change-role.ts')).runDemote),
  },
  {
    name: 'inspect',
    use: '[OPTIONS] self|NODE [NODE...]',
    short: 'Show all that is known of nodes',
    args: atLeast(1),
    flags: [flag('format', 'f', 'string', 'Format with a Go template, or json'), PRETTY],
    run: lazyRun(async () => (await import('./inspect.ts')).runNodeInspect),
  },
  {
    name: 'ls',
    use: '[OPTIONS]',
    short: 'List the nodes of the swarm',
    aliases: ['list'],
    args: NO_ARGUMENTS,
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
    run: lazyRun(async () => (await import('./list.ts')).runNodeList),
  },
  {
    name: 'promote',
    use: 'NODE [NODE...]',
    short: 'Make nodes managers of the swarm',
    args: atLeast(1),
    flags: [],
    run: lazyRun(async () => (await import('./change-role.ts')).runPromote),
  },
  {
    name: 'ps',
    use: '[OPTIONS] [NODE...]',
    short: 'List the tasks on nodes, this one unless told',
    args: ANY_ARGUMENTS,
    flags: [
      flag('filter', 'f', 'filter', 'Show only what matches'),
      flag('format', '', 'string', 'Format with a Go template, or json'),
      flag('no-resolve', '', 'bool', 'Show IDs instead of names'),
      flag('no-trunc', '', 'bool', "Don't shorten the output"),
      flag('quiet', 'q', 'bool', 'Print only IDs'),
    ],
    run: lazyRun(async () => (await import('./ps.ts')).runNodePs),
  },
  {
    name: 'rm',
    use: '[OPTIONS] NODE [NODE...]',
    short: 'Remove nodes from the swarm',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [flag('force', 'f', 'bool', 'Remove it even though it has not left')],
    run: lazyRun(async () => (await import('./remove.ts')).runNodeRemove),
  },
  {
    name: 'update',
    use: '[OPTIONS] NODE',
    short: 'Change a node',
    args: exactly(1),
    flags: [
      flag('availability', '', 'string', 'Availability of the node ("active", "pause", "drain")'),
      flag('label-add', '', 'list', 'Add or change a label', { read: readLabel }),
      flag('label-rm', '', 'list', 'Remove a label'),
      flag('role', '', 'string', 'Role of the node ("worker", "manager")'),
    ],
    run: lazyRun(async () => (await import('./update.ts')).runNodeUpdate),
  },
];
