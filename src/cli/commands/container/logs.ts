import type { LogOptions } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled, type FlagValues } from '../../flags/flag.ts';
import { parseTimeOption } from '../../opts/time-option.ts';

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
    unmodelled('details', '', 'bool', 'Show extra details'),
    flag('follow', 'f', 'bool', 'Go on with new lines'),
    flag('since', '', 'string', 'Show lines since a time or for a duration'),
    flag('tail', 'n', 'string', 'Number of lines from the end', { default: 'all' }),
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

/** @throws CliError for a time that can't be read */
function logOptions(flags: FlagValues, nowMs: number): LogOptions {
  const tail = flags.string('tail');
  return {
    stdout: true,
    stderr: true,
    follow: flags.bool('follow'),
    timestamps: flags.bool('timestamps'),
    ...timeOption(flags, 'since', nowMs),
    ...timeOption(flags, 'until', nowMs),
    ...(tail === undefined ? {} : { tail }),
  };
}

function timeOption(flags: FlagValues, name: 'since' | 'until', nowMs: number): Record<string, string> {
  const text = flags.string(name);
  if (!text) return {};
  try {
    return { [name]: parseTimeOption(text, nowMs) };
  } catch (error) {
    throw new CliError(`invalid value for "${name}": ${(error as Error).message}`);
  }
}
