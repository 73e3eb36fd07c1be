import type { LogOptions } from '../../../api/engine-api.ts';
import { parseDuration } from '../../../lib/go-duration.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';

/**
 * Prints what a container wrote, each line to the stream it came from; all to stdout where it has a terminal.
 * @see docker/cli v28.2.2 cli/command/container/logs.go
 */
export const CONTAINER_LOGS: Command = {
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
    const records = engine.ContainerLogs(args[0] ?? '', logOptions(flags, proc.now()));
    for await (const { stream, data } of records)
      await (stream === 'stderr' && !Config.Tty ? proc.err(data) : proc.out(data));
    return 0;
  },
};

function logOptions(flags: FlagValues, nowMs: number): LogOptions {
  const since = relativeTime(flags.string('since'), nowMs);
  const until = relativeTime(flags.string('until'), nowMs);
  const tail = flags.string('tail');
  return {
    stdout: true,
    stderr: true,
    follow: flags.bool('follow'),
    timestamps: flags.bool('timestamps'),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(tail === undefined ? {} : { tail }),
  };
}

/** `10m` is ten minutes ago: Unix seconds. Anything else stays as it is. */
function relativeTime(text: string | undefined, nowMs: number): string | undefined {
  if (text === undefined || !/^[\d.]+[a-zµ]/.test(text) || /T/.test(text)) return text;
  return String((nowMs - parseDuration(text) / 1e6) / 1000);
}
