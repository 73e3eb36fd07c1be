import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';
import { formatPruned } from './cache-rows.ts';

/**
 * Removes build cache that nothing uses, with --all also what images use, after asking. The real client hands `builder` to buildx, so it is buildx that
 * speaks. @see docker/cli v28.2.2 cmd/docker/builder.go, docker/buildx v0.24 commands/prune.go
 */
export const BUILDER_PRUNE: Command = {
  name: 'prune',
  use: '',
  short: 'Remove build cache',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Remove all unused build cache, not just dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
    unmodelled('keep-storage', '', 'bytes', 'Disk space to keep for the cache'),
  ],
  run: async (context) => {
    const { proc, flags, api } = context;
    const all = flags.bool('all');
    const what = all ? 'all build cache' : 'all dangling build cache';
    await confirmPrune(context, `This will remove ${what}. `);
    const engine = await api();
    const { BuildCache } = await engine.SystemDataUsage({ types: ['build-cache'] });
    const { Deleted } = await engine.BuildPrune({ all, filters: toFilters(flags.list('filter')) });
    const gone = new Set(Deleted);
    const records = BuildCache.filter(({ ID }) => gone.has(ID));
    await proc.out(formatPruned(records, proc.now()));
    return 0;
  },
};
