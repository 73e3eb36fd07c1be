import type { RestartPolicy } from '../../../api/service-types.ts';
import type { FlagValues } from '../../flags/flag.ts';

const SECOND_NS = 1e9;

/** @see moby/swarmkit v2 api/defaults/service.go */
const DEFAULTS: RestartPolicy = { Condition: 'any', Delay: 5 * SECOND_NS, MaxAttempts: 0 };

/** When tasks are started anew, by the --restart flags; undefined where none is given. What was before is kept. @see docker/cli v28.2.2 cli/command/service/opts.go ToRestartPolicy */
export function restartPolicy(flags: FlagValues, before?: RestartPolicy): RestartPolicy | undefined {
  const condition = flags.string('restart-condition');
  const given = {
    ...(condition === undefined ? {} : { Condition: condition as NonNullable<RestartPolicy['Condition']> }),
    ...numberOf(flags, 'restart-delay', 'Delay'),
    ...numberOf(flags, 'restart-max-attempts', 'MaxAttempts'),
    ...numberOf(flags, 'restart-window', 'Window'),
  };
  return Object.keys(given).length === 0 ? before : { ...(before ?? DEFAULTS), ...given };
}

function numberOf(flags: FlagValues, flag: string, field: keyof RestartPolicy): Partial<RestartPolicy> {
  const value = flags.number(flag);
  return value === undefined ? {} : { [field]: value };
}
