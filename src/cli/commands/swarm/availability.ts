import type { NodeAvailability } from '../../../api/swarm-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

const AVAILABILITIES: readonly string[] = ['active', 'pause', 'drain'] satisfies NodeAvailability[];

/** What --availability asks for; nothing where it is not given. @throws CliError. @see docker/cli v28.2.2 cli/command/swarm/init.go */
export function readAvailability(flags: FlagValues): NodeAvailability | '' {
  const text = flags.string('availability');
  if (text === undefined) return '';
  if (!AVAILABILITIES.includes(text.toLowerCase()))
    throw new CliError(
      `invalid availability ${JSON.stringify(text)}, only active, pause and drain are supported`,
    );
  return text.toLowerCase() as NodeAvailability;
}
