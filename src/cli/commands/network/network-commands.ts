import type { Command } from '../../command.ts';
import { NETWORK_CONNECT } from './connect.ts';
import { NETWORK_CREATE } from './create.ts';
import { NETWORK_DISCONNECT } from './disconnect.ts';
import { NETWORK_INSPECT } from './inspect.ts';
import { NETWORK_LIST } from './list.ts';
import { NETWORK_PRUNE } from './prune.ts';
import { NETWORK_REMOVE } from './remove.ts';

/** `docker network …`. @see docker/cli v28.2.2 cli/command/network/cmd.go */
export const NETWORK_COMMANDS: readonly Command[] = [
  NETWORK_CONNECT,
  NETWORK_CREATE,
  NETWORK_DISCONNECT,
  NETWORK_INSPECT,
  NETWORK_LIST,
  NETWORK_PRUNE,
  NETWORK_REMOVE,
];
