import { memo } from 'react';
import type { TrafficPath } from '../../../world/mirror.ts';
import { useMirror } from '../../hooks/workbench-context.ts';
import { showSize } from '../../parts/show-amount.ts';
import { imageName } from '../layer-view.ts';
import { isAway, machineText, serviceText } from '../machine-text.ts';
import { requestsText } from '../traffic.ts';
import { Choosable, type NodeProps } from './choosable.tsx';
import { ContainerNode } from './container-node.tsx';
import { CLOUD, STORE_PATHS } from './glyphs.tsx';
import { cut, LABEL, TITLE } from './looks.ts';
import { groupName, groupText, plainName, portName } from './names.ts';
import type { SceneNode } from './scene-types.ts';

/** One thing of the picture: a button, wherever it stands. Drawn again only when it or its record is another. */
export const NodeView = memo(function NodeView(props: NodeProps) {
  switch (props.node.kind) {
    case 'machine':
      return <MachineNode {...props} />;
    case 'container':
      return <ContainerNode {...props} />;
    case 'group':
      return <GroupNode {...props} />;
    case 'image':
      return <ImageNode {...props} />;
    case 'service':
      return <ServiceNode {...props} />;
    case 'network':
      return <NetworkNode {...props} />;
    case 'port':
      return <PortNode {...props} />;
    case 'layers':
      return (
        <Choosable {...props} name={plainName(props.node)}>
          <Slabs node={props.node} className="slab slab-shared" />
        </Choosable>
      );
    case 'volume':
    case 'bind':
    case 'tally':
    case 'registry':
      return <PlainNode {...props} />;
  }
}, isSame);

/** Nodes are made anew with each layout, and mostly say the same. */
function isSame(a: NodeProps, b: NodeProps): boolean {
  if (a.isActive !== b.isActive || a.colour !== b.colour) return false;
  const [one, other] = [a.node, b.node];
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height &&
    one.cell === other.cell &&
    one.key === other.key &&
    one.text === other.text &&
    isSameList(one.members, other.members) &&
    isSameList(one.plugs ?? [], other.plugs ?? []) &&
    one.slabs?.length === other.slabs?.length
  );
}

const isSameList = <T,>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

function MachineNode(props: NodeProps) {
  const { node } = props;
  const record = useMirror((mirror) => mirror.machine.get(node.key));
  const member = useMirror((mirror) => mirror.node.get(record?.nodeId ?? ''));
  if (!record) return null;
  const state = machineText(record, member);
  const problems = [
    ...(record.diskFull ? ['disk full'] : []),
    ...(record.crashing.length > 0 ? ['an image crashes'] : []),
  ];
  const isCalm = state === 'on' && problems.length === 0;
  const said = [...(isCalm ? [record.address] : [state]), ...problems].join(' · ');
  const nameWidth = record.name.length * 8.4 + 22;
  return (
    <Choosable
      {...props}
      name={[`Machine ${record.name}`, state, ...problems].join(', ')}
      title={`Machine ${record.name}, ${record.address}`}
      className={isAway(record, member) || problems.length > 0 ? 'away' : ''}
      pressed={{ width: node.width, height: TITLE }}
    >
      <path className="machine-mark" d="M2 4 H16 V14 H2 Z M4.5 7 L7 9 L4.5 11 M8.5 11.5 H12" />
      <text className="machine-name" x={22} y={14}>
        {record.name}
      </text>
      <text className="aside" x={nameWidth + 4} y={14}>
        {cut(said, node.width - nameWidth - 6, 6.4)}
      </text>
      {!record.isOn && (
        <text className="aside" x={node.width / 2} y={TITLE + 21} textAnchor="middle">
          {node.width > 130 ? 'switched off' : 'off'}
        </text>
      )}
    </Choosable>
  );
}

function NetworkNode(props: NodeProps) {
  const { node } = props;
  const subnet = useMirror((mirror) => mirror.network.get(node.key)?.subnet ?? '');
  const label = node.text === '' ? 'no network' : node.text;
  const { indent = 8 } = node;
  const room = node.width - indent - 16 - label.length * 6.9;
  return (
    <Choosable {...props} name={plainName(node)} pressed={{ width: node.width, height: LABEL }}>
      <text className="network-name" x={indent} y={14}>
        {cut(label, node.width - indent - 4, 6.9)}
      </text>
      {room > subnet.length * 6.3 && (
        <text className="aside mono" x={node.width - 8} y={14} textAnchor="end">
          {subnet}
        </text>
      )}
    </Choosable>
  );
}

function GroupNode(props: NodeProps) {
  const { node, colour } = props;
  const label = useMirror((mirror) => groupName(mirror, node));
  const states = useMirror((mirror) => groupText(mirror, node.members));
  const isCalm = states === `${node.members.length} running`;
  const [name = '', count = ''] = label.split(' × ');
  const countWidth = count === '' ? 0 : (count.length + 2) * 7.4;
  return (
    <Choosable {...props} name={`${label}: ${states}. Opens up`} className={isCalm ? '' : 'mixed'}>
      <rect className="tile-back" x={3} y={-3} width={node.width - 6} height={6} rx={3} />
      <rect className="tile" width={node.width} height={node.height} rx={5} />
      {colour !== undefined && (
        <rect className={`stripe service-fill-${colour}`} width={4} height={node.height} rx={2} />
      )}
      <text className="mono" x={10} y={node.height / 2 + 4}>
        {cut(name, node.width - 18 - countWidth)}
      </text>
      {count !== '' && (
        <text className="mono strong" x={node.width - 8} y={node.height / 2 + 4} textAnchor="end">
          ×{count}
        </text>
      )}
    </Choosable>
  );
}

function PortNode(props: NodeProps) {
  const { node } = props;
  const requests = useMirror((mirror) => requestsByPort(mirror.traffic, node.machine, node.key));
  const asked = requests > 0 ? `, ${requestsText(requests)} so far` : '';
  return (
    <Choosable {...props} name={portName(node)} title={`${portName(node)}${asked}`}>
      <rect className="socket" width={node.width} height={node.height} rx={4} />
      <text className="mono strong" x={node.width / 2} y={13} textAnchor="middle">
        {node.text}
      </text>
    </Choosable>
  );
}

function requestsByPort(
  traffic: ReadonlyMap<string, { readonly paths: readonly TrafficPath[] }>,
  machine: string,
  asked: string,
): number {
  let sum = 0;
  for (const { paths } of traffic.values())
    for (const { entry, port, requests } of paths)
      if (entry === machine && String(port) === asked) sum += requests;
  return sum;
}

function ImageNode(props: NodeProps) {
  const { node } = props;
  const record = useMirror((mirror) => mirror.image.get(node.key));
  const name = record ? imageName(record) : node.text;
  const size = record ? showSize(record.sizeBytes) : '';
  return (
    <Choosable {...props} name={`Image ${name}, ${size}`}>
      <text className="mono image-name" x={0} y={11}>
        {cut(name.replace(/:latest$/, ''), node.width, 6.6)}
      </text>
      <g transform="translate(0 16)">
        <Slabs node={node} className="slab slab-own" />
      </g>
    </Choosable>
  );
}

/** Layers on each other, the newest at the top. */
function Slabs({ node: { slabs = [], width }, className }: { node: SceneNode; className: string }) {
  return slabs.map(({ y, height }) => (
    <rect key={y} className={className} y={y} width={width} height={height} rx={Math.min(1.5, height / 2)} />
  ));
}

function ServiceNode(props: NodeProps) {
  const { node, colour = 0 } = props;
  const record = useMirror((mirror) => mirror.service.get(node.key));
  if (!record) return null;
  const { running, desired } = record;
  const count = `${running}/${desired}`;
  return (
    <Choosable
      {...props}
      name={`Service ${node.text}, ${serviceText(record)}`}
      className={running === desired ? '' : 'behind'}
    >
      <rect className="tile" width={node.width} height={node.height} rx={13} />
      <circle className={`service-fill-${colour}`} cx={14} cy={13} r={5} />
      <text className="mono" x={25} y={17}>
        {cut(node.text, node.width - 40 - count.length * 7.4)}
      </text>
      <text className="mono strong count" x={node.width - 12} y={17} textAnchor="end">
        {count}
      </text>
    </Choosable>
  );
}

const ICONS = { ...STORE_PATHS, registry: CLOUD, tally: '' } as const;

/** A volume, a folder, a registry, a count: a mark and a name. */
function PlainNode(props: NodeProps) {
  const { node } = props;
  const icon = ICONS[node.kind as keyof typeof ICONS];
  const left = icon === '' ? 10 : 26;
  return (
    <Choosable {...props} name={plainName(node)}>
      <rect className="tile" width={node.width} height={node.height} rx={5} />
      {icon !== '' && <path className="icon" d={icon} transform={`translate(5 ${node.height / 2 - 8})`} />}
      <text
        className={node.kind === 'tally' || node.kind === 'registry' ? 'plain' : 'mono'}
        x={left}
        y={node.height / 2 + 4}
      >
        {cut(node.text, node.width - left - 4, node.kind === 'tally' ? 6.6 : undefined)}
      </text>
    </Choosable>
  );
}
