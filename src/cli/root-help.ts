import { topLevel } from './command-tree.ts';
import { commandRows, flagUsages } from './flags/help.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';

const COMMON = ['run', 'exec', 'ps', 'build', 'pull', 'push', 'images', 'login', 'logout', 'search', 'version', 'info']; // prettier-ignore

/** `docker --help`. */
export function rootHelp(): string {
  const all = topLevel();
  const common = COMMON.flatMap((name) => all.filter((entry) => entry.name === name && !entry.section));
  const others = all.filter((entry) => !entry.section && !COMMON.includes(entry.name));
  return `Usage:  docker [OPTIONS] COMMAND

A self-sufficient runtime for containers

Common Commands:
${common.map(({ name, short }) => `  ${name.padEnd(12)}${short}\n`).join('')}
Management Commands:
${commandRows(all.filter((entry) => entry.section === 'Management'))}
Swarm Commands:
${commandRows(all.filter((entry) => entry.section === 'Swarm'))}
Commands:
${commandRows(others)}
Global Options:
${flagUsages(GLOBAL_FLAGS)}
Run 'docker COMMAND --help' for more information on a command.

For more help on how to use Docker, head to https://docs.docker.com/go/guides/
`;
}
