import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { toFilters } from '../../command.ts';
import { formatTable } from '../../format/table.ts';
import type { ComposeContext } from '../compose-command.ts';

const PROJECT_LABEL = 'com.docker.compose.project';
const FILES_LABEL = 'com.docker.compose.project.config_files';

interface ListedProject {
  readonly Name: string;
  readonly Status: string;
  readonly ConfigFiles: string;
}

/** Lists the projects that have containers, by their labels. @see docker/compose v2.36.2 cmd/compose/list.go, pkg/compose/ls.go */
export async function runList({ proc, flags, api }: ComposeContext): Promise<number> {
  const format = flags.string('format') ?? 'table';
  if (format !== 'table' && format !== 'json')
    throw new CliError(`format value ${JSON.stringify(format)} could not be parsed: parsing failed`);
  const names = namePatterns(flags.list('filter'));
  const engine = await api();
  const filters = { label: [PROJECT_LABEL, 'com.docker.compose.config-hash'] };
  const containers = await engine.ContainerList({ all: flags.bool('all'), filters });
  const projects = projectsOf(containers).filter(({ Name }) => names.every((pattern) => pattern.test(Name)));
  if (flags.bool('quiet')) await proc.out(projects.map(({ Name }) => `${Name}\n`).join(''));
  else if (format === 'json') await proc.out(`${JSON.stringify(projects)}\n`);
  else await proc.out(table(projects));
  return 0;
}

/** @throws CliError for another filter than `name` */
function namePatterns(given: readonly string[]): RegExp[] {
  const { name = [], ...others } = toFilters(given);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new CliError(`invalid filter '${other}'`);
  return name.map((pattern) => new RegExp(pattern));
}

function projectsOf(containers: readonly ContainerSummary[]): ListedProject[] {
  const byName = new Map<string, ContainerSummary[]>();
  for (const container of containers) {
    const name = container.Labels[PROJECT_LABEL] ?? '';
    byName.set(name, [...(byName.get(name) ?? []), container]);
  }
  return [...byName.keys()].sort().map((name) => {
    const own = byName.get(name) ?? [];
    const files = new Set(own.flatMap(({ Labels }) => (Labels[FILES_LABEL] ?? '').split(',')));
    return { Name: name, Status: statusOf(own), ConfigFiles: [...files].join(',') || 'N/A' };
  });
}

/** `exited(1), running(2)` */
function statusOf(containers: readonly ContainerSummary[]): string {
  const counts = new Map<string, number>();
  for (const { State } of containers) counts.set(State, (counts.get(State) ?? 0) + 1);
  return [...counts.keys()]
    .sort()
    .map((state) => `${state}(${counts.get(state) ?? 0})`)
    .join(', ');
}

function table(projects: readonly ListedProject[]): string {
  const rows = projects.map(({ Name, Status, ConfigFiles }) => [Name, Status, ConfigFiles]);
  return formatTable([['NAME', 'STATUS', 'CONFIG FILES'], ...rows], 20);
}
