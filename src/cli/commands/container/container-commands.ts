import type { Command } from '../../command.ts';
import { CONTAINER_ATTACH } from './attach.ts';
import { CONTAINER_COMMIT } from './commit.ts';
import { CONTAINER_COPY } from './copy.ts';
import { CONTAINER_CREATE } from './create.ts';
import { CONTAINER_DIFF } from './diff.ts';
import { CONTAINER_EXEC } from './exec.ts';
import { CONTAINER_EXPORT } from './export.ts';
import { CONTAINER_INSPECT } from './inspect.ts';
import { CONTAINER_KILL } from './kill.ts';
import { CONTAINER_LIST } from './list.ts';
import { CONTAINER_LOGS } from './logs.ts';
import { CONTAINER_PAUSE } from './pause.ts';
import { CONTAINER_PORT } from './port.ts';
import { CONTAINER_PRUNE } from './prune.ts';
import { CONTAINER_REMOVE } from './remove.ts';
import { CONTAINER_RENAME } from './rename.ts';
import { CONTAINER_RESTART } from './restart.ts';
import { CONTAINER_RUN } from './run.ts';
import { CONTAINER_START } from './start.ts';
import { CONTAINER_STATS } from './stats.ts';
import { CONTAINER_STOP } from './stop.ts';
import { CONTAINER_TOP } from './top.ts';
import { CONTAINER_UNPAUSE } from './unpause.ts';
import { CONTAINER_UPDATE } from './update.ts';
import { CONTAINER_WAIT } from './wait.ts';

/** `docker container …`. @see docker/cli v28.2.2 cli/command/container/cmd.go */
export const CONTAINER_COMMANDS: readonly Command[] = [
  CONTAINER_ATTACH,
  CONTAINER_COMMIT,
  CONTAINER_COPY,
  CONTAINER_CREATE,
  CONTAINER_DIFF,
  CONTAINER_EXEC,
  CONTAINER_EXPORT,
  CONTAINER_INSPECT,
  CONTAINER_KILL,
  CONTAINER_LIST,
  CONTAINER_LOGS,
  CONTAINER_PAUSE,
  CONTAINER_PORT,
  CONTAINER_PRUNE,
  CONTAINER_REMOVE,
  CONTAINER_RENAME,
  CONTAINER_RESTART,
  CONTAINER_RUN,
  CONTAINER_START,
  CONTAINER_STATS,
  CONTAINER_STOP,
  CONTAINER_TOP,
  CONTAINER_UNPAUSE,
  CONTAINER_UPDATE,
  CONTAINER_WAIT,
];
