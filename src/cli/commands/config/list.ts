import type { Config } from '../../../api/swarm-types.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import { formatAge } from '../../format/age.ts';
import { formatLabels } from '../../format/labels.ts';
import type { ListFormat, RowFields } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { printList } from '../../format/print-list.ts';

const LAYOUT: ListFormat = {
  columns: ['ID', 'Name', 'CreatedAt', 'UpdatedAt'],
  headers: {
    CreatedAt: 'CREATED',
    ID: 'ID',
    Labels: 'LABELS',
    Name: 'NAME',
    UpdatedAt: 'UPDATED',
  },
  typeName: '*config.configContext',
};

/** @see docker/cli v28.2.2 cli/command/config/ls.go */
export async function runConfigList(context: CommandContext): Promise<number> {
  const { proc, flags, api } = context;
  const configs = await (await api()).ConfigList(toFilters(flags.list('filter')));
  const sorted = [...configs].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name));
  await printList(
    context,
    LAYOUT,
    sorted.map((config) => configFields(config, proc.now())),
  );
  return 0;
}

/** @see docker/cli v28.2.2 cli/command/config/formatter.go */
function configFields({ ID, CreatedAt, UpdatedAt, Spec }: Config, nowMs: number): RowFields {
  return {
    ID: () => ID,
    Name: () => Spec.Name,
    CreatedAt: () => formatAge(CreatedAt, nowMs),
    UpdatedAt: () => formatAge(UpdatedAt, nowMs),
    Labels: () => formatLabels(Spec.Labels),
    Label: (name: string) => Spec.Labels?.[name] ?? '',
  };
}
