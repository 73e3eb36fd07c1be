import { CONTAINER_ATTACH } from '../../commands/container/attach.ts';
import { CONTAINER_COMMIT } from '../../commands/container/commit.ts';
import { CONTAINER_COPY } from '../../commands/container/copy.ts';
import { CONTAINER_EXPORT } from '../../commands/container/export.ts';
import { CONTAINER_STATS } from '../../commands/container/stats.ts';
import type { Command } from '../../command.ts';
import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { findContainer } from '../find-container.ts';
import { canonicalName } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

/** Commands of `docker` on the container of a service. */

export function runAttach(context: ComposeContext): Promise<number> {
  return onContainer(context, CONTAINER_ATTACH);
}

export function runCommit(context: ComposeContext): Promise<number> {
  return onContainer(context, CONTAINER_COMMIT);
}

export function runExport(context: ComposeContext): Promise<number> {
  return onContainer(context, CONTAINER_EXPORT);
}

/** Usage of running containers, of a service or of all. @see docker/compose v2.36.2 cmd/compose/stats.go */
export async function runStats(context: ComposeContext): Promise<number> {
  const { args, flags, api } = context;
  const { name } = await projectOrName(context, []);
  const all = flags.bool('all');
  const containers = await observe(await api(), name, { all, oneOff: 'include', services: args });
  if (containers.length === 0) return 0;
  return runCommand(
    context,
    CONTAINER_STATS,
    containers.map(({ Id }) => Id),
  );
}

/** `cp SERVICE:PATH PATH` or the other way round. @see docker/compose v2.36.2 pkg/compose/cp.go */
export async function runCopy(context: ComposeContext): Promise<number> {
  const { args, flags, api } = context;
  const { name } = await projectOrName(context, []);
  const index = Number(flags.string('index') ?? 0);
  const places: string[] = [];
  for (const text of args) {
    const colon = text.indexOf(':');
    if (colon <= 0 || /^[./]/.test(text)) {
      places.push(text);
      continue;
    }
    const service = text.slice(0, colon);
    const container = await findContainer(await api(), name, service, index, true);
    places.push(`${canonicalName(container)}${text.slice(colon)}`);
  }
  if (places.every((place, at) => place === args[at])) throw new CliError('unknown copy direction');
  return runCommand(context, CONTAINER_COPY, places);
}

async function onContainer(context: ComposeContext, command: Command): Promise<number> {
  const [service = '', ...rest] = context.args;
  const { name } = await projectOrName(context, [service]);
  const index = Number(context.flags.string('index') ?? 0);
  const { Id } = await findContainer(await context.api(), name, service, index, command !== CONTAINER_ATTACH);
  return runCommand(context, command, [Id, ...rest]);
}

async function runCommand(
  { proc, flags, api }: ComposeContext,
  command: Command,
  args: string[],
): Promise<number> {
  return (await command.run?.({ proc, flags, args, api })) ?? 0;
}
