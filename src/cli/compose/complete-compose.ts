import type { EngineApi } from '../../api/engine-api.ts';
import { flagNames } from '../command-tree.ts';
import { flagAwaiting } from '../flags/flag-awaiting.ts';
import { composeServices } from '../completion-names.ts';
import { COMPOSE_COMMANDS, findComposeCommand } from './compose-commands.ts';
import { COMPOSE_FLAGS } from './compose-flags.ts';

/**
 * Candidates for the last word of `docker compose …`: commands, flags and services. Simplified: it names services that have a container, of all projects; the
 * real one reads the project's file.
 */
export async function completeCompose(
  before: readonly string[],
  current: string,
  api: EngineApi,
): Promise<string[]> {
  let awaits = false;
  for (const [index, word] of before.entries()) {
    if (awaits) awaits = false;
    else if (/^-./.test(word)) awaits = flagAwaiting(COMPOSE_FLAGS, word) !== undefined;
    else return completeRest(word, before.slice(index + 1), current, api);
  }
  if (awaits) return [];
  return current.startsWith('-')
    ? flagNames({ flags: COMPOSE_FLAGS })
    : COMPOSE_COMMANDS.map(({ name }) => name);
}

async function completeRest(
  name: string,
  rest: readonly string[],
  current: string,
  api: EngineApi,
): Promise<string[]> {
  const command = findComposeCommand(name);
  const last = rest.at(-1) ?? '';
  const isValue = command && last.startsWith('-') && flagAwaiting(command.flags, last) !== undefined;
  if (!command || isValue) return [];
  if (current.startsWith('-')) return flagNames(command);
  const takesOne = /SERVICE(?!\.\.\.)/.test(command.use) && !command.use.includes('SERVICE...');
  const hasOne = rest.some((word) => !word.startsWith('-'));
  if (!command.use.includes('SERVICE') || (takesOne && hasOne)) return [];
  const services = await composeServices(api);
  return command.use.includes('SERVICE:') ? services.map((service) => `${service}:`) : services;
}
