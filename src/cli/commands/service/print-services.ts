import type { Service } from '../../../api/service-types.ts';
import { shownImage } from '../../format/shown-image.ts';
import type { CommandContext } from '../../command.ts';
import type { ListFormat, RowFields } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { printList } from '../../format/print-list.ts';
import { displayServicePorts } from './display-ports.ts';

const LAYOUT: ListFormat = {
  columns: ['ID', 'Name', 'Mode', 'Replicas', 'Image', 'Ports'],
  headers: {
    ID: 'ID',
    Image: 'IMAGE',
    Mode: 'MODE',
    Name: 'NAME',
    Ports: 'PORTS',
    Replicas: 'REPLICAS',
  },
  named: {
    raw: 'id: {{.ID}}\nname: {{.Name}}\nmode: {{.Mode}}\nreplicas: {{.Replicas}}\nimage: {{.Image}}\nports: {{.Ports}}\n',
  },
  typeName: '*service.serviceContext',
};

const SHORT_ID = 12;

/** Prints services by their names, as --format and --quiet say. @see docker/cli v28.2.2 cli/command/service/formatter.go */
export async function printServices(context: CommandContext, services: readonly Service[]): Promise<void> {
  const sorted = [...services].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name));
  await printList(context, LAYOUT, sorted.map(serviceFields));
}

function serviceFields(service: Service): RowFields {
  const { Spec: spec } = service;
  return {
    ID: () => service.ID.slice(0, SHORT_ID),
    Name: () => spec.Name,
    Mode: () => modeOf(service),
    Replicas: () => replicasOf(service),
    Image: () => shownImage(spec.TaskTemplate.ContainerSpec?.Image ?? ''),
    Ports: () => displayServicePorts(service.Endpoint.Ports ?? []),
  };
}

function modeOf({ Spec: { Mode: mode } }: Service): string {
  if (mode.Global) return 'global';
  if (mode.Replicated) return 'replicated';
  if (mode.ReplicatedJob) return 'replicated job';
  return mode.GlobalJob ? 'global job' : '';
}

/** How many run and how many should; of a job also how many have ended well. */
function replicasOf(service: Service): string {
  const {
    RunningTasks: running = 0,
    DesiredTasks: wanted = 0,
    CompletedTasks: completed = 0,
  } = service.ServiceStatus ?? {};
  const { Mode: mode, TaskTemplate: template } = service.Spec;
  const counts = `${running}/${wanted}`;
  if (mode.ReplicatedJob)
    return `${counts} (${completed}/${mode.ReplicatedJob.TotalCompletions ?? 0} completed)`;
  if (mode.GlobalJob) return `${counts} (${completed}/${wanted + completed} completed)`;
  const most = mode.Replicated ? template.Placement?.MaxReplicas : undefined;
  return most ? `${counts} (max ${most} per node)` : counts;
}
