import type { Command, CommandGroup } from '../command.ts';
import type { Flag } from './flag.ts';

const WIDTH = 80;

/** `Usage:  docker ps [OPTIONS]` and its further forms. */
export function usageLine(path: string, command: Pick<Command, 'use'>): string {
  const [first = '', ...others] = command.use.split('\n');
  return [
    `Usage:  docker ${path}${first === '' ? '' : ` ${first}`}`,
    ...others.map((other) => `\t${other}`),
  ].join('\n');
}

/** `--help` of a command. @see docker/cli v28 cli/cobra.go */
export function commandHelp(
  path: string,
  command: Pick<Command, 'use' | 'short' | 'flags'>,
  aliases: readonly string[],
): string {
  const parts = [`${usageLine(path, command)}\n\n${command.short}\n`];
  if (aliases.length > 1) parts.push(`Aliases:\n  ${aliases.map((alias) => `docker ${alias}`).join(', ')}\n`);
  if (command.flags.length) parts.push(`Options:\n${flagUsages(command.flags)}`);
  return parts.join('\n');
}

/** `docker GROUP`. */
export function groupHelp(path: string, group: CommandGroup): string {
  const inner = group.groups ? `Management Commands:\n${commandRows(group.groups)}\n` : '';
  return `Usage:  docker ${path} COMMAND\n\n${group.short}\n\n${inner}Commands:\n${commandRows(group.commands)}\nRun 'docker ${path} COMMAND --help' for more information on a command.\n`;
}

export function commandRows(commands: readonly { name: string; short: string }[]): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  return [...commands]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, short }) => `  ${name.padEnd(Math.max(width, 12))}${short}\n`)
    .join('');
}

const TYPE_WORDS: Partial<Record<Flag['type'], string>> = { bool: '', int64: 'int' };

/** As pflag words it: strings in quotes. */
function defaultWords({ type, default: value }: Flag): string {
  if (value === undefined) return '';
  return ` (default ${type === 'string' ? JSON.stringify(value) : value})`;
}

/** A row for each flag, its help in a column of its own. @see spf13/pflag FlagUsagesWrapped */
export function flagUsages(flags: readonly Flag[]): string {
  const rows = flags
    .filter((flag) => flag.hidden !== true)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((flag) => {
      const type = TYPE_WORDS[flag.type] ?? flag.type;
      const left = `${flag.short ? `  -${flag.short}, ` : '      '}--${flag.name}${type ? ` ${type}` : ''}`;
      return { left, help: flag.help + defaultWords(flag) };
    });
  const column = Math.max(...rows.map((row) => row.left.length)) + 3;
  return rows
    .map(
      ({ left, help }) =>
        `${left.padEnd(column)}${wrap(help, WIDTH - column).join(`\n${' '.repeat(column)}`)}\n`,
    )
    .join('');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
