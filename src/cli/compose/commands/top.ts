import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { LABEL } from '../labels.ts';
import { canonicalName, serviceOf } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

/** Prints the processes of running containers, a table of all. @see docker/compose v2.36.2 cmd/compose/top.go */
export async function runTop(context: ComposeContext): Promise<number> {
  const { proc, args, api } = context;
  const { name } = await projectOrName(context, []);
  const engine = await api();
  const containers = await observe(engine, name, { all: false, oneOff: 'include', services: args });
  containers.sort((a, b) => (canonicalName(a) < canonicalName(b) ? -1 : 1));
  const titles = ['SERVICE', '#'];
  const entries: Record<string, string>[] = [];
  for (const container of containers) {
    const { Titles, Processes } = await engine.ContainerTop(container.Id);
    for (const title of Titles) if (!titles.includes(title)) titles.push(title);
    for (const row of Processes)
      entries.push({
        SERVICE: serviceOf(container),
        '#': container.Labels[LABEL.number] ?? '',
        ...Object.fromEntries(Titles.map((title, index) => [title, row[index] ?? ''])),
      });
  }
  const columns = [
    ...titles.filter((title) => title !== 'CMD'),
    ...titles.filter((title) => title === 'CMD'),
  ];
  const rows = [columns, ...entries.map((entry) => columns.map((title) => entry[title] ?? '-'))];
  if (entries.length > 0) await proc.out(table(rows));
  return 0;
}

/** As wide as its text and two blanks, four at least. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(4, ...rows.map((row) => (row[index] ?? '').length + 2)),
  );
  return rows
    .map((row) => {
      const cells = row.map((cell, index) =>
        index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0),
      );
      return `${cells.join('')}\n`;
    })
    .join('');
}
