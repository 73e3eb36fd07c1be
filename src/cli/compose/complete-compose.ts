import { flagNames } from '../command-tree.ts';
import { flagAwaiting } from '../flags/flag-awaiting.ts';
import { COMPOSE_COMMANDS, findComposeCommand } from './compose-commands.ts';
import { COMPOSE_FLAGS } from './compose-flags.ts';

/** Candidates for the last word of `docker compose …`: commands and flags. Simplified: the real one also names services. */
export function completeCompose(before: readonly string[], current: string): string[] {
  let awaits = false;
  for (const [index, word] of before.entries()) {
    if (awaits) awaits = false;
    else if (/^-./.test(word)) awaits = flagAwaiting(COMPOSE_FLAGS, word) !== undefined;
    else return completeFlags(word, before.slice(index + 1), current);
  }
  if (awaits) return [];
  return current.startsWith('-')
    ? flagNames({ flags: COMPOSE_FLAGS })
    : COMPOSE_COMMANDS.map(({ name }) => name);
}

function completeFlags(name: string, rest: readonly string[], current: string): string[] {
  const command = findComposeCommand(name);
  const last = rest.at(-1) ?? '';
  const isValue = command && last.startsWith('-') && flagAwaiting(command.flags, last) !== undefined;
  return command && !isValue && current.startsWith('-') ? flagNames(command) : [];
}
