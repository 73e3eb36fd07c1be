import type { Task } from '../../../api/service-types.ts';
import { shownImage } from '../../format/shown-image.ts';
import { formatAge } from '../../format/age.ts';
import { formatList, type ListFormat, type RowFields } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { prettyPrint } from '../../format/pretty-print.ts';
import type { CommandContext } from '../../command.ts';
import { NameResolver } from './name-resolver.ts';

const LAYOUT: ListFormat = {
  columns: ['ID', 'Name', 'Image', 'Node', 'DesiredState', 'CurrentState', 'Error', 'Ports'],
  headers: {
    CurrentState: 'CURRENT STATE',
    DesiredState: 'DESIRED STATE',
    Error: 'ERROR',
    ID: 'ID',
    Image: 'IMAGE',
    Name: 'NAME',
    Node: 'NODE',
    Ports: 'PORTS',
  },
  named: {
    raw: 'id: {{.ID}}\nname: {{.Name}}\nimage: {{.Image}}\nnode: {{.Node}}\ndesired_state: {{.DesiredState}}\ncurrent_state: {{.CurrentState}}\nerror: {{.Error}}\nports: {{.Ports}}\n',
  },
  typeName: '*task.taskContext',
};

const SHORT_ID = 12;
const LONGEST_ERROR = 30;

interface NamedTask {
  readonly task: Task;
  readonly name: string;
  readonly node: string;
}

/**
 * Prints tasks, those of one place together and the newest first: in a table the older ones are set back.
 * @see docker/cli v28.2.2 cli/command/task/print.go
 */
export async function printTasks(
  { proc, flags, api }: CommandContext,
  tasks: readonly Task[],
  truncates = !flags.bool('no-trunc'),
): Promise<void> {
  const format = flags.string('format') || 'table';
  const isTable = format.startsWith('table');
  const named = await nameTasks(tasks, new NameResolver(await api(), !flags.bool('no-resolve')));
  const rows = named.map(({ name, ...rest }, index) => {
    const isOlder = isTable && index > 0 && named[index - 1]?.name === name;
    return taskFields({ ...rest, name: isOlder ? ` \\_ ${name}` : name }, proc.now(), truncates);
  });
  const shown = flags.bool('quiet') && format === 'table' ? '{{.ID}}' : format;
  await proc.out(formatList(shown, LAYOUT, rows));
}

/** `SERVICE.SLOT`, or `SERVICE.NODE` where a service has no slots. */
async function nameTasks(tasks: readonly Task[], resolver: NameResolver): Promise<NamedTask[]> {
  const named: NamedTask[] = [];
  for (const task of tasks) {
    const service = await resolver.service(task.ServiceID);
    const node = await resolver.node(task.NodeID ?? '');
    named.push({ task, node, name: `${service}.${task.Slot || (task.NodeID ?? '')}` });
  }
  return named.sort((a, b) =>
    a.name === b.name ? newestFirst(a.task, b.task) : compareNatural(a.name, b.name),
  );
}

/** Moments have the same shape, so that they compare as texts, beyond milliseconds. */
function newestFirst(a: Task, b: Task): number {
  const difference = Date.parse(b.CreatedAt) - Date.parse(a.CreatedAt);
  if (difference !== 0) return difference;
  if (a.CreatedAt === b.CreatedAt) return 0;
  return a.CreatedAt < b.CreatedAt ? 1 : -1;
}

/** @see docker/cli v28.2.2 cli/command/task/formatter.go */
function taskFields({ task, name, node }: NamedTask, nowMs: number, truncates: boolean): RowFields {
  const { Status: status } = task;
  const image = task.Spec.ContainerSpec?.Image ?? '';
  return {
    ID: () => (truncates ? task.ID.slice(0, SHORT_ID) : task.ID),
    Name: () => name,
    Image: () => (truncates ? shownImage(image) : image),
    Node: () => node,
    DesiredState: () => prettyPrint(task.DesiredState),
    CurrentState: () => `${prettyPrint(status.State)} ${formatAge(status.Timestamp, nowMs).toLowerCase()}`,
    Error: () => quoteError(status.Err ?? '', truncates),
    Ports: () =>
      (status.PortStatus.Ports ?? [])
        .map(({ PublishedPort = 0, TargetPort, Protocol }) => `*:${PublishedPort}->${TargetPort}/${Protocol}`)
        .join(','),
  };
}

function quoteError(text: string, truncates: boolean): string {
  const letters = [...text];
  const isLong = truncates && letters.length > LONGEST_ERROR;
  const shown = isLong ? `${letters.slice(0, LONGEST_ERROR - 1).join('')}…` : text;
  return shown === '' ? '' : `"${shown}"`;
}
