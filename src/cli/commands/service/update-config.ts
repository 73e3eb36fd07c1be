import type { UpdateConfig } from '../../../api/service-types.ts';
import type { FlagValues } from '../../flags/flag.ts';

const SECOND_NS = 1e9;

/** What an update and a rollback do unless told. @see moby/swarmkit v2 api/defaults/service.go */
const DEFAULTS: UpdateConfig = {
  Parallelism: 1,
  FailureAction: 'pause',
  Monitor: 5 * SECOND_NS,
  MaxFailureRatio: 0,
  Order: 'stop-first',
};

/**
 * How a service is to be updated or rolled back, by the flags that begin so; undefined where none is given. What was before is kept.
 * @see docker/cli v28.2.2 cli/command/service/opts.go updateConfig, rollbackConfig
 */
export function updateConfig(
  flags: FlagValues,
  prefix: 'update' | 'rollback',
  before?: UpdateConfig,
): UpdateConfig | undefined {
  const name = (flag: string): string => `${prefix}-${flag}`;
  const flagNames = ['parallelism', 'delay', 'monitor', 'failure-action', 'max-failure-ratio', 'order'];
  if (!flagNames.some((flag) => flags.has(name(flag)))) return before;
  const config = { ...(before ?? DEFAULTS) };
  const { Parallelism, Delay, Monitor, MaxFailureRatio, FailureAction, Order } = config;
  const number = (flag: string): number | undefined => flags.number(name(flag));
  const delay = number('delay') ?? Delay;
  const monitor = number('monitor') ?? Monitor;
  const action = (flags.string(name('failure-action')) ?? FailureAction) as UpdateConfig['FailureAction'];
  return {
    Parallelism: number('parallelism') ?? Parallelism,
    ...(delay ? { Delay: delay } : {}),
    ...(action ? { FailureAction: action } : {}),
    ...(monitor ? { Monitor: monitor } : {}),
    MaxFailureRatio: number('max-failure-ratio') ?? MaxFailureRatio,
    Order: (flags.string(name('order')) ?? Order) as UpdateConfig['Order'],
  };
}
