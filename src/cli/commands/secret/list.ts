import type { Secret } from '../../../api/swarm-types.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import { formatAge } from '../../format/age.ts';
import { formatLabels } from '../../format/labels.ts';
import type { ListFormat, RowFields } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { printList } from '../../format/print-list.ts';

const LAYOUT: ListFormat = {
  columns: ['ID', 'Name', 'Driver', 'CreatedAt', 'UpdatedAt'],
  headers: {
    CreatedAt: 'CREATED',
    Driver: 'DRIVER',
    ID: 'ID',
    Labels: 'LABELS',
    Name: 'NAME',
    UpdatedAt: 'UPDATED',
  },
  typeName: '*secret.secretContext',
};

/** @see docker/cli v28.2.2 cli/command/secret/ls.go */
export async function runSecretList(context: CommandContext): Promise<number> {
  const { proc, flags, api } = context;
  const secrets = await (await api()).SecretList(toFilters(flags.list('filter')));
  const sorted = [...secrets].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name));
  await printList(
    context,
    LAYOUT,
    sorted.map((secret) => secretFields(secret, proc.now())),
  );
  return 0;
}

/** @see docker/cli v28.2.2 cli/command/secret/formatter.go */
function secretFields({ ID, CreatedAt, UpdatedAt, Spec }: Secret, nowMs: number): RowFields {
  return {
    ID: () => ID,
    Name: () => Spec.Name,
    Driver: () => Spec.Driver?.Name ?? '',
    CreatedAt: () => formatAge(CreatedAt, nowMs),
    UpdatedAt: () => formatAge(UpdatedAt, nowMs),
    Labels: () => formatLabels(Spec.Labels),
    Label: (name: string) => Spec.Labels?.[name] ?? '',
  };
}
