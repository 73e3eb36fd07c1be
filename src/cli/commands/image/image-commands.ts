import type { Command } from '../../command.ts';
import { IMAGE_BUILD } from './build.ts';
import { IMAGE_HISTORY } from './history.ts';
import { IMAGE_IMPORT } from './import.ts';
import { IMAGE_INSPECT } from './inspect.ts';
import { IMAGE_LIST } from './list.ts';
import { IMAGE_LOAD } from './load.ts';
import { IMAGE_PRUNE } from './prune.ts';
import { IMAGE_PULL } from './pull.ts';
import { IMAGE_PUSH } from './push.ts';
import { IMAGE_REMOVE } from './remove.ts';
import { IMAGE_SAVE } from './save.ts';
import { IMAGE_TAG } from './tag.ts';

/** `docker image …`. @see docker/cli v28.2.2 cli/command/image/cmd.go */
export const IMAGE_COMMANDS: readonly Command[] = [
  IMAGE_BUILD,
  IMAGE_HISTORY,
  IMAGE_IMPORT,
  IMAGE_INSPECT,
  IMAGE_LIST,
  IMAGE_LOAD,
  IMAGE_PRUNE,
  IMAGE_PULL,
  IMAGE_PUSH,
  IMAGE_REMOVE,
  IMAGE_SAVE,
  IMAGE_TAG,
];
