import {
  openCommandSession,
  type CommandResult,
  type CommandSession,
  type SessionOptions,
} from './run-commands.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/** One bash on each machine of a world. */
export interface MachineSessions {
  /**
   * `@node2 docker ps` runs on that machine, `@cut node2` and `@plug node2` pull its cable and plug it in again, everything else runs on the first one.
   * @returns nothing for what is done to a cable
   * @throws Error for a machine that there is not
   */
  run(line: string): Promise<CommandResult | undefined>;
  /** Set once `exit` was called on the first machine. */
  readonly exited: number | undefined;
}

export function openSessions(world: World, options: SessionOptions): MachineSessions {
  const [first] = world.machines;
  const sessions = new Map<Machine, CommandSession>();
  const sessionOn = (machine: Machine): CommandSession => {
    const session = sessions.get(machine) ?? openCommandSession(world, machine, options);
    sessions.set(machine, session);
    return session;
  };
  const named = (name: string): Machine => {
    const machine = world.machines.find((each) => each.name === name);
    if (!machine) throw new Error(`there is no machine ${name}`);
    return machine;
  };
  return {
    get exited() {
      return sessions.get(first)?.exited;
    },
    run: async (line) => {
      const [, cable, end = ''] = /^@(cut|plug)\s+(\S+)\s*$/.exec(line) ?? [];
      if (cable) {
        world.lan.setLink(addressOf(named(end)), cable === 'plug');
        return undefined;
      }
      const [, name, command] = /^@(\S+)\s+([^]*)$/.exec(line) ?? [];
      const machine = name === undefined ? first : named(name);
      return sessionOn(machine).run({ command: command ?? line });
    },
  };
}

function addressOf({ kernel }: Machine): string {
  return kernel.hostNetwork.interfaces.find(({ name }) => name === 'eth0')?.address ?? '';
}
