import { STORE_PATHS } from './glyphs.tsx';
import { cut } from './looks.ts';
import type { SceneNode } from './scene-types.ts';

/** What will be drawn here: the first things to see, with their names. */
export function GhostNode({ node }: { node: SceneNode }) {
  const { kind, x, y, width, height, slabs = [] } = node;
  const text = TEXTS[kind] ?? node.text;
  return (
    <g className="ghost" style={{ transform: `translate(${x}px, ${y}px)` }}>
      {kind === 'image' ? (
        slabs.map((slab) => <rect key={slab.y} y={slab.y + 16} width={width} height={slab.height} rx={1.5} />)
      ) : (
        <rect width={width} height={height} rx={6} />
      )}
      {kind === 'volume' && <path d={STORE_PATHS.volume} transform="translate(5 4)" />}
      {kind === 'image' ? (
        <text y={11}>{cut(text, width, 6.4)}</text>
      ) : (
        <text
          x={kind === 'volume' ? 27 : width / 2}
          y={height / 2 + 4}
          textAnchor={kind === 'volume' ? 'start' : 'middle'}
        >
          {cut(text, width, 6.4)}
        </text>
      )}
    </g>
  );
}

const TEXTS: Partial<Record<SceneNode['kind'], string>> = {
  container: 'containers stand here',
  port: 'a port',
  volume: 'a volume',
  image: 'an image',
};
