import { flag, type Flag, type FlagValues } from '../../flags/flag.ts';

/** Flags that `stop` and `restart` share. */
export const STOP_FLAGS: readonly Flag[] = [
  flag('signal', 's', 'string', 'Signal to send'),
  flag('timeout', 't', 'int', 'Seconds to wait before it is killed'),
  flag('time', '', 'int', 'Older name of --timeout', { hidden: true }),
];

/** Their values as the API takes them; what was not given is left to the container's own configuration. `t` in seconds. */
export function stopOptions(flags: FlagValues): { signal?: string; t?: number } {
  const t = flags.number('timeout') ?? flags.number('time');
  return {
    ...(t === undefined ? {} : { t }),
    ...(flags.has('signal') ? { signal: flags.string('signal') ?? '' } : {}),
  };
}
