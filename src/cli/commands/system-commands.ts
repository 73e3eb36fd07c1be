import type { EventMessage } from '../../api/system-types.ts';
import { formatBinarySize, formatHumanSize } from '../../lib/human-size.ts';
import { CliError } from '../cli-error.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatTable } from '../format/table.ts';
import { goJson, parseTemplate } from '../format/template.ts';
import { confirm } from './each.ts';

const FORMAT = flag('format', 'f', 'string', 'Format with a Go template, or json');

export const VERSION: Command = {
  name: 'version',
  use: '[OPTIONS]',
  short: 'Show the Docker version information',
  args: NO_ARGUMENTS,
  flags: [FORMAT],
  run: async ({ proc, flags, api }) => {
    const client = {
      Version: '28.2.2',
      ApiVersion: '1.50',
      DefaultAPIVersion: '1.50',
      GitCommit: 'e6534b4',
      GoVersion: 'go1.24.3',
      Os: 'linux',
      Arch: 'amd64',
      BuildTime: 'Fri May 30 12:07:28 2025',
      Context: 'default',
    };
    const server = await (await api()).SystemVersion();
    const format = flags.string('format');
    if (format === 'json') await proc.out(`${goJson({ Client: client, Server: server })}\n`);
    else if (format !== undefined)
      await proc.out(`${parseTemplate(format).execute({ Client: client, Server: server })}\n`);
    else {
      await proc.out(`Client: Docker Engine - Community
 Version:           ${client.Version}
 API version:       ${client.ApiVersion}
 Go version:        ${client.GoVersion}
 Git commit:        ${client.GitCommit}
 Built:             ${client.BuildTime}
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
`);
    }
    return 0;
  },
};

export const INFO: Command = {
  name: 'info',
  use: '[OPTIONS]',
  short: 'Display system-wide information',
  args: NO_ARGUMENTS,
  flags: [FORMAT],
  run: async ({ proc, flags, api }) => {
    const info = await (await api()).SystemInfo();
    const format = flags.string('format');
    if (format === 'json') await proc.out(`${goJson(info)}\n`);
    else if (format !== undefined) await proc.out(`${parseTemplate(format).execute(info)}\n`);
    else {
      await proc.out(`Client: Docker Engine - Community
 Version:    28.2.2
 Context:    default
 Debug Mode: false

Server:
 Containers: ${info.Containers}
  Running: ${info.ContainersRunning}
  Paused: ${info.ContainersPaused}
  Stopped: ${info.ContainersStopped}
 Images: ${info.Images}
 Server Version: ${info.ServerVersion}
 Storage Driver: ${info.Driver}
${info.DriverStatus.map(([name, value]) => `  ${name}: ${value}\n`).join('')} Logging Driver: ${info.LoggingDriver}
 Cgroup Driver: ${info.CgroupDriver}
 Cgroup Version: ${info.CgroupVersion}
 Plugins:
  Volume: ${info.Plugins.Volume.join(' ')}
  Network: ${info.Plugins.Network.join(' ')}
  Log: ${info.Plugins.Log.join(' ')}
 Swarm: ${info.Swarm.LocalNodeState}
 Kernel Version: ${info.KernelVersion}
 Operating System: ${info.OperatingSystem}
 OSType: ${info.OSType}
 Architecture: ${info.Architecture}
 CPUs: ${info.NCPU}
 Total Memory: ${formatBinarySize(info.MemTotal)}
 Name: ${info.Name}
 ID: ${info.ID}
 Docker Root Dir: ${info.DockerRootDir}
 Debug Mode: false
`);
    }
    return 0;
  },
};

export const EVENTS: Command = {
  name: 'events',
  use: '[OPTIONS]',
  short: 'Get real time events from the server',
  args: NO_ARGUMENTS,
  flags: [
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('since', '', 'string', 'Show all since a time'),
    flag('until', '', 'string', 'Stop at a time'),
  ],
  run: async ({ proc, flags, api }) => {
    const format = flags.string('format');
    const template = format !== undefined && format !== 'json' ? parseTemplate(format) : undefined;
    const time = (name: string): { [key: string]: string } =>
      flags.has(name) ? { [name]: absolute(flags.string(name) ?? '', proc.now()) } : {};
    for await (const event of (await api()).SystemEvents({
      ...time('since'),
      ...time('until'),
      filters: toFilters(flags.list('filter')),
    })) {
      const legacy = {
        ...event,
        status: event.Action,
        id: event.Actor.ID,
        ID: event.Actor.ID,
        Status: event.Action,
        From: event.Actor.Attributes['image'] ?? '',
        Time: event.time,
        TimeNano: event.timeNano,
        Scope: event.scope,
      };
      await proc.out(
        format === 'json'
          ? `${goJson(event)}\n`
          : template
            ? `${template.execute(legacy)}\n`
            : eventLine(event),
      );
    }
    return 0;
  },
};

/** `10m` is ten minutes ago; `0s` and `now` are this moment. */
function absolute(text: string, nowMs: number): string {
  const match = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(text);
  if (!match) return text;
  return String(nowMs / 1000 - Number(match[1]) * ({ s: 1, m: 60, h: 3600 }[match[2] as 's'] ?? 1));
}

function eventLine(event: EventMessage): string {
  const nanos = event.timeNano.slice(-9);
  const time = `${new Date(event.time * 1000).toISOString().slice(0, 19)}.${nanos}Z`;
  const attributes = Object.entries(event.Actor.Attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`);
  return `${time} ${event.Type} ${event.Action} ${event.Actor.ID} (${attributes.join(', ')})\n`;
}

const DISK_USAGE: Command = {
  name: 'df',
  use: '[OPTIONS]',
  short: 'Show docker disk usage',
  args: NO_ARGUMENTS,
  flags: [
    flag('format', '', 'string', 'Format with a Go template'),
    flag('verbose', 'v', 'bool', 'More detail', { unmodelled: true }),
  ],
  run: async ({ proc, api }) => {
    const usage = await (await api()).SystemDataUsage();
    const usedImages = usage.Images.filter((image) => image.Containers > 0);
    const running = usage.Containers.filter(({ State }) => State === 'running' || State === 'paused');
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const containerBytes = (list: typeof usage.Containers): number =>
      sum(list.map((container) => container.SizeRw ?? 0));
    const volumeBytes = (list: typeof usage.Volumes): number =>
      sum(list.map((volume) => volume.UsageData?.Size ?? 0));
    const unusedVolumes = usage.Volumes.filter((volume) => volume.UsageData?.RefCount === 0);
    const cacheBytes = sum(usage.BuildCache.map((entry) => entry.Size));
    const freeCache = sum(usage.BuildCache.filter((entry) => !entry.Shared).map((entry) => entry.Size));
    const reclaim = (part: number, whole: number): string =>
      `${formatHumanSize(part)}${whole > 0 ? ` (${Math.floor((part / whole) * 100)}%)` : ''}`;
    const freeImages = usage.LayersSize - sum(usedImages.map((image) => image.Size));
    const row = (name: string, total: number, active: number, size: number, free: string): string[] => [
      name,
      String(total),
      String(active),
      formatHumanSize(size),
      free,
    ];
    const containers = containerBytes(usage.Containers);
    const stopped = containers - containerBytes(running);
    await proc.out(
      formatTable([
        ['TYPE', 'TOTAL', 'ACTIVE', 'SIZE', 'RECLAIMABLE'],
        row(
          'Images',
          usage.Images.length,
          usedImages.length,
          usage.LayersSize,
          reclaim(Math.max(0, freeImages), usage.LayersSize),
        ),
        row('Containers', usage.Containers.length, running.length, containers, reclaim(stopped, containers)),
        row(
          'Local Volumes',
          usage.Volumes.length,
          usage.Volumes.length - unusedVolumes.length,
          volumeBytes(usage.Volumes),
          reclaim(volumeBytes(unusedVolumes), volumeBytes(usage.Volumes)),
        ),
        row('Build Cache', usage.BuildCache.length, 0, cacheBytes, formatHumanSize(freeCache)),
      ]),
    );
    return 0;
  },
};

const PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove unused data',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'All unused images, not only dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
    flag('volumes', '', 'bool', 'Anonymous volumes too'),
  ],
  run: async (context) => {
    const { flags, proc } = context;
    const all = flags.bool('all');
    const parts = [
      'all stopped containers',
      'all networks not used by at least one container',
      ...(flags.bool('volumes') ? ['all anonymous volumes not used by at least one container'] : []),
      all ? 'all images without at least one container associated to them' : 'all dangling images',
      all ? 'all build cache' : 'unused build cache',
    ];
    const question = `WARNING! This will remove:\n${parts.map((part) => `  - ${part}\n`).join('')}\nAre you sure you want to continue?`;
    if (!flags.bool('force') && !(await confirm(context, question)))
      throw new CliError('system prune has been cancelled');
    const api = await context.api();
    const containers = await api.ContainerPrune();
    const networks = await api.NetworkPrune();
    const volumes = flags.bool('volumes') ? await api.VolumePrune() : { Deleted: [], SpaceReclaimed: 0 };
    const images = await api.ImagePrune({ dangling: [String(!all)] });
    const cache = await api.BuildPrune({ all });
    const section = (title: string, lines: readonly string[]): string =>
      lines.length ? `${title}:\n${lines.join('\n')}\n\n` : '';
    await proc.out(
      section('Deleted Containers', containers.Deleted) +
        section('Deleted Networks', networks.Deleted) +
        section('Deleted Volumes', volumes.Deleted),
    );
    await proc.out(
      section(
        'Deleted Images',
        (images.ImagesDeleted ?? []).map((item) =>
          item.Untagged === undefined ? `deleted: ${item.Deleted ?? ''}` : `untagged: ${item.Untagged}`,
        ),
      ),
    );
    await proc.out(section('Deleted build cache objects', cache.Deleted));
    const total =
      containers.SpaceReclaimed + volumes.SpaceReclaimed + images.SpaceReclaimed + cache.SpaceReclaimed;
    await proc.out(`Total reclaimed space: ${formatHumanSize(total)}\n`);
    return 0;
  },
};

export const SYSTEM_COMMANDS: readonly Command[] = [DISK_USAGE, EVENTS, INFO, PRUNE];
