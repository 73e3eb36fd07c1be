import { nodeHost } from '../../src/host/node.ts';
import { openCommandSession, type CommandSession } from '../../src/world/run-commands.ts';
import { createWorld } from '../../src/world/world.ts';

/** A shell on the machine of a fresh world in virtual time; what goes wrong in the simulator fails the test. */
export function openTestSession(cwd: string, seed = 1, onNotice?: (text: string) => void): CommandSession {
  const world = createWorld({
    host: nodeHost,
    seed,
    mode: 'virtual',
    ...(onNotice ? { onNotice } : {}),
    onError: (error) => {
      throw error;
    },
  });
  return openCommandSession(world, world.machines[0], { cwd });
}
