import type { EngineApi } from '../../../api/engine-api.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { CliError } from '../../cli-error.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';
import { prunedImages, prunedLine } from '../image/prune.ts';

/** Removes all that is not used, after asking; volumes only with --volumes. @see docker/cli v28.2.2 cli/command/system/prune.go */
export const SYSTEM_PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove unused data',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'All unused images, not only dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
    flag('volumes', '', 'bool', 'Anonymous volumes too'),
  ],
  run: async (context) => {
    const { flags } = context;
    if (flags.bool('volumes') && toFilters(flags.list('filter'))['until'])
      throw new CliError('ERROR: The "until" filter is not supported with "--volumes"');
    await confirmPrune(context, warning(flags));
    await context.proc.out(await pruneAll(await context.api(), flags));
    return 0;
  },
};

function warning(flags: FlagValues): string {
  const filters = flags.list('filter');
  const all = flags.bool('all');
  const parts = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(flags.bool('volumes') ? ['all anonymous volumes not used by at least one container'] : []),
    prunedImages(all),
    all ? 'all build cache' : 'unused build cache',
  ];
  const rows = parts.map((part) => `  - ${part}\n`).join('');
  if (filters.length === 0) return `This will remove:\n${rows}\n`;
  return `This will remove:\n${rows}\n  Items to be pruned will be filtered with:\n${filters.map((filter) => `  - ${filter}\n`).join('')}\n`;
}

/** Resolves the report: what was deleted, kind by kind, and what that freed. */
async function pruneAll(api: EngineApi, flags: FlagValues): Promise<string> {
  const all = flags.bool('all');
  const filters = toFilters(flags.list('filter'));
  const containers = await api.ContainerPrune(filters);
  const networks = await api.NetworkPrune(filters);
  const volumes = flags.bool('volumes') ? await api.VolumePrune(filters) : { Deleted: [], SpaceReclaimed: 0 };
  const images = await api.ImagePrune({ ...filters, dangling: [String(!all)] });
  const { until } = filters;
  const cache = await api.BuildPrune({ all, ...(until ? { filters: { until } } : {}) });
  const bytes = [containers, volumes, images, cache].reduce((sum, one) => sum + one.SpaceReclaimed, 0);
  return [
    section('Deleted Containers', containers.Deleted),
    section('Deleted Networks', networks.Deleted),
    section('Deleted Volumes', volumes.Deleted),
    section('Deleted Images', (images.ImagesDeleted ?? []).map(prunedLine)),
    section('Deleted build cache objects', cache.Deleted),
    `Total reclaimed space: ${formatHumanSize(bytes)}\n`,
  ].join('');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length ? `${title}:\n${lines.join('\n')}\n\n` : '';
}
