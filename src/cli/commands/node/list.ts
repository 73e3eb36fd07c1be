import type { Node } from '../../../api/swarm-types.ts';
import type { SystemInfo } from '../../../api/system-types.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import type { ListFormat, RowFields } from '../../format/list-format.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { prettyPrint } from '../../format/pretty-print.ts';
import { printList } from '../../format/print-list.ts';

const LAYOUT: ListFormat = {
  columns: [],
  source:
    '{{.ID}} {{if .Self}}*{{else}} {{end}}\t{{.Hostname}}\t{{.Status}}\t{{.Availability}}\t{{.ManagerStatus}}\t{{.EngineVersion}}',
  headers: {
    Availability: 'AVAILABILITY',
    EngineVersion: 'ENGINE VERSION',
    Hostname: 'HOSTNAME',
    ID: 'ID',
    ManagerStatus: 'MANAGER STATUS',
    Self: '',
    Status: 'STATUS',
    TLSStatus: 'TLS STATUS',
  },
  named: {
    raw: 'node_id: {{.ID}}\nhostname: {{.Hostname}}\nstatus: {{.Status}}\navailability: {{.Availability}}\nmanager_status: {{.ManagerStatus}}\n',
  },
  typeName: '*node.nodeContext',
};

/** Prints the nodes of the swarm; a star marks the one that was asked. @see docker/cli v28.2.2 cli/command/node/list.go */
export async function runNodeList(context: CommandContext): Promise<number> {
  const { flags, api } = context;
  const engine = await api();
  const nodes = [...(await engine.NodeList(toFilters(flags.list('filter'))))].sort((a, b) =>
    compareNatural(a.Description.Hostname, b.Description.Hostname),
  );
  const needsInfo = nodes.length > 0 && !flags.bool('quiet');
  const swarm = needsInfo ? (await engine.SystemInfo()).Swarm : undefined;
  await printList(
    context,
    LAYOUT,
    nodes.map((node) => nodeFields(node, swarm)),
  );
  return 0;
}

/** @see docker/cli v28.2.2 cli/command/node/formatter.go */
function nodeFields(node: Node, swarm: SystemInfo['Swarm'] | undefined): RowFields {
  const { ManagerStatus: manager } = node;
  return {
    ID: () => node.ID,
    Self: () => node.ID === swarm?.NodeID,
    Hostname: () => node.Description.Hostname,
    Status: () => prettyPrint(node.Status.State),
    Availability: () => prettyPrint(node.Spec.Availability),
    ManagerStatus: () => prettyPrint(manager?.Leader ? 'leader' : (manager?.Reachability ?? '')),
    EngineVersion: () => node.Description.Engine.EngineVersion,
    TLSStatus: () => tlsStatus(node, swarm),
  };
}

/** Whether its certificate comes from the authority that the swarm has now. */
function tlsStatus(node: Node, swarm: SystemInfo['Swarm'] | undefined): string {
  const [wanted, own] = [swarm?.Cluster?.TLSInfo ?? {}, node.Description.TLSInfo];
  if (Object.keys(wanted).length === 0 || Object.keys(own).length === 0) return 'Unknown';
  return Object.entries(wanted).every(([key, value]) => own[key] === value) ? 'Ready' : 'Needs Rotation';
}
