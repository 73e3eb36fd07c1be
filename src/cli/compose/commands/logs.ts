import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { timeOption } from '../time-option.ts';
import { observe } from '../converge/observe.ts';
import { LABEL } from '../labels.ts';
import { hasColours, LogPrinter } from '../logs/log-printer.ts';
import { canonicalName, numberOf, serviceOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession } from '../session.ts';

/** Shows what the containers of services have written, and go on to write. Simplified: with -f the real one also follows containers that start later. @see docker/compose v2.36.2 cmd/compose/logs.go, pkg/compose/logs.go */
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
  const found = await observe(session.engine, name, { all: true, oneOff: 'exclude', services });
  const containers = found
    .filter((container) => index === 0 || container.Labels[LABEL.number] === String(index))
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
    follow: flags.bool('follow'),
    tail: flags.string('tail') ?? 'all',
    ...timeOption(context, 'since', invalid('since')),
    ...timeOption(context, 'until', invalid('until')),
  };
  if (!options.follow) for (const container of containers) await printer.follow(session, container, options);
  else await inParallel(proc, containers, (container) => printer.follow(session, container, options));
  return 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const invalid =
  (name: string) =>
  (reason: string): string =>
    `invalid value for "${name}": ${reason}`;
