import type { SystemVersion } from '../../../api/system-types.ts';
import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { printTyped, toGoType, type GoType } from '../../format/typed-object.ts';

/** Prints the versions of client and daemon. @see docker/cli v28.2.2 cli/command/system/version.go */
export const VERSION: Command = {
  name: 'version',
  use: '[OPTIONS]',
  short: 'Show the Docker version information',
  args: NO_ARGUMENTS,
  flags: [OBJECT_FORMAT],
  run: async ({ proc, flags, api }) => {
    const server = await (await api()).SystemVersion();
    const versions = { Client: CLIENT, Server: server };
    const format = flags.string('format');
    if (format) await printTyped(proc, format, toGoType(versions, VERSIONS), 'version');
    else await proc.out(versionText(server));
    return 0;
  },
};

/** The types of the client: their fields are not called as in their JSON. */
const VERSIONS: GoType = {
  name: 'system.versionInfo',
  fields: {
    Client: { name: 'system.clientVersion', renamed: { ApiVersion: 'APIVersion' } },
    Server: {
      name: '*types.Version',
      renamed: { ApiVersion: 'APIVersion' },
      omitted: { Experimental: false },
    },
  },
};

/** What this client says of itself. */
const CLIENT = {
  Version: '28.2.2',
  ApiVersion: '1.50',
  DefaultAPIVersion: '1.50',
  GitCommit: 'e6534b4',
  GoVersion: 'go1.24.3',
  Os: 'linux',
  Arch: 'amd64',
  BuildTime: 'Fri May 30 12:07:28 2025',
  Context: 'default',
} as const;

function versionText(server: SystemVersion): string {
  return `Client: Docker Engine - Community
 Version:           ${CLIENT.Version}
 API version:       ${CLIENT.ApiVersion}
 Go version:        ${CLIENT.GoVersion}
 Git commit:        ${CLIENT.GitCommit}
 Built:             ${CLIENT.BuildTime}
 OS/Arch:           linux/amd64
 Context:           default

Server: ${server.Platform.Name}
 Engine:
  Version:          ${server.Version}
  API version:      ${server.ApiVersion} (minimum version ${server.MinAPIVersion})
  Go version:       ${server.GoVersion}
  Git commit:       ${server.GitCommit}
  Built:            Fri May 30 12:07:35 2025
  OS/Arch:          linux/amd64
  Experimental:     false
${server.Components.slice(1).map(componentText).join('')}`;
}

/** One of the daemon's helpers. */
function componentText({ Name, Version, Details }: SystemVersion['Components'][number]): string {
  const details = Object.entries(Details).map(([name, value]) => `  ${`${name}:`.padEnd(17)} ${value}\n`);
  return ` ${Name}:\n  ${'Version:'.padEnd(17)} ${Version}\n${details.join('')}`;
}
