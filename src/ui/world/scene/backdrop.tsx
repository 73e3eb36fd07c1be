import { memo, useContext } from 'react';
import { useStore } from 'zustand';
import { useMirror } from '../../hooks/workbench-context.ts';
import { isAway } from '../machine-text.ts';
import { LitContext } from './lit.ts';
import { SOCKET, TITLE } from './looks.ts';
import type { Point, Scene, SceneNode, Wire } from './scene-types.ts';

/** What lies under everything: boxes of machines, areas of networks, and all wires. */
export const Backdrop = memo(function Backdrop({ scene: { nodes, wires } }: { scene: Scene }) {
  const kinds = ['port', 'mount', 'network'] as const;
  return (
    <g aria-hidden="true">
      {nodes
        .filter(({ kind }) => kind === 'machine')
        .map((node) => (
          <MachineFrame key={node.id} node={node} hasSockets={hasSockets(nodes, node)} />
        ))}
      {nodes
        .filter(({ kind }) => kind === 'network')
        .map(({ id, x, y, width, height }) => (
          <rect key={id} className="area" {...{ x, y, width, height }} rx={6} />
        ))}
      {kinds.map((kind) => {
        const own = wires.filter((wire) => wire.kind === kind);
        return (
          own.length > 0 && <path key={kind} className={`wire wire-${kind}`} d={own.map(pathOf).join('')} />
        );
      })}
      {wires
        .filter(({ kind }) => kind === 'network')
        .map((wire) => {
          const end = wire.points.at(-1);
          return end && <circle key={pathOf(wire)} className="joint" cx={end.x} cy={end.y} r={3.5} />;
        })}
      <LitWires wires={wires} />
    </g>
  );
});

const hasSockets = (nodes: readonly SceneNode[], { machine }: SceneNode): boolean =>
  nodes.some((node) => node.kind === 'port' && node.machine === machine);

function MachineFrame({ node, hasSockets: below }: { node: SceneNode; hasSockets: boolean }) {
  const record = useMirror((mirror) => mirror.machine.get(node.key));
  const member = useMirror((mirror) => mirror.node.get(record?.nodeId ?? ''));
  const top = TITLE + (below ? SOCKET.height / 2 : 0);
  const { x, y, width, height } = node;
  return (
    <rect
      className={record && isAway(record, member) ? 'box box-away' : 'box'}
      {...{ x, width }}
      y={y + top}
      height={height - top}
      rx={9}
    />
  );
}

/** The wires of what is pointed at, once more and brighter. */
function LitWires({ wires }: { wires: readonly Wire[] }) {
  const { id } = useStore(useContext(LitContext));
  const own = wires.filter(({ from, to }) => from === id || to === id);
  return own.length > 0 && <path className="wire wire-lit" d={own.map(pathOf).join('')} />;
}

const CORNER = 4;

/** A line with round corners. */
function pathOf({ points, kind }: Wire): string {
  if (kind === 'network') return line(points);
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const [start, end] = [towards(point, before), towards(point, after)];
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

const line = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;

/** A little way from a point to another. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
