import { tableOf } from '../lib/table.ts';
import type { EngineApi } from '../api/engine-api.ts';
import { SIGNALS } from '../kernel/signals.ts';
import { findCommand, flagNames, subcommands, topLevel } from './command-tree.ts';
import type { Command } from './command.ts';
import {
  configs,
  containers,
  images,
  networks,
  nodes,
  secrets,
  services,
  stacks,
  volumes,
} from './completion-names.ts';
import { completeCompose } from './compose/complete-compose.ts';
import { flagAwaiting } from './flags/flag-awaiting.ts';
import type { Flag } from './flags/flag.ts';

/** Commands that are for running containers only. */
const RUNNING = new Set(['exec', 'stop', 'kill', 'pause', 'attach', 'top', 'port']);

/** Candidates for the last of these words, the first of which is `docker`. */
export async function completeDocker(words: readonly string[], api: EngineApi): Promise<string[]> {
  const before = words.slice(1, -1);
  const current = words.at(-1) ?? '';
  if (before.length === 0) return [...topLevel().map((entry) => entry.name), 'buildx', 'compose'];
  if (before[0] === 'compose') return completeCompose(before.slice(1), current, api);
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
  if (valueOf) return [...(await valuesOf(valueOf, api))];
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

/** Values of flags that have few. */
const CHOICES: Readonly<Record<string, readonly string[]>> = tableOf({
  availability: ['active', 'drain', 'pause'],
  'endpoint-mode': ['dnsrr', 'vip'],
  'log-driver': ['json-file', 'local', 'none'],
  mode: ['global', 'global-job', 'replicated', 'replicated-job'],
  platform: ['linux/amd64', 'linux/arm64'],
  progress: ['auto', 'plain', 'quiet', 'tty'],
  pull: ['always', 'missing', 'never'],
  restart: ['always', 'no', 'on-failure', 'unless-stopped'],
  'restart-condition': ['any', 'none', 'on-failure'],
  role: ['manager', 'worker'],
  signal: SIGNALS,
  'stop-signal': SIGNALS,
  'update-order': ['start-first', 'stop-first'],
});

async function valuesOf({ name }: Flag, api: EngineApi): Promise<readonly string[]> {
  if (name === 'network' || name === 'network-add' || name === 'network-rm') return networks(api);
  if (name === 'volumes-from' || name === 'link') return containers(api, true);
  if (name === 'volume') return (await volumes(api)).map((volume) => `${volume}:`);
  if (/^secret(-add|-rm)?$/.test(name)) return secrets(api);
  if (/^config(-add|-rm)?$/.test(name)) return configs(api);
  return CHOICES[name] ?? [];
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
  // What is to be made has no name yet.
  if (command === 'create') return [];
  if (argument.includes('SERVICE=')) return (await services(api)).map((name) => `${name}=`);
  const [, list] = Object.entries(LISTS).find(([word]) => argument.includes(word)) ?? [];
  return list?.(api) ?? [];
}

/** Words of usage lines, and what stands for them. */
const LISTS: Readonly<Record<string, (api: EngineApi) => Promise<string[]>>> = {
  NETWORK: networks,
  VOLUME: volumes,
  SERVICE: services,
  'self|NODE': async (api) => ['self', ...(await nodes(api))],
  NODE: nodes,
  SECRET: secrets,
  CONFIG: configs,
  STACK: stacks,
};
