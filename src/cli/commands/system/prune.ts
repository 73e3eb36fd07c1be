import type { EngineApi } from '../../../api/engine-api.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, type Command } from '../../command.ts';
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
    await confirmPrune(context, 'system', warning(context.flags));
    await context.proc.out(await pruneAll(await context.api(), context.flags));
    return 0;
  },
};

function warning(flags: FlagValues): string {
  const all = flags.bool('all');
  const parts = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(flags.bool('volumes') ? ['all anonymous volumes not used by at least one container'] : []),
    prunedImages(all),
    all ? 'all build cache' : 'unused build cache',
  ];
  return `This will remove:\n${parts.map((part) => `  - ${part}\n`).join('')}`;
}

/** Resolves the report: what was deleted, kind by kind, and what that freed. */
async function pruneAll(api: EngineApi, flags: FlagValues): Promise<string> {
  const all = flags.bool('all');
  const containers = await api.ContainerPrune();
  const networks = await api.NetworkPrune();
  const volumes = flags.bool('volumes') ? await api.VolumePrune() : { Deleted: [], SpaceReclaimed: 0 };
  const images = await api.ImagePrune({ dangling: [String(!all)] });
  const cache = await api.BuildPrune({ all });
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
