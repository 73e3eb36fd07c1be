import { ApiError } from '../../api/api-error.ts';
import { formatHumanSize, formatBinarySize } from '../../lib/human-size.ts';
import { parseDuration } from '../../lib/go-duration.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, exactly, NO_ARGUMENTS, toFilters, type Command, type CommandContext } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatTable } from '../format/table.ts';
import { parseTemplate } from '../format/template.ts';
import { streamAttached } from './attach-stream.ts';
import { CONTAINER_LIST } from './container-list.ts';
import { COPY } from './copy.ts';
import { confirm, forEachArgument } from './each.ts';
import { inspectCommand } from './inspect.ts';
import { CREATE, RUN } from './run.ts';

const MANY = 'CONTAINER [CONTAINER...]';

const START: Command = {
  name: 'start',
  use: `[OPTIONS] ${MANY}`,
  short: 'Start one or more stopped containers',
  args: atLeast(1),
  flags: [
    flag('attach', 'a', 'bool', 'Attach STDOUT/STDERR and pass signals on'),
    flag('interactive', 'i', 'bool', "Attach the container's STDIN"),
  ],
  run: async (context) => {
    const { flags, args, proc } = context;
    const api = await context.api();
    if (!flags.bool('attach') && !flags.bool('interactive')) {
      const status = await forEachArgument(context, (name) => api.ContainerStart(name));
      if (status) throw new CliError(`failed to start containers: ${args.join(', ')}`);
      return 0;
    }
    if (args.length > 1) throw new CliError('you cannot start and attach multiple containers at once');
    const { Id, Config } = await api.ContainerInspect(args[0] ?? '');
    const stdin = flags.bool('interactive') && Config.OpenStdin;
    const stream = await api.ContainerAttach(Id, { stdin, stdout: true, stderr: true, stream: true });
    const exit = await api.ContainerWait(Id, 'next-exit');
    await api.ContainerStart(Id);
    const ended = await streamAttached(proc, stream, {
      stdin,
      tty: Config.Tty,
      ...(Config.Tty ? { resize: (size) => api.ContainerResize(Id, size) } : {}),
    });
    return ended === 'detached' ? 0 : (await exit.done()).StatusCode;
  },
};

function stopLike(name: 'stop' | 'restart', short: string): Command {
  return {
    name,
    use: `[OPTIONS] ${MANY}`,
    short,
    args: atLeast(1),
    flags: [
      flag('signal', 's', 'string', 'Signal to send'),
      flag('timeout', 't', 'int', 'Seconds to wait before it is killed'),
      flag('time', '', 'int', 'Older name of --timeout'),
    ],
    run: async (context) => {
      const api = await context.api();
      const t = context.flags.number('timeout') ?? context.flags.number('time');
      const options = {
        ...(t === undefined ? {} : { t }),
        ...(context.flags.has('signal') ? { signal: context.flags.string('signal') ?? '' } : {}),
      };
      return forEachArgument(context, (id) =>
        name === 'stop' ? api.ContainerStop(id, options) : api.ContainerRestart(id, options),
      );
    },
  };
}

const KILL: Command = {
  name: 'kill',
  use: `[OPTIONS] ${MANY}`,
  short: 'Kill one or more running containers',
  args: atLeast(1),
  flags: [flag('signal', 's', 'string', 'Signal to send')],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (id) => api.ContainerKill(id, context.flags.string('signal')));
  },
};

function plain(name: 'pause' | 'unpause', short: string): Command {
  return {
    name,
    use: MANY,
    short,
    args: atLeast(1),
    flags: [],
    run: async (context) => {
      const api = await context.api();
      return forEachArgument(context, (id) =>
        name === 'pause' ? api.ContainerPause(id) : api.ContainerUnpause(id),
      );
    },
  };
}

const REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: `[OPTIONS] ${MANY}`,
  short: 'Remove one or more containers',
  args: atLeast(1),
  flags: [
    flag('force', 'f', 'bool', 'Remove a running container too (it is killed)'),
    flag('link', 'l', 'bool', 'Remove the link', { unmodelled: true }),
    flag('volumes', 'v', 'bool', 'Remove its anonymous volumes'),
  ],
  run: async (context) => {
    const api = await context.api();
    const { flags } = context;
    return forEachArgument(context, (id) =>
      api.ContainerDelete(id.replace(/^\//, ''), { force: flags.bool('force'), v: flags.bool('volumes') }),
    );
  },
};

const LOGS: Command = {
  name: 'logs',
  use: '[OPTIONS] CONTAINER',
  short: 'Fetch the logs of a container',
  args: exactly(1),
  flags: [
    flag('details', '', 'bool', 'Show extra details'),
    flag('follow', 'f', 'bool', 'Go on with new lines'),
    flag('since', '', 'string', 'Show lines since a time or for a duration'),
    flag('tail', 'n', 'string', 'Number of lines from the end', { default: '"all"' }),
    flag('timestamps', 't', 'bool', 'Show timestamps'),
    flag('until', '', 'string', 'Show lines before a time'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const engine = await api();
    const { Config } = await engine.ContainerInspect(args[0] ?? '');
    const time = (name: string): string | undefined => relativeTime(flags.string(name), proc.now());
    const [since, until, tail] = [time('since'), time('until'), flags.string('tail')];
    const records = engine.ContainerLogs(args[0] ?? '', {
      stdout: true,
      stderr: true,
      follow: flags.bool('follow'),
      timestamps: flags.bool('timestamps'),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(tail === undefined ? {} : { tail }),
    });
    for await (const { stream, data } of records)
      await (stream === 'stderr' && !Config.Tty ? proc.err(data) : proc.out(data));
    return 0;
  },
};

/** `10m` is ten minutes ago. */
function relativeTime(text: string | undefined, nowMs: number): string | undefined {
  if (text === undefined || !/^[\d.]+[a-zµ]/.test(text) || /T/.test(text)) return text;
  return String((nowMs - parseDuration(text) / 1e6) / 1000);
}

const EXEC: Command = {
  name: 'exec',
  use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  short: 'Execute a command in a running container',
  args: atLeast(2),
  interspersed: false,
  flags: [
    flag('detach', 'd', 'bool', 'Run it in the background'),
    flag('detach-keys', '', 'string', 'Keys that detach'),
    flag('env', 'e', 'list', 'Set environment variables'),
    flag('interactive', 'i', 'bool', 'Keep STDIN open'),
    flag('privileged', '', 'bool', 'Give extended privileges'),
    flag('tty', 't', 'bool', 'Give it a pseudo-terminal'),
    flag('user', 'u', 'string', 'User name or UID'),
    flag('workdir', 'w', 'string', 'Working directory'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const engine = await api();
    const [container = '', ...Cmd] = args;
    const tty = flags.bool('tty');
    const stdin = flags.bool('interactive');
    if (tty && stdin && !flags.bool('detach') && !proc.stdin.tty)
      throw new CliError('the input device is not a TTY');
    const { Id } = await engine.ContainerExec(container, {
      AttachStdin: stdin && !flags.bool('detach'),
      AttachStdout: true,
      AttachStderr: true,
      Tty: tty,
      Env: [...flags.list('env')],
      Cmd,
      ...(flags.has('user') ? { User: flags.string('user') ?? '' } : {}),
      ...(flags.has('workdir') ? { WorkingDir: flags.string('workdir') ?? '' } : {}),
    });
    const size = tty ? proc.stdout.tty?.getSize() : undefined;
    let stream;
    try {
      stream = await engine.ExecStart(Id, {
        Detach: flags.bool('detach'),
        Tty: tty,
        ...(size ? { ConsoleSize: [size.rows, size.columns] as [number, number] } : {}),
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { ExitCode } = await engine.ExecInspect(Id);
      if (error.message.startsWith('OCI runtime exec failed'))
        throw new CliError(error.message, ExitCode ?? 126);
      throw error;
    }
    if (!stream) return 0;
    await streamAttached(proc, stream, {
      stdin,
      tty,
      ...(tty ? { resize: (next) => engine.ExecResize(Id, next) } : {}),
    });
    return (await engine.ExecInspect(Id)).ExitCode ?? 0;
  },
};

const ATTACH: Command = {
  name: 'attach',
  use: '[OPTIONS] CONTAINER',
  short: 'Attach local standard input, output, and error streams to a running container',
  args: exactly(1),
  flags: [
    flag('detach-keys', '', 'string', 'Keys that detach'),
    flag('no-stdin', '', 'bool', 'Do not attach STDIN'),
    flag('sig-proxy', '', 'bool', 'Pass signals on', { default: 'true' }),
  ],
  run: async ({ proc, flags, args, api }) => {
    const engine = await api();
    const { Id, Config, State } = await engine.ContainerInspect(args[0] ?? '');
    if (!State.Running) throw new CliError('cannot attach to a stopped container, start it first');
    if (State.Paused) throw new CliError('cannot attach to a paused container, unpause it first');
    const stdin = Config.OpenStdin && !flags.bool('no-stdin');
    const exit = await engine.ContainerWait(Id);
    const stream = await engine.ContainerAttach(Id, { stdin, stdout: true, stderr: true, stream: true });
    const ended = await streamAttached(proc, stream, {
      stdin,
      tty: Config.Tty,
      ...(Config.Tty ? { resize: (size) => engine.ContainerResize(Id, size) } : {}),
      signal: (signal) =>
        void proc.thread('signal', () =>
          engine.ContainerKill(Id, String(signalNumber(signal))).catch(() => undefined),
        ),
    });
    return ended === 'detached' ? 0 : (await exit.done()).StatusCode;
  },
};

const WAIT: Command = {
  name: 'wait',
  use: MANY,
  short: 'Block until one or more containers stop, then print their exit codes',
  args: atLeast(1),
  flags: [],
  run: async ({ proc, args, api }) => {
    const engine = await api();
    let status = 0;
    for (const id of args) {
      try {
        const { StatusCode } = await (await engine.ContainerWait(id)).done();
        await proc.out(`${StatusCode}\n`);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        await proc.err(`Error response from daemon: ${error.message}\n`);
        status = 1;
      }
    }
    return status;
  },
};

const DIFF: Command = {
  name: 'diff',
  use: 'CONTAINER',
  short: "Inspect changes to files or directories on a container's filesystem",
  args: exactly(1),
  flags: [],
  run: async ({ proc, args, api }) => {
    const changes = await (await api()).ContainerChanges(args[0] ?? '');
    await proc.out(changes.map(({ Kind, Path }) => `${'CAD'[Kind] ?? ''} ${Path}\n`).join(''));
    return 0;
  },
};

const TOP: Command = {
  name: 'top',
  use: 'CONTAINER [ps OPTIONS]',
  short: 'Display the running processes of a container',
  args: atLeast(1),
  interspersed: false,
  flags: [],
  run: async ({ proc, args, api }) => {
    const { Titles, Processes } = await (await api()).ContainerTop(args[0] ?? '', args.slice(1).join(' '));
    await proc.out(formatTable([Titles, ...Processes].map((row) => [...row])));
    return 0;
  },
};

const PORT: Command = {
  name: 'port',
  use: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
  short: 'List port mappings or a specific mapping for the container',
  args: atLeast(1),
  flags: [],
  run: async ({ proc, args, api }) => {
    const [name = '', wanted] = args;
    const { NetworkSettings } = await (await api()).ContainerInspect(name);
    const address = (ip: string, port: string): string => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`;
    if (wanted !== undefined) {
      const spec = wanted.includes('/') ? wanted : `${wanted}/tcp`;
      const bindings = NetworkSettings.Ports[spec];
      if (!bindings?.length) throw new CliError(`no public port '${spec}' published for ${name}`);
      await proc.out(bindings.map(({ HostIp, HostPort }) => `${address(HostIp, HostPort)}\n`).join(''));
      return 0;
    }
    const lines = Object.entries(NetworkSettings.Ports).flatMap(([spec, bindings]) =>
      (bindings ?? []).map(({ HostIp, HostPort }) => `${spec} -> ${address(HostIp, HostPort)}\n`),
    );
    await proc.out(lines.sort().join(''));
    return 0;
  },
};

const RENAME: Command = {
  name: 'rename',
  use: 'CONTAINER NEW_NAME',
  short: 'Rename a container',
  args: exactly(2),
  flags: [],
  run: async ({ args, api }) => {
    await (await api()).ContainerRename(args[0] ?? '', args[1] ?? '');
    return 0;
  },
};

const UPDATE: Command = {
  name: 'update',
  use: `[OPTIONS] ${MANY}`,
  short: 'Update configuration of one or more containers',
  args: atLeast(1),
  flags: [
    flag('cpus', '', 'decimal', 'Number of CPUs'),
    flag('memory', 'm', 'bytes', 'Memory limit'),
    flag('memory-swap', '', 'bytes', 'Swap limit'),
    flag('restart', '', 'string', 'Restart policy'),
  ],
  run: async (context) => {
    const api = await context.api();
    const { flags } = context;
    const [Name = 'no', count = '0'] = (flags.string('restart') ?? '').split(':');
    return forEachArgument(context, async (id) => {
      await api.ContainerUpdate(id, {
        ...(flags.has('memory') ? { Memory: flags.number('memory') ?? 0 } : {}),
        ...(flags.has('cpus') ? { NanoCpus: Math.round((flags.number('cpus') ?? 0) * 1e9) } : {}),
        ...(flags.has('restart')
          ? { RestartPolicy: { Name: Name as 'no', MaximumRetryCount: Number(count) } }
          : {}),
      });
    });
  },
};

const COMMIT: Command = {
  name: 'commit',
  use: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  short: "Create a new image from a container's changes",
  args: atLeast(1),
  flags: [
    flag('author', 'a', 'string', 'Author'),
    flag('change', 'c', 'list', 'Apply a Dockerfile instruction to the image'),
    flag('message', 'm', 'string', 'Commit message'),
    flag('pause', 'p', 'bool', 'Pause the container meanwhile', { default: 'true' }),
  ],
  run: async ({ proc, flags, args, api }) => {
    const [container = '', repo] = args;
    const { Id } = await (
      await api()
    ).ImageCommit(container, {
      ...(repo ? { repo } : {}),
      ...(flags.has('message') ? { comment: flags.string('message') ?? '' } : {}),
      ...(flags.has('author') ? { author: flags.string('author') ?? '' } : {}),
      changes: [...flags.list('change')],
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};

const PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove all stopped containers',
  args: NO_ARGUMENTS,
  flags: [flag('filter', '', 'filter', 'Prune only what matches'), flag('force', 'f', 'bool', 'Do not ask')],
  run: async (context) => {
    if (
      !context.flags.bool('force') &&
      !(await confirm(
        context,
        'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?',
      ))
    )
      return cancelled();
    const { Deleted, SpaceReclaimed } = await (
      await context.api()
    ).ContainerPrune(toFilters(context.flags.list('filter')));
    if (Deleted.length)
      await context.proc.out(`Deleted Containers:\n${Deleted.map((id) => `${id}\n`).join('')}\n`);
    await context.proc.out(`Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`);
    return 0;
  },
};

function cancelled(): never {
  throw new CliError('container prune has been cancelled');
}

const STATS: Command = {
  name: 'stats',
  use: '[OPTIONS] [CONTAINER...]',
  short: 'Display a live stream of container(s) resource usage statistics',
  args: { kind: 'any' },
  flags: [
    flag('all', 'a', 'bool', 'Show all containers'),
    flag('format', '', 'string', 'Format with a Go template'),
    flag('no-stream', '', 'bool', 'Print once and end'),
    flag('no-trunc', '', 'bool', "Don't shorten IDs"),
  ],
  run: async (context) => {
    const api = await context.api();
    const { flags, args, proc } = context;
    for (;;) {
      const ids = args.length
        ? args
        : (await api.ContainerList({ all: flags.bool('all') })).map(({ Id }) => Id);
      const rows: string[][] = [];
      for (const id of ids)
        for await (const reading of api.ContainerStats(id, { stream: false })) rows.push(statsRow(reading));
      const header = [
        'CONTAINER ID',
        'NAME',
        'CPU %',
        'MEM USAGE / LIMIT',
        'MEM %',
        'NET I/O',
        'BLOCK I/O',
        'PIDS',
      ];
      const template = flags.string('format');
      if (template) {
        const filled = parseTemplate(template.replace(/^table /, ''));
        const names = ['ID', 'Name', 'CPUPerc', 'MemUsage', 'MemPerc', 'NetIO', 'BlockIO', 'PIDs'];
        await proc.out(
          rows
            .map(
              (row) =>
                `${filled.execute({ Container: row[1], ...Object.fromEntries(names.map((name, index) => [name, row[index]])) })}\n`,
            )
            .join(''),
        );
      } else
        await proc.out(`${flags.bool('no-stream') ? '' : '\x1b[H\x1b[J'}${formatTable([header, ...rows])}`);
      if (flags.bool('no-stream')) return 0;
    }
  },
};

type Reading =
  Awaited<ReturnType<CommandContext['api']>> extends { ContainerStats(id: string): AsyncIterable<infer T> }
    ? T
    : never;

function statsRow(reading: Reading): string[] {
  const { cpu_stats: now, precpu_stats: before, memory_stats: memory } = reading;
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const system = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  const cpu = system > 0 ? (used / system) * (now.online_cpus ?? 1) * 100 : 0;
  const net = Object.values(reading.networks ?? {}).reduce(
    (sum, one) => ({ rx: sum.rx + one.rx_bytes, tx: sum.tx + one.tx_bytes }),
    { rx: 0, tx: 0 },
  );
  return [
    reading.id.slice(0, 12),
    reading.name.replace(/^\//, ''),
    `${cpu.toFixed(2)}%`,
    `${formatBinarySize(memory.usage ?? 0)} / ${formatBinarySize(memory.limit ?? 0)}`,
    `${memory.limit ? (((memory.usage ?? 0) / memory.limit) * 100).toFixed(2) : '0.00'}%`,
    `${formatHumanSize(net.rx, 3)} / ${formatHumanSize(net.tx, 3)}`,
    '0B / 0B',
    String(reading.pids_stats.current ?? 0),
  ];
}

export const CONTAINER_COMMANDS: readonly Command[] = [
  ATTACH, COMMIT, COPY, CREATE, DIFF, EXEC, inspectCommand('container'), KILL, LOGS, CONTAINER_LIST, plain('pause', 'Pause all processes within one or more containers'), PORT, PRUNE, RENAME,
  stopLike('restart', 'Restart one or more containers'), REMOVE, RUN, START, STATS, stopLike('stop', 'Stop one or more running containers'), TOP,
  plain('unpause', 'Unpause all processes within one or more containers'), UPDATE, WAIT,
]; // prettier-ignore
