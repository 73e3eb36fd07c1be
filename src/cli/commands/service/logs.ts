import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { TaskLogLine, TaskLogOptions } from '../../../api/service-types.ts';
import { toText } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseTimeOption } from '../../opts/time-option.ts';
import { TaskPrefix } from './task-prefix.ts';

/** Prints what the tasks of a service, or one task, wrote: each line with the task in front. @see docker/cli v28.2.2 cli/command/service/logs.go */
export async function runServiceLogs({ proc, flags, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  const source = await findSource(engine, args[0] ?? '', logOptions(flags, proc.now()));
  const isRaw = flags.bool('raw');
  if (source.tty && !isRaw) throw new CliError('tty service logs only supported with --raw');
  const prefix = new TaskPrefix(engine, flags, source.digits);
  for await (const line of source.lines()) {
    const text = isRaw ? toText(line.data) : await labelled(line, prefix, flags);
    await (line.stream === 'stderr' && !source.tty ? proc.err(text) : proc.out(text));
  }
  return 0;
}

/** A timestamp stays in front of the task. */
async function labelled(line: TaskLogLine, prefix: TaskPrefix, flags: FlagValues): Promise<string> {
  const [, time = '', message = ''] = flags.bool('timestamps')
    ? (/^(\S+ )([\s\S]*)$/.exec(toText(line.data)) ?? [])
    : ['', '', toText(line.data)];
  const details = flags.bool('details') ? `${otherDetails(line.details)} ` : '';
  return `${time}${await prefix.of(line.details)}    | ${details}${message}`;
}

/** What the log driver adds, without what the prefix is made of. */
function otherDetails(details: TaskLogLine['details']): string {
  return Object.entries(details)
    .filter(([name]) => !name.startsWith('com.docker.swarm.'))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(',');
}

interface LogSource {
  readonly tty: boolean;
  /** Of the largest number that a task has. */
  readonly digits: number;
  lines(): AsyncIterable<TaskLogLine>;
}

/** A service of that name, else a task. @throws CliError where there is neither */
async function findSource(engine: EngineApi, name: string, options: TaskLogOptions): Promise<LogSource> {
  try {
    const { Spec } = await engine.ServiceInspect(name);
    const { ContainerSpec } = Spec.TaskTemplate;
    return {
      tty: ContainerSpec?.TTY ?? false,
      digits: String(Spec.Mode.Replicated?.Replicas ?? 0).length,
      lines: () => engine.ServiceLogs(name, options),
    };
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    const { Spec, Slot = 0 } = await engine.TaskInspect(name);
    const lines = (): AsyncIterable<TaskLogLine> => engine.TaskLogs(name, options);
    return { tty: Spec.ContainerSpec?.TTY ?? false, digits: String(Slot).length, lines };
  } catch (error) {
    if (isMissing(error)) throw new CliError(`no such task or service: ${name}`);
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof ApiError && error.kind === 'notFound';

/** @throws CliError for a time that can't be read */
function logOptions(flags: FlagValues, nowMs: number): TaskLogOptions {
  const [since, tail] = [flags.string('since'), flags.string('tail')];
  return {
    stdout: true,
    stderr: true,
    follow: flags.bool('follow'),
    timestamps: flags.bool('timestamps'),
    ...(since ? { since: readTime(since, nowMs) } : {}),
    ...(tail === undefined ? {} : { tail }),
  };
}

function readTime(text: string, nowMs: number): string {
  try {
    return parseTimeOption(text, nowMs);
  } catch (error) {
    throw new CliError(`invalid value for "since": ${(error as Error).message}`);
  }
}
