import type { CommandContext } from '../../command.ts';
import type { ListFormat } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { printList } from '../../format/print-list.ts';
import { NAMESPACE_LABEL } from './namespace.ts';

const LAYOUT: ListFormat = {
  columns: ['Name', 'Services'],
  headers: { Name: 'NAME', Services: 'SERVICES' },
  typeName: '*formatter.stackContext',
};

/** Prints the stacks there are, by the labels of services. @see docker/cli v28.2.2 cli/command/stack/list.go */
export async function runStackList(context: CommandContext): Promise<number> {
  const engine = await context.api();
  const services = await engine.ServiceList({ filters: { label: [NAMESPACE_LABEL] } });
  const counts = new Map<string, number>();
  for (const { Spec } of services) {
    const name = Spec.Labels[NAMESPACE_LABEL] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([a], [b]) => compareNatural(a, b))
    .map(([name, count]) => ({ Name: () => name, Services: () => String(count) }));
  await printList(context, LAYOUT, rows);
  return 0;
}
