import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { refused } from '../refused.ts';

/** `docker checkpoint …`: not simulated. @see docker/cli v28.2.2 cli/command/checkpoint */
export const CHECKPOINT_COMMANDS: readonly Command[] = [
  refused({
    experimental: true,
    name: 'create',
    use: '[OPTIONS] CONTAINER CHECKPOINT',
    short: 'Save the state of a running container',
    args: exactly(2),
    flags: [
      flag('checkpoint-dir', '', 'string', 'Folder to keep checkpoints in'),
      flag('leave-running', '', 'bool', 'Do not stop the container'),
    ],
  }),
  refused({
    experimental: true,
    name: 'ls',
    use: '[OPTIONS] CONTAINER',
    short: 'List checkpoints of a container',
    aliases: ['list'],
    args: exactly(1),
    flags: [flag('checkpoint-dir', '', 'string', 'Folder to keep checkpoints in')],
  }),
  refused({
    experimental: true,
    name: 'rm',
    use: '[OPTIONS] CONTAINER CHECKPOINT',
    short: 'Remove a checkpoint',
    aliases: ['remove'],
    args: exactly(2),
    flags: [flag('checkpoint-dir', '', 'string', 'Folder to keep checkpoints in')],
  }),
];
