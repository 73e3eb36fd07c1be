import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { formatUsage } from '../builder/cache-rows.ts';

/** What the build cache takes. Simplified: no --verbose and no --filter. @see docker/buildx v0.24 commands/diskusage.go */
export const BUILDX_DU: Command = {
  name: 'du',
  use: '',
  short: 'Disk usage of the cache',
  args: NO_ARGUMENTS,
  flags: [],
  run: async ({ proc, api }) => {
    const { BuildCache } = await (await api()).SystemDataUsage({ types: ['build-cache'] });
    await proc.out(formatUsage(BuildCache, proc.now()));
    return 0;
  },
};
