import type { Command, CommandGroup } from './command.ts';
import { CONTAINER_COMMANDS } from './commands/container/container-commands.ts';
import { IMAGE_COMMANDS } from './commands/image/image-commands.ts';
import { NETWORK_COMMANDS } from './commands/network/network-commands.ts';
import { SYSTEM_EVENTS } from './commands/system/events.ts';
import { SYSTEM_INFO } from './commands/system/info.ts';
import { INSPECT } from './commands/system/inspect.ts';
import { SYSTEM_COMMANDS } from './commands/system/system-commands.ts';
import { VERSION } from './commands/system/version.ts';
import { VOLUME_COMMANDS } from './commands/volume/volume-commands.ts';
import { commandRows } from './flags/help.ts';
import { SHORT_FORMS } from './short-forms.ts';

const GROUPS: readonly CommandGroup[] = [
  { name: 'container', short: 'Manage containers', commands: CONTAINER_COMMANDS },
  { name: 'image', short: 'Manage images', commands: IMAGE_COMMANDS },
  { name: 'network', short: 'Manage networks', commands: NETWORK_COMMANDS },
  { name: 'system', short: 'Manage Docker', commands: SYSTEM_COMMANDS },
  { name: 'volume', short: 'Manage volumes', commands: VOLUME_COMMANDS },
];

const TOP_LEVEL: readonly Command[] = [INSPECT, VERSION, SYSTEM_INFO, SYSTEM_EVENTS];

export type Found =
  | {
      readonly kind: 'command';
      readonly path: string;
      readonly command: Command;
      readonly rest: readonly string[];
    }
  | { readonly kind: 'group'; readonly group: CommandGroup }
  | { readonly kind: 'unknown'; readonly path: string; readonly parent: string };

function named(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name));
}

/** The command that these words name. */
export function findCommand(words: readonly string[]): Found {
  const [first = '', second, ...others] = words;
  const short = SHORT_FORMS[first];
  const target = short
    ? named(GROUPS.find((group) => group.name === short[0])?.commands ?? [], short[1])
    : named(TOP_LEVEL, first);
  if (target) return { kind: 'command', path: first, command: target, rest: words.slice(1) };
  const group = GROUPS.find((candidate) => candidate.name === first);
  if (!group) return { kind: 'unknown', path: first, parent: '' };
  if (second === undefined || second === '--help' || second === '-h') return { kind: 'group', group };
  const command = named(group.commands, second);
  if (!command) return { kind: 'unknown', path: `${first} ${second}`, parent: first };
  return { kind: 'command', path: `${first} ${command.name}`, command, rest: others };
}

/** Every way to call a command, as its help lists them. */
export function aliasesOf(command: Command): string[] {
  const group = GROUPS.find((candidate) => candidate.commands.includes(command));
  if (!group) return [command.name];
  const short = Object.entries(SHORT_FORMS).find(
    ([, [groupName, name]]) => groupName === group.name && name === command.name,
  )?.[0];
  return [
    ...[command.name, ...(command.aliases ?? [])].map((name) => `${group.name} ${name}`),
    ...(short ? [short] : []),
  ];
}

/** Commands and groups with their short descriptions: for `docker --help` and completion. */
export function topLevel(): { name: string; short: string; isGroup: boolean; flags: readonly string[] }[] {
  const shorts = Object.entries(SHORT_FORMS).flatMap(([name, [group, target]]) => {
    const command = named(GROUPS.find((candidate) => candidate.name === group)?.commands ?? [], target);
    return command ? [{ name, short: command.short, isGroup: false, flags: flagNames(command) }] : [];
  });
  const singles = TOP_LEVEL.map((command) => ({
    name: command.name,
    short: command.short,
    isGroup: false,
    flags: flagNames(command),
  }));
  const groups = GROUPS.map((group) => ({ name: group.name, short: group.short, isGroup: true, flags: [] }));
  return [...shorts, ...singles, ...groups];
}

export function subcommands(group: string): readonly Command[] {
  return GROUPS.find((candidate) => candidate.name === group)?.commands ?? [];
}

export function flagNames(command: Command): string[] {
  return command.flags.flatMap((flag) => [`--${flag.name}`, ...(flag.short ? [`-${flag.short}`] : [])]);
}

const COMMON = ['run', 'exec', 'ps', 'build', 'pull', 'push', 'images', 'version', 'info'];

/** `docker --help`. */
export function rootHelp(): string {
  const all = topLevel();
  const common = COMMON.map((name) => all.find((entry) => entry.name === name)).filter(
    (entry) => entry !== undefined,
  );
  const rows = common.map(({ name, short }) => `  ${name.padEnd(12)}${short}\n`).join('');
  const others = all.filter((entry) => !entry.isGroup && !COMMON.includes(entry.name));
  return `Usage:  docker [OPTIONS] COMMAND

A self-sufficient runtime for containers

Common Commands:
${rows}
Management Commands:
${commandRows(all.filter((entry) => entry.isGroup))}
Commands:
${commandRows(others)}
Run 'docker COMMAND --help' for more information on a command.
`;
}
