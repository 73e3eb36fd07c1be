import type { Secret } from '../../../api/swarm-types.ts';
import type { CommandContext } from '../../command.ts';
import { labelLines, prettyTime } from '../../format/pretty-print.ts';
import { prettyInspect } from '../pretty-inspect.ts';

/** @see docker/cli v28.2.2 cli/command/secret/inspect.go */
export function runSecretInspect(context: CommandContext): Promise<number> {
  return prettyInspect(context, (engine, name) => engine.SecretInspect(name), secretWords);
}

/** @see docker/cli v28.2.2 cli/command/secret/formatter.go */
function secretWords({ ID, Spec, CreatedAt, UpdatedAt }: Secret): string {
  const labels = labelLines(Spec.Labels);
  return [
    `ID:              ${ID}`,
    `Name:              ${Spec.Name}`,
    ...(labels.length ? ['Labels:', ...labels] : []),
    `Driver:            ${Spec.Driver?.Name ?? ''}`,
    `Created at:        ${prettyTime(CreatedAt)}`,
    `Updated at:        ${prettyTime(UpdatedAt)}`,
  ].join('\n');
}
