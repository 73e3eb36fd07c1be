import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { daemonHost } from '../../connect.ts';
import { DEFAULT_CONTEXT } from '../../context-store.ts';
import { flag } from '../../flags/flag.ts';
import { formatList } from '../../format/list-format.ts';

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
    if (flags.bool('quiet')) {
      await proc.out(`${DEFAULT_CONTEXT}\n`);
      return 0;
    }
    const row = {
      Current: () => true,
      Description: () => 'Current DOCKER_HOST based configuration',
      DockerEndpoint: () => daemonHost(proc),
      Error: () => '',
      Name: () => DEFAULT_CONTEXT,
    };
    const layout = {
      columns: ['Name', 'Description', 'DockerEndpoint', 'Error'],
      headers: HEADERS,
      json: [...Object.keys(HEADERS), 'Current'],
      typeName: '*formatter.clientContextContext',
      source: '{{.Name}}{{if .Current}} *{{end}}\t{{.Description}}\t{{.DockerEndpoint}}\t{{.Error}}',
    };
    await proc.out(formatList(flags.string('format'), layout, [row]));
    return 0;
  },
};
