import type { Command } from '../../command.ts';
import { SYSTEM_DISK_USAGE } from './disk-usage.ts';
import { SYSTEM_EVENTS } from './events.ts';
import { SYSTEM_INFO } from './info.ts';
import { SYSTEM_PRUNE } from './prune.ts';

/** `docker system …`. @see docker/cli v28.2.2 cli/command/system/cmd.go */
export const SYSTEM_COMMANDS: readonly Command[] = [
  SYSTEM_DISK_USAGE,
  SYSTEM_EVENTS,
  SYSTEM_INFO,
  SYSTEM_PRUNE,
];
