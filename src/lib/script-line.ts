import { tableOf } from './table.ts';

/** What can be done to a machine from outside of it. */
type HardwareDeed = 'off' | 'on' | 'unplug' | 'plug';

/** One command of a script for several machines. */
export interface ScriptLine {
  /** What is typed; for a deed the line itself. */
  readonly command: string;
  /** The first one unless given. */
  readonly machine?: string;
  /** Nothing is typed: this happens to the machine. */
  readonly deed?: HardwareDeed;
  /** It has JOIN_TOKEN: the world knows what is typed in its place. */
  readonly needsToken?: true;
}

const DEEDS: Readonly<Record<string, HardwareDeed>> = tableOf({
  off: 'off',
  on: 'on',
  cut: 'unplug',
  plug: 'plug',
});

/** Stands in a command for what another machine needs to join the swarm of the first. */
export const JOIN_TOKEN = 'JOIN_TOKEN';

/**
 * Reads a command of a script: `@node2 docker ps` is for that machine, `@cut node2` and `@plug node2` are about its cable, `@off node2` and `@on node2` about its power;
 * everything else is for the first machine.
 */
export function readScriptLine(line: string): ScriptLine {
  const [, what = '', end] = /^@(cut|plug|off|on)\s+(\S+)\s*(?:#.*)?$/.exec(line) ?? [];
  const deed = DEEDS[what];
  if (deed && end !== undefined) return { command: line, machine: end, deed };
  const [, machine, command] = /^@(\S+)\s+([^]*)$/.exec(line) ?? [];
  const token = needsToken(line);
  return machine !== undefined && command !== undefined
    ? { command, machine, ...token }
    : { command: line, ...token };
}

/** A command that says `# fails` is meant to fail: the proof of a lesson asks for it. */
export const isToFail = (command: string): boolean => TO_FAIL.test(command);

/** A command without what it says to the proof of a lesson. */
export const asTyped = (command: string): string => command.replace(TO_FAIL, '');

const TO_FAIL = /\s*# fails$/m;

/** What a command says of itself that is not typed as it is written. */
export const needsToken = (command: string): { needsToken?: true } =>
  command.includes(JOIN_TOKEN) ? { needsToken: true } : {};
