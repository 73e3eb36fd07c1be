import type { Config } from '../../../api/swarm-types.ts';
import { decodeBase64 } from '../../../lib/base64.ts';
import { toText } from '../../../lib/bytes.ts';
import type { CommandContext } from '../../command.ts';
import { labelLines, prettyTime } from '../../format/pretty-print.ts';
import { prettyInspect } from '../pretty-inspect.ts';

/** @see docker/cli v28.2.2 cli/command/config/inspect.go */
export function runConfigInspect(context: CommandContext): Promise<number> {
  return prettyInspect(context, (engine, name) => engine.ConfigInspect(name), configWords);
}

/** @see docker/cli v28.2.2 cli/command/config/formatter.go */
function configWords({ ID, Spec, CreatedAt, UpdatedAt }: Config): string {
  const labels = labelLines(Spec.Labels);
  return [
    `ID:\t\t\t${ID}`,
    `Name:\t\t\t${Spec.Name}`,
    ...(labels.length ? ['Labels:', ...labels] : []),
    `Created at:            \t${prettyTime(CreatedAt)}`,
    `Updated at:            \t${prettyTime(UpdatedAt)}`,
    'Data:',
    toText(decodeBase64(Spec.Data ?? '').bytes),
  ].join('\n');
}
