import type { EngineApi } from '../api/engine-api.ts';
import { findCommand, flagNames, subcommands, topLevel } from './command-tree.ts';
import type { Command } from './command.ts';
import { completeCompose } from './compose/complete-compose.ts';
import { flagAwaiting } from './flags/flag-awaiting.ts';
import type { Flag } from './flags/flag.ts';

/** Commands that are for running containers only. */
const RUNNING = new Set(['exec', 'stop', 'kill', 'pause', 'attach', 'top', 'port']);

/** Candidates for the last of these words, the first of which is `docker`. */
export async function completeDocker(words: readonly string[], api: EngineApi): Promise<string[]> {
  const before = words.slice(1, -1);
  const current = words.at(-1) ?? '';
  if (before.length === 0) return [...topLevel().map((entry) => entry.name), 'compose'];
  if (before[0] === 'compose') return completeCompose(before.slice(1), current);
  const found = findCommand(before);
  if (found.kind === 'group') return subcommands(found.group).map((command) => command.name);
  if (found.kind === 'unknown') return [];
  return completeArgument(found.command, found.rest, current, api);
}

async function completeArgument(
  command: Command,
  rest: readonly string[],
  current: string,
  api: EngineApi,
): Promise<string[]> {
  const { position, valueOf } = placeOf(command, rest);
  if (valueOf) return valuesOf(valueOf, api);
  const assigned = /^--([\w-]+)=/.exec(current);
  const flag = assigned && command.flags.find(({ name }) => name === assigned[1]);
  if (flag) return (await valuesOf(flag, api)).map((value) => `--${flag.name}=${value}`);
  const endsFlags = command.interspersed === false && position > 0;
  if (current.startsWith('-') && !endsFlags) return flagNames(command);
  return namesFor(argumentName(command, position), command.name, current, api);
}

/** How many arguments stand before the cursor, or the flag whose value is to come there. */
function placeOf(command: Command, rest: readonly string[]): { position: number; valueOf: Flag | undefined } {
  let position = 0;
  let valueOf: Flag | undefined;
  for (const word of rest) {
    const isFlag = /^-./.test(word) && !(command.interspersed === false && position > 0);
    if (valueOf) valueOf = undefined;
    else if (isFlag) valueOf = flagAwaiting(command.flags, word);
    else position++;
  }
  return { position, valueOf };
}

/** The word of the usage line for the argument in this place; the last one may repeat. */
function argumentName({ use }: Command, position: number): string {
  const names = (use.split('\n')[0] ?? '').split(' ').filter((word) => word !== '[OPTIONS]');
  return names[position] ?? (names.at(-1)?.includes('...') ? (names.at(-1) ?? '') : '');
}

async function valuesOf({ name }: Flag, api: EngineApi): Promise<string[]> {
  if (name === 'network') return networks(api);
  if (name === 'volumes-from' || name === 'link') return containers(api, true);
  if (name === 'volume') return (await volumes(api)).map((volume) => `${volume}:`);
  if (name === 'restart') return ['always', 'no', 'on-failure', 'unless-stopped'];
  return [];
}

async function namesFor(
  argument: string,
  command: string,
  current: string,
  api: EngineApi,
): Promise<string[]> {
  if (argument.includes('NAME|ID'))
    return [containers(api, true), images(api, current), networks(api), volumes(api)].reduce(
      async (all, more) => [...(await all), ...(await more)],
    );
  if (argument.includes('CONTAINER:')) return (await containers(api, true)).map((name) => `${name}:`);
  if (argument.includes('CONTAINER')) return containers(api, !RUNNING.has(command));
  if (/IMAGE|REPOSITORY|NAME\[:TAG/.test(argument)) return images(api, current);
  if (argument.includes('NETWORK')) return networks(api);
  return argument.includes('VOLUME') ? volumes(api) : [];
}

async function containers(api: EngineApi, all: boolean): Promise<string[]> {
  return (await api.ContainerList({ all })).flatMap(({ Names }) => Names.map((name) => name.slice(1)));
}

/** `alpine` for `alpine:latest`, unless a tag was begun. */
async function images(api: EngineApi, current: string): Promise<string[]> {
  const tags = (await api.ImageList()).flatMap(({ RepoTags }) => RepoTags ?? []);
  return current.includes(':') ? tags : tags.map((tag) => tag.replace(/:latest$/, ''));
}

async function networks(api: EngineApi): Promise<string[]> {
  return (await api.NetworkList()).map(({ Name }) => Name);
}

async function volumes(api: EngineApi): Promise<string[]> {
  return (await api.VolumeList()).Volumes.map(({ Name }) => Name);
}
