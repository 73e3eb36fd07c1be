import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { currentContext, daemonHost } from '../../connect.ts';
import { DEFAULT_CONTEXT, findContext, HOST_OVERRIDES } from '../../context-store.ts';
import { flag } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';

const HEADERS = {
  Description: 'DESCRIPTION',
  DockerEndpoint: 'DOCKER ENDPOINT',
  Error: 'ERROR',
  Name: 'NAME',
} as const;

/** Prints the contexts. @see docker/cli v28.2.2 cli/command/context/list.go */
export const CONTEXT_LIST: Command = {
  name: 'ls',
  aliases: ['list'],
  use: '[OPTIONS]',
  short: 'List contexts',
  args: NO_ARGUMENTS,
  flags: [
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('quiet', 'q', 'bool', 'Print only names'),
  ],
  run: async ({ proc, flags }) => {
    const current = currentContext(proc);
    // One that is meant and not there is shown too.
    const names = [...new Set([DEFAULT_CONTEXT, current])].sort();
    if (flags.bool('quiet')) {
      await proc.out(names.map((name) => `${name}\n`).join(''));
      return 0;
    }
    const rows = names.map((name) => rowOf(proc, name, name === current));
    const layout = {
      columns: ['Name', 'Description', 'DockerEndpoint', 'Error'],
      headers: HEADERS,
      json: [...Object.keys(HEADERS), 'Current'],
      typeName: '*formatter.clientContextContext',
      source: '{{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}',
    };
    await proc.out(formatList(flags.string('format'), layout, rows));
    if (proc.env.get('DOCKER_HOST')) await proc.err(HOST_OVERRIDES);
    return 0;
  },
};

/** Most characters of an error in the table. */
const ERROR_WIDTH = 45;

function rowOf(proc: Process, name: string, isCurrent: boolean): RowFields {
  const error = errorOf(proc, name);
  const isThere = error === '';
  return {
    Current: () => isCurrent,
    Description: () => (isThere ? 'Current DOCKER_HOST based configuration' : ''),
    DockerEndpoint: () => (isThere ? daemonHost(proc) : ''),
    Error: () => (error.length > ERROR_WIDTH ? `${error.slice(0, ERROR_WIDTH - 1)}…` : error),
    Name: () => name,
  };
}

function errorOf(proc: Process, name: string): string {
  try {
    findContext(proc, name);
    return '';
  } catch (error) {
    if (error instanceof CliError) return error.message;
    throw error;
  }
}
