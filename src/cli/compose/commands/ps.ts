import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { CONTAINER_HEADERS, containerFields } from '../../commands/container/container-fields.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { LABEL } from '../labels.ts';
import { canonicalName, serviceOf } from '../names.ts';
import { projectOrName } from '../project-or-name.ts';

const LAYOUT = {
  columns: ['Name', 'Image', 'Command', 'Service', 'RunningFor', 'Status', 'Ports'],
  headers: { ...CONTAINER_HEADERS, ID: 'CONTAINER ID', Name: 'NAME', Project: 'PROJECT', Service: 'SERVICE' },
  json: [
    'Command',
    'CreatedAt',
    'ExitCode',
    'Health',
    'ID',
    'Image',
    'Labels',
    'LocalVolumes',
    'Mounts',
    'Name',
    'Names',
    'Networks',
    'Ports',
    'Project',
    'Publishers',
    'RunningFor',
    'Service',
    'Size',
    'State',
    'Status',
  ],
  typeName: '*formatter.ContainerContext',
};

/** Lists the containers of a project, by name. @see docker/compose v2.36.2 cmd/compose/ps.go, cmd/formatter/container.go */
export async function runPs(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const states = wantedStates(flags);
  const { name, project } = await projectOrName(context, args);
  const known = Object.keys(project?.services ?? {});
  const unknown = project && args.find((service) => !known.includes(service));
  if (unknown !== undefined) throw new CliError(`no such service: ${unknown}`);
  const onlyKnown = project && flags.has('orphans') && !flags.bool('orphans');
  const services = args.length === 0 && onlyKnown ? known : args;
  const all = flags.bool('all') || states.length > 0;
  const containers = await observe(await api(), name, { all, oneOff: all ? 'include' : 'exclude', services });
  const shown = containers
    .filter(({ State }) => states.length === 0 || states.includes(State))
    .sort((a, b) => (canonicalName(a) < canonicalName(b) ? -1 : 1));
  await proc.out(format(context, shown));
  return 0;
}

/** @throws CliError for another filter */
function wantedStates(flags: FlagValues): string[] {
  const filter = flags.string('filter');
  const states = [...flags.list('status')];
  if (!filter) return states;
  const [key = '', value = ''] = filter.split('=');
  if (!filter.includes('=')) throw new CliError('arguments to --filter should be in form KEY=VAL');
  if (key === 'source') throw new CliError('not implemented');
  if (key !== 'status') throw new CliError(`unknown filter ${key}`);
  return [...states, value];
}

function format({ proc, flags }: ComposeContext, containers: readonly ContainerSummary[]): string {
  if (flags.bool('quiet')) return containers.map(({ Id }) => `${Id}\n`).join('');
  if (flags.bool('services')) return `${[...new Set(containers.map(serviceOf))].join('\n')}\n`;
  const rows = containers.map((container) => rowFields(container, proc.now(), flags.bool('no-trunc')));
  return formatList(flags.string('format') || psFormat(proc.files, proc.env.get('HOME')), LAYOUT, rows);
}

/** What the client's configuration says, `psFormat`. */
function psFormat(files: ComposeContext['proc']['files'], home = '/root'): string | undefined {
  const path = `${home}/.docker/config.json`;
  if (!files.exists(path)) return undefined;
  try {
    const { psFormat: format } = JSON.parse(files.readText(path)) as { psFormat?: string };
    return format;
  } catch {
    return undefined;
  }
}

function rowFields(container: ContainerSummary, nowMs: number, full: boolean): RowFields {
  const [, code] = /^Exited \((\d+)\)/.exec(container.Status) ?? [];
  const [, health] = /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(container.Status) ?? [];
  return {
    ...containerFields(container, nowMs, full),
    Name: () => canonicalName(container),
    Image: () => container.Image,
    Service: () => serviceOf(container),
    Project: () => container.Labels[LABEL.project] ?? '',
    ExitCode: () => Number(code ?? 0),
    Health: () => health ?? '',
    Publishers: () =>
      container.Ports.map(({ IP = '', PrivatePort, PublicPort = 0, Type }) => ({
        URL: IP,
        TargetPort: PrivatePort,
        PublishedPort: PublicPort,
        Protocol: Type,
      })),
  };
}
