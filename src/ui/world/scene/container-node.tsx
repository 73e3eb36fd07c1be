import type { ContainerRecord } from '../../../world/mirror.ts';
import { useMirror } from '../../hooks/workbench-context.ts';
import { shortName } from '../machine-text.ts';
import { stateText, stateTone } from '../state-text.ts';
import { requestsText } from '../traffic.ts';
import { StateMark, shapeOf } from './glyphs.tsx';
import { cut, cutName } from './looks.ts';
import { containerName } from './names.ts';
import { Choosable, type NodeProps } from './choosable.tsx';
import { plugY } from './wires.ts';

/** A container, as richly as there is room. */
export function ContainerNode(props: NodeProps) {
  const { node } = props;
  const record = useMirror((mirror) => mirror.container.get(node.key));
  const requests = useMirror((mirror) => mirror.traffic.get(record?.id ?? '')?.requests ?? 0);
  if (!record) return null;
  const name = containerName(record);
  const tone = stateTone(record);
  const isOver = !['running', 'paused', 'restarting'].includes(record.state);
  return (
    <Choosable
      {...props}
      name={requests > 0 ? `${name}, ${requestsText(requests)}` : name}
      title={`${name}\nimage ${record.image}`}
      className={`tone-${tone}${isOver ? ' over' : ''} cell-${node.cell ?? 'card'}`}
    >
      {node.cell === 'dot' ? (
        <Dot {...props} record={record} />
      ) : node.cell === 'name' ? (
        <Name {...props} record={record} />
      ) : node.cell === 'chip' ? (
        <Chip {...props} record={record} />
      ) : (
        <Card {...props} record={record} requests={requests} />
      )}
    </Choosable>
  );
}

type CellProps = NodeProps & { record: ContainerRecord };

/** Left of a card's text, where plugs are. */
const PLUG = 28;

function Card({ node, colour, record, requests }: CellProps & { requests: number }) {
  const { width, height, plugs = [] } = node;
  const left = plugs.length > 0 ? PLUG + 4 : 10;
  const image = record.image.replace(/:latest$/, '');
  const state = stateText(record);
  const count = requests > 0 ? String(requests) : '';
  const stateWidth = 18 + state.length * 6.4;
  const room = width - left - stateWidth - 16;
  return (
    <>
      <Frame width={width} height={height} colour={colour} />
      {plugs.map((port, index) => (
        <g key={port} transform={`translate(0 ${plugY({ y: 0, height }, plugs.length, index) - 6.5})`}>
          <rect className="plug" width={PLUG} height={13} rx={3} />
          <text className="plug-text" x={PLUG / 2} y={10} textAnchor="middle">
            {port}
          </text>
        </g>
      ))}
      <text className="container-name" x={left} y={18}>
        {cutName(shortName(record), width - left - 8 - count.length * 7, 7.9)}
      </text>
      {count !== '' && (
        <text className="aside mono" x={width - 8} y={17} textAnchor="end">
          {count}
        </text>
      )}
      <StateMark shape={shapeOf(record)} x={left + 6} y={32} size={11} />
      <text className="state" x={left + 16} y={36}>
        {cut(state, width - left - 20, 6.4)}
      </text>
      {room > 40 && (
        <text className="aside mono" x={width - 8} y={36} textAnchor="end">
          {cut(image, room, 6.4)}
        </text>
      )}
    </>
  );
}

function Chip({ node: { width, height, plugs = [] }, colour, record }: CellProps) {
  return (
    <>
      <Frame width={width} height={height} colour={colour} />
      {plugs.length > 0 && <circle className="plug" cx={0} cy={height / 2} r={3.5} />}
      <StateMark shape={shapeOf(record)} x={15} y={height / 2} size={11} />
      <text className="mono" x={25} y={height / 2 + 4}>
        {cutName(shortName(record), width - 30)}
      </text>
    </>
  );
}

/** As little as says which one it is. */
function Name({ node: { width, height }, colour, record }: CellProps) {
  return (
    <>
      <Frame width={width} height={height} colour={colour} isSmall />
      <StateMark shape={shapeOf(record)} x={9} y={height / 2} size={7} />
      <text className="mono brief" x={15} y={height / 2 + 3.7}>
        {cutName(shortName(record), width - 17, 6.4)}
      </text>
    </>
  );
}

function Dot({ node: { width, height }, colour, record }: CellProps) {
  return (
    <>
      <Frame width={width} height={height} colour={colour} isSmall />
      <StateMark shape={shapeOf(record)} x={width / 2} y={height / 2} size={9} />
    </>
  );
}

interface FrameProps {
  width: number;
  height: number;
  colour: number | undefined;
  isSmall?: boolean;
}

const Frame = ({ width, height, colour, isSmall = false }: FrameProps) => (
  <>
    <rect className="tile" width={width} height={height} rx={isSmall ? 3 : 6} />
    {colour !== undefined && (
      <rect className={`stripe service-fill-${colour}`} width={isSmall ? 2.5 : 4} height={height} rx={2} />
    )}
  </>
);
