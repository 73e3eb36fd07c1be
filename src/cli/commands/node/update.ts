import type { NodeAvailability, NodeRole, NodeSpec } from '../../../api/swarm-types.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { toOptions } from '../../opts/key-value.ts';
import { updateNode } from './update-nodes.ts';

/** @see docker/cli v28.2.2 cli/command/node/update.go */
export async function runNodeUpdate({ proc, flags, args, api }: CommandContext): Promise<number> {
  const [name = ''] = args;
  await updateNode(await api(), name, (spec) => applyNodeFlags(spec, flags));
  await proc.out(`${name}\n`);
  return 0;
}

/** @throws CliError for a label that is not there to be removed */
function applyNodeFlags(spec: NodeSpec, flags: FlagValues): NodeSpec {
  const labels = { ...spec.Labels, ...toOptions(flags.list('label-add')) };
  for (const name of flags.list('label-rm')) {
    if (!(name in labels)) throw new CliError(`key ${name} doesn't exist in node's labels`);
    delete labels[name];
  }
  const role = flags.string('role');
  const availability = flags.string('availability');
  return {
    ...spec,
    Labels: labels,
    // Whether the daemon knows these words it says itself.
    ...(role === undefined ? {} : { Role: role as NodeRole }),
    ...(availability === undefined ? {} : { Availability: availability as NodeAvailability }),
  };
}
