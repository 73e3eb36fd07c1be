import type { Command, CommandGroup } from './command.ts';
import { BUILDER_COMMANDS } from './commands/builder/builder-commands.ts';
import { BUILDX_COMMANDS } from './commands/buildx/buildx-commands.ts';
import { CHECKPOINT_COMMANDS } from './commands/checkpoint/checkpoint.data.ts';
import { CONFIG_COMMANDS } from './commands/config/config.data.ts';
import { CONTAINER_COMMANDS } from './commands/container/container-commands.ts';
import { CONTEXT_COMMANDS } from './commands/context/context-commands.ts';
import { IMAGE_COMMANDS } from './commands/image/image-commands.ts';
import { MANIFEST_COMMANDS } from './commands/manifest/manifest.data.ts';
import { NETWORK_COMMANDS } from './commands/network/network-commands.ts';
import { NODE_COMMANDS } from './commands/node/node.data.ts';
import { PLUGIN_COMMANDS } from './commands/plugin/plugin.data.ts';
import { LOGIN } from './commands/registry/login.ts';
import { LOGOUT } from './commands/registry/logout.ts';
import { SEARCH } from './commands/registry/search.ts';
import { SECRET_COMMANDS } from './commands/secret/secret.data.ts';
import { SERVICE_COMMANDS } from './commands/service/service.data.ts';
import { STACK_COMMANDS } from './commands/stack/stack.data.ts';
import { SWARM_COMMANDS } from './commands/swarm/swarm.data.ts';
import { INSPECT } from './commands/system/inspect.ts';
import { SYSTEM_COMMANDS } from './commands/system/system-commands.ts';
import { VERSION } from './commands/system/version.ts';
import { TRUST_COMMANDS, TRUST_GROUPS } from './commands/trust/trust.data.ts';
import { VOLUME_COMMANDS } from './commands/volume/volume-commands.ts';
import { SHORT_FORMS } from './short-forms.ts';

/** Where `docker --help` lists a group. */
export type Section = 'Management' | 'Swarm';

const section =
  (title: Section) =>
  (name: string, short: string, commands: readonly Command[], groups?: readonly CommandGroup[]) => ({
    section: title,
    name,
    short,
    commands,
    ...(groups ? { groups } : {}),
  });
const management = section('Management');
const swarm = section('Swarm');

/** The groups of commands right below `docker`. */
export const GROUPS: readonly (CommandGroup & { readonly section: Section })[] = [
  management('builder', 'Manage builds', BUILDER_COMMANDS),
  management('checkpoint', 'Manage checkpoints', CHECKPOINT_COMMANDS),
  management('container', 'Manage containers', CONTAINER_COMMANDS),
  management('context', 'Manage contexts', CONTEXT_COMMANDS),
  management('image', 'Manage images', IMAGE_COMMANDS),
  management('manifest', 'Manage manifests and manifest lists of images', MANIFEST_COMMANDS),
  management('network', 'Manage networks', NETWORK_COMMANDS),
  management('plugin', 'Manage plugins', PLUGIN_COMMANDS),
  management('system', 'Manage Docker', SYSTEM_COMMANDS),
  management('trust', 'Manage trust in images', TRUST_COMMANDS, TRUST_GROUPS),
  management('volume', 'Manage volumes', VOLUME_COMMANDS),
  swarm('config', 'Manage Swarm configs', CONFIG_COMMANDS),
  swarm('node', 'Manage Swarm nodes', NODE_COMMANDS),
  swarm('secret', 'Manage Swarm secrets', SECRET_COMMANDS),
  swarm('service', 'Manage Swarm services', SERVICE_COMMANDS),
  swarm('stack', 'Manage Swarm stacks', STACK_COMMANDS),
  swarm('swarm', 'Manage Swarm', SWARM_COMMANDS),
];

/** Of the plugins that a client usually has, the one whose commands are made like its own. They are in no list of the client itself. */
const BUILDX: CommandGroup = { name: 'buildx', short: 'Docker Buildx', commands: BUILDX_COMMANDS };

const TOP_LEVEL: readonly Command[] = [INSPECT, LOGIN, LOGOUT, SEARCH, VERSION];

export type Found =
  | {
      readonly kind: 'command';
      readonly path: string;
      readonly command: Command;
      readonly rest: readonly string[];
    }
  | {
      readonly kind: 'group';
      readonly path: string;
      readonly group: CommandGroup;
      readonly rest: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly path: string; readonly parent: string };

function named(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name));
}

/** The command or group that these words name; a group also where a flag or nothing follows. */
export function findCommand(words: readonly string[]): Found {
  const [first = ''] = words;
  const short = SHORT_FORMS[first];
  const command = short ? named(findGroup(short[0])?.commands ?? [], short[1]) : named(TOP_LEVEL, first);
  if (command) return { kind: 'command', path: first, command, rest: words.slice(1) };
  const group = findGroup(first);
  return group ? findWithin(group, first, words.slice(1)) : { kind: 'unknown', path: first, parent: '' };
}

function findGroup(name: string): CommandGroup | undefined {
  return name === BUILDX.name ? BUILDX : GROUPS.find((group) => group.name === name);
}

function findWithin(group: CommandGroup, path: string, words: readonly string[]): Found {
  const [next] = words;
  if (next === undefined || (next.startsWith('-') && next !== '-'))
    return { kind: 'group', path, group, rest: words };
  const command = named(group.commands, next);
  if (command) return { kind: 'command', path: `${path} ${command.name}`, command, rest: words.slice(1) };
  const inner = group.groups?.find(({ name }) => name === next);
  if (inner) return findWithin(inner, `${path} ${next}`, words.slice(1));
  return { kind: 'unknown', path: `${path} ${next}`, parent: path };
}

/** Every way to call a command, as its help lists them. */
export function aliasesOf(command: Command): string[] {
  const names = GROUPS.flatMap((group) =>
    group.commands.includes(command)
      ? [command.name, ...(command.aliases ?? [])].map((name) => `${group.name} ${name}`)
      : [],
  );
  const shorts = Object.keys(SHORT_FORMS).filter((name) => findShort(name) === command);
  const [own, ...others] = names.sort((a, b) => Number(isBuilder(a)) - Number(isBuilder(b)));
  if (own === undefined) return [command.name];
  const [same, builder] = [others.filter((name) => !isBuilder(name)), others.filter(isBuilder)];
  return [own, ...same, ...shorts, ...builder];
}

/** `docker builder build` is the last of the names of `docker image build`. */
const isBuilder = (name: string): boolean => name.startsWith('builder ');

function findShort(name: string): Command | undefined {
  const [group, command] = SHORT_FORMS[name] ?? ['', ''];
  return named(findGroup(group)?.commands ?? [], command);
}

/** Commands and groups with their short descriptions: for `docker --help` and completion. */
export function topLevel(): { name: string; short: string; section?: Section; flags: readonly string[] }[] {
  const single = (name: string, command: Command) => ({
    name,
    short: command.short,
    flags: flagNames(command),
  });
  const shorts = Object.keys(SHORT_FORMS).flatMap((name) => {
    const command = findShort(name);
    return command ? [single(name, command)] : [];
  });
  const groups = GROUPS.map(({ name, short, section: title }) => ({
    name,
    short,
    section: title,
    flags: [],
  }));
  return [...shorts, ...TOP_LEVEL.map((command) => single(command.name, command)), ...groups];
}

/** Names after a group's own. */
export function subcommands(group: CommandGroup): readonly { name: string; short: string }[] {
  return [...(group.groups ?? []), ...group.commands];
}

export function flagNames({ flags }: Pick<Command, 'flags'>): string[] {
  return flags
    .filter((flag) => flag.hidden !== true)
    .flatMap((flag) => [`--${flag.name}`, ...(flag.short ? [`-${flag.short}`] : [])]);
}

/** Every command once, by the path of its group; those right below `docker` by their own name. */
export function allCommands(): { readonly path: string; readonly command: Command }[] {
  const within = (group: CommandGroup, path: string): { path: string; command: Command }[] => [
    ...group.commands.map((command) => ({ path: `${path} ${command.name}`, command })),
    ...(group.groups ?? []).flatMap((inner) => within(inner, `${path} ${inner.name}`)),
  ];
  return [
    ...TOP_LEVEL.map((command) => ({ path: command.name, command })),
    ...GROUPS.flatMap((group) => within(group, group.name)),
    ...within(BUILDX, BUILDX.name),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
