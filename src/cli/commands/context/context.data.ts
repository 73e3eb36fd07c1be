import { atLeast, between, exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { refused } from '../refused.ts';

/** `docker context …` as far as it is not simulated. @see docker/cli v28.2.2 cli/command/context */
export const OTHER_CONTEXT_COMMANDS: readonly Command[] = [
  refused({
    name: 'create',
    use: '[OPTIONS] CONTEXT',
    short: 'Create a context',
    args: exactly(1),
    flags: [
      flag('description', '', 'string', 'Description of the context'),
      flag('docker', '', 'stringToString', 'Endpoint of the daemon', { default: '[]' }),
      flag('from', '', 'string', 'Context to copy'),
    ],
  }),
  refused({
    name: 'export',
    use: '[OPTIONS] CONTEXT [FILE|-]',
    short: 'Write a context to a tar archive, a file or STDOUT',
    args: between(1, 2),
    flags: [],
  }),
  refused({
    name: 'import',
    use: 'CONTEXT FILE|-',
    short: 'Read a context from a tar or zip archive',
    args: exactly(2),
    flags: [],
  }),
  refused({
    name: 'rm',
    use: 'CONTEXT [CONTEXT...]',
    short: 'Remove contexts',
    aliases: ['remove'],
    args: atLeast(1),
    flags: [flag('force', 'f', 'bool', 'Remove it even while it is used')],
  }),
  refused({
    name: 'update',
    use: '[OPTIONS] CONTEXT',
    short: 'Change a context',
    args: exactly(1),
    flags: [
      flag('description', '', 'string', 'Description of the context'),
      flag('docker', '', 'stringToString', 'Endpoint of the daemon', { default: '[]' }),
    ],
  }),
];
