import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { lazyRun } from '../lazy-run.ts';

export const SYSTEM_INFO: Command = {
  name: 'info',
  use: '[OPTIONS]',
  short: 'Display system-wide information',
  args: NO_ARGUMENTS,
  flags: [OBJECT_FORMAT],
  run: lazyRun(async () => (await import('./show-info.ts')).runInfo),
};
