import type { ContainerSummary } from '../../../api/container-types.ts';
import type { LogOptions } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { timeOption } from '../time-option.ts';
import { observe } from '../converge/observe.ts';
import {
  ContainerFollower,
  endWords,
  type ContainerEnd,
  type FollowOptions,
} from '../logs/container-follower.ts';
import { hasColours, LogPrinter } from '../logs/log-printer.ts';
import { Mailbox } from '../mailbox.ts';
import { canonicalName, logName, numberOf, serviceOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession, type Session } from '../session.ts';

/** Shows what the containers of services have written, and go on to write. @see docker/compose v2.36.2 cmd/compose/logs.go, pkg/compose/logs.go */
export async function runLogs(context: ComposeContext): Promise<number> {
  const { proc, root, flags, args } = context;
  const index = Number(flags.string('index') ?? 0);
  if (flags.has('index') && args.length !== 1)
    throw new CliError('--index requires one service to be selected');
  const { name, project } = await projectOrName(context, args);
  const unknown = project && args.find((service) => !project.services[service]);
  if (unknown !== undefined) throw new CliError(`no such service: ${unknown}`);
  const session = await openSession(context);
  const services = args.length > 0 ? args : Object.keys(project?.services ?? {});
  const isMeant = (container: ContainerSummary): boolean => index === 0 || numberOf(container) === index;
  const found = await observe(session.engine, name, { all: true, oneOff: 'exclude', services });
  const containers = found
    .filter(isMeant)
    .sort(
      (a, b) =>
        compare(serviceOf(a), serviceOf(b)) ||
        numberOf(a) - numberOf(b) ||
        compare(canonicalName(a), canonicalName(b)),
    );
  const printer = new LogPrinter(proc, {
    colour: hasColours(proc, root, flags),
    prefix: !flags.bool('no-log-prefix'),
    timestamps: flags.bool('timestamps'),
  });
  for (const container of containers) printer.register(container);
  const options = {
    tail: flags.string('tail') ?? 'all',
    ...timeOption(context, 'since', invalid('since')),
    ...timeOption(context, 'until', invalid('until')),
  };
  if (flags.bool('follow'))
    await followLogs(session, printer, containers, options, { project: name, services, isShown: isMeant });
  else for (const container of containers) await printer.follow(session, container, options);
  return 0;
}

/** Shows logs until no container is left that runs. */
async function followLogs(
  session: Session,
  printer: LogPrinter,
  containers: readonly ContainerSummary[],
  options: Partial<LogOptions>,
  whose: Pick<FollowOptions, 'project' | 'services' | 'isShown'>,
): Promise<void> {
  const news = new Mailbox<{ end: ContainerEnd } | { error: unknown }>(session.proc);
  const { since, ...log } = options;
  void since;
  const follower = new ContainerFollower(session, printer, {
    ...whose,
    log,
    onEnd: (end) => news.push({ end }),
    onFailure: (error) => news.push({ error }),
  });
  const running = containers.filter(({ State }) => State === 'running' || State === 'restarting');
  const ended = containers.filter((container) => !running.includes(container));
  follower.begin(running, options);
  await inParallel(session.proc, ended, (container) => printer.follow(session, container, options));
  while (!follower.isIdle || !news.isEmpty) {
    const told = await news.next();
    if ('error' in told) throw told.error;
    if (whose.isShown(told.end.container))
      await printer.status(logName(told.end.container), endWords(told.end));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const invalid =
  (name: string) =>
  (reason: string): string =>
    `invalid value for "${name}": ${reason}`;
