import type { Command } from '../../command.ts';
import { OTHER_CONTEXT_COMMANDS } from './context.data.ts';
import { CONTEXT_INSPECT } from './inspect.ts';
import { CONTEXT_LIST } from './list.ts';
import { CONTEXT_SHOW } from './show.ts';
import { CONTEXT_USE } from './use.ts';

/** `docker context …`. @see docker/cli v28.2.2 cli/command/context/cmd.go */
export const CONTEXT_COMMANDS: readonly Command[] = [
  ...OTHER_CONTEXT_COMMANDS,
  CONTEXT_INSPECT,
  CONTEXT_LIST,
  CONTEXT_SHOW,
  CONTEXT_USE,
];
