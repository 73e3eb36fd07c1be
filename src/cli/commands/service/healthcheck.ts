import type { TaskHealthcheck } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** Flag and field of each number. */
const NUMBERS = {
  'health-interval': 'Interval',
  'health-timeout': 'Timeout',
  'health-start-period': 'StartPeriod',
  'health-start-interval': 'StartInterval',
  'health-retries': 'Retries',
} as const;

/**
 * The health check that the flags ask for, on top of the one before; undefined where there is none.
 * @throws CliError where they contradict each other
 * @see docker/cli v28.2.2 cli/command/service/opts.go toHealthConfig, update.go updateHealthcheck
 */
export function healthcheck(flags: FlagValues, before?: TaskHealthcheck): TaskHealthcheck | undefined {
  const numbers = Object.entries(NUMBERS).flatMap(([flag, field]) =>
    flags.has(flag) ? [[field, flags.number(flag) ?? 0] as const] : [],
  );
  const command = flags.string('health-cmd');
  const isSet = numbers.length > 0 || command !== undefined;
  if (flags.bool('no-healthcheck')) {
    if (isSet) throw new CliError('--no-healthcheck conflicts with --health-* options');
    return { Test: ['NONE'] };
  }
  if (!isSet) return before;
  const config: TaskHealthcheck = { ...before };
  if (config.Test?.[0] === 'NONE' || command !== undefined) delete config.Test;
  if (command) config.Test = ['CMD-SHELL', command];
  for (const [field, value] of numbers)
    if (value === 0) delete config[field];
    else config[field] = value;
  return config;
}
