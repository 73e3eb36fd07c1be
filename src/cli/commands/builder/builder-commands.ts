import type { Command } from '../../command.ts';
import { IMAGE_BUILD } from '../image/build.ts';
import { BUILDER_PRUNE } from './prune.ts';

/** `docker builder …`. @see docker/cli v28.2.2 cli/command/builder/cmd.go */
export const BUILDER_COMMANDS: readonly Command[] = [IMAGE_BUILD, BUILDER_PRUNE];
