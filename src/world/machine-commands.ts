import {
  openCommandSession,
  type CommandResult,
  type CommandSession,
  type SessionOptions,
} from './run-commands.ts';
import type { Machine } from './machine.ts';
import { readScriptLine, type ScriptLine } from '../lib/script-line.ts';
import type { World } from './world.ts';

/** One bash on each machine of a world. */
export interface MachineSessions {
  /**
   * `@node2 docker ps` runs on that machine, `@cut node2` and `@plug node2` pull its cable and plug it in again, `@off node2` and `@on node2` its power; everything
   * else runs on the first one.
   * @returns nothing for what is done to a machine from outside
   * @throws Error for a machine that there is not
   */
  run(line: string): Promise<CommandResult | undefined>;
  /** Set once `exit` was called on the first machine. */
  readonly exited: number | undefined;
}

export function openSessions(world: World, options: SessionOptions): MachineSessions {
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
      return sessions.get(world.machines[0])?.exited;
    },
    run: async (line) => {
      const { command, machine: name, deed } = readScriptLine(line);
      if (deed && name !== undefined) return doDeed(world, name, deed);
      const machine = name === undefined ? world.machines[0] : named(name);
      return sessionOn(machine).run({ command });
    },
  };
}

/** Power and cable of a machine. @throws Error for a machine that there is not */
export function doDeed(
  world: Pick<World, 'setLink' | 'setPower'>,
  name: string,
  deed: NonNullable<ScriptLine['deed']>,
): undefined {
  if (deed === 'plug' || deed === 'unplug') world.setLink(name, deed === 'plug');
  else world.setPower(name, deed === 'on');
  return undefined;
}
