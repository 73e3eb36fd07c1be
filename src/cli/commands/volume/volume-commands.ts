import type { Command } from '../../command.ts';
import { VOLUME_CREATE } from './create.ts';
import { VOLUME_INSPECT } from './inspect.ts';
import { VOLUME_LIST } from './list.ts';
import { VOLUME_PRUNE } from './prune.ts';
import { VOLUME_REMOVE } from './remove.ts';
import { VOLUME_UPDATE } from './update.ts';

/** `docker volume …`. @see docker/cli v28.2.2 cli/command/volume/cmd.go */
export const VOLUME_COMMANDS: readonly Command[] = [
  VOLUME_CREATE,
  VOLUME_INSPECT,
  VOLUME_LIST,
  VOLUME_PRUNE,
  VOLUME_REMOVE,
  VOLUME_UPDATE,
];
