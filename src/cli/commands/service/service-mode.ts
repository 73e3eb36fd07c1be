import type { ServiceMode } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** Modes that a flag may be used with, and its words for the others. */
const ONLY_WITH: readonly { flag: string; modes: readonly string[]; words: string }[] = [
  {
    flag: 'replicas',
    modes: ['replicated', 'replicated-job'],
    words: 'replicas can only be used with replicated or replicated-job mode',
  },
  {
    flag: 'replicas-max-per-node',
    modes: ['replicated', 'replicated-job'],
    words: 'replicas-max-per-node can only be used with replicated or replicated-job mode',
  },
  {
    flag: 'max-concurrent',
    modes: ['replicated-job'],
    words: 'max-concurrent can only be used with replicated-job mode',
  },
];

/** The mode that --mode and the flags about numbers ask for. @throws CliError. @see docker/cli v28.2.2 cli/command/service/opts.go ToServiceMode */
export function serviceMode(flags: FlagValues): ServiceMode {
  const mode = flags.string('mode') ?? 'replicated';
  if (!['replicated', 'global', 'replicated-job', 'global-job'].includes(mode))
    throw new CliError(`Unknown mode: ${mode}, only replicated and global supported`);
  for (const { flag, modes, words } of ONLY_WITH)
    if (flags.has(flag) && !modes.includes(mode)) throw new CliError(words);
  const replicas = flags.number('replicas');
  if (mode === 'global') return { Global: {} };
  if (mode === 'global-job') return { GlobalJob: {} };
  if (mode === 'replicated') return { Replicated: replicas === undefined ? {} : { Replicas: replicas } };
  const concurrent = flags.number('max-concurrent') ?? replicas;
  return {
    ReplicatedJob: {
      ...(concurrent === undefined ? {} : { MaxConcurrent: concurrent }),
      ...(replicas === undefined ? {} : { TotalCompletions: replicas }),
    },
  };
}
