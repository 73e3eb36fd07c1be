import { useMemo } from 'react';
import { useMirror, useWorkbench } from '../../hooks/workbench-context.ts';
import { requestsText, spotsOf } from '../traffic.ts';
import type { Point, Scene } from './scene-types.ts';
import { pointAt, spotsOfScene, wayThrough, type Spots } from './spots.ts';
import type { Mirror } from '../../../state/mirror-store.ts';

/** More ways than this, and none can be told from another. */
const MOST = 40;

interface Way {
  readonly key: string;
  readonly line: readonly Point[];
  readonly requests: number;
  /** From one container to another: there is no wire, the way itself is drawn. */
  readonly isInside: boolean;
}

/** Ways between containers on which requests came; with numbers on all ways where dots may not move. */
export function Ways({ scene, hasNumbers }: { scene: Scene; hasNumbers: boolean }) {
  const { mirror } = useWorkbench();
  const traffic = useMirror((state) => state.traffic);
  const spots = useMemo(() => spotsOfScene(scene), [scene]);
  if (traffic.size === 0) return null;
  const ways = waysOf(mirror.getState(), spots);
  return (
    <g aria-hidden="true">
      {ways.map(({ key, line, requests, isInside }) => (
        <g key={key}>
          {isInside && <path className="way" d={`M${line.map(({ x, y }) => `${x} ${y}`).join(' L')}`} />}
          {hasNumbers && <WayNumber line={line} requests={requests} />}
        </g>
      ))}
    </g>
  );
}

function WayNumber({ line, requests }: { line: readonly Point[]; requests: number }) {
  const { x, y } = pointAt(line, 0.5);
  const text = String(requests);
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{requestsText(requests)}</title>
      <rect
        className="way-number"
        x={-text.length * 3.6 - 4}
        y={-8}
        width={text.length * 7.2 + 8}
        height={16}
        rx={8}
      />
      <text className="mono strong" y={4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

function waysOf(mirror: Mirror, spots: Spots): Way[] {
  const ways = new Map<string, Way>();
  for (const record of mirror.traffic.values())
    for (const path of record.paths) {
      const names = spotsOf(mirror, record, path);
      const passed = names.flatMap((each) => spots.find(each)?.id ?? []);
      const key = passed.join(' ');
      const line = wayThrough(spots, names);
      if (!line) continue;
      const requests = (ways.get(key)?.requests ?? 0) + path.requests;
      ways.set(key, {
        key,
        line,
        requests,
        isInside: path.entry === '' && !passed[0]?.startsWith('machine:'),
      });
      if (ways.size >= MOST) return [...ways.values()];
    }
  return [...ways.values()];
}
