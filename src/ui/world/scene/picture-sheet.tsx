import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMedia } from '../../hooks/use-media.ts';
import { useServiceColours } from '../use-swarm.ts';
import { Backdrop } from './backdrop.tsx';
import { GhostNode } from './ghost-node.tsx';
import { createLitStore, LitContext, NOTHING_LIT } from './lit.ts';
import { RequestCanvas } from './request-canvas.tsx';
import { NodeView } from './scene-nodes.tsx';
import type { Pictured } from './scene-keeper.ts';
import type { SceneNode } from './scene-types.ts';
import { litBy, nodeByKey } from './steer.ts';
import { usePan } from './use-pan.ts';
import type { Zooming } from './use-sheet.ts';
import { isIn, useWindow } from './use-window.ts';
import { Ways } from './ways.tsx';

interface PictureSheetProps {
  readonly pictured: Pictured;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly zooming: Zooming;
  /** The node that is to have the focus once it is drawn. */
  readonly wanted: string | undefined;
  readonly onChoose: (node: SceneNode) => void;
}

/** More nodes than this do not glide to new places: it would cost more than it shows. */
const GLIDING = 120;

/** The drawing. One stop for Tab; arrow keys go from node to node, Enter chooses. */
export function PictureSheet({ pictured, scroller, zooming, wanted, onChoose }: PictureSheetProps) {
  const { scene, isGhost } = pictured;
  const { nodes, scale } = scene;
  const colours = useServiceColours();
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [lit] = useState(createLitStore);
  const [active, setActive] = useState<string>();
  const view = useWindow(scroller, scale);
  const pan = usePan(scroller);
  const sheet = useRef<SVGSVGElement>(null);
  const activeId = nodes.some(({ id }) => id === active) ? active : nodes[0]?.id;
  const shown = useMemo(
    () => nodes.filter((node) => node.id === activeId || isIn(view, node)),
    [nodes, view, activeId],
  );
  useWantedFocus(sheet, wanted, setActive, nodes);

  const byElement = (target: EventTarget): SceneNode | undefined => {
    const id = (target as Element).closest<SVGElement>('[data-node]')?.dataset.node;
    return nodes.find((node) => node.id === id);
  };
  const light = (node: SceneNode | undefined): void => {
    if (lit.getState().id !== node?.id)
      lit.setState(node ? { id: node.id, all: litBy(nodes, node.id) } : NOTHING_LIT, true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const node = byElement(event.target);
    if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = keyAct(event.key, node);
    if (!act) return;
    event.preventDefault();
    act();
  };
  const keyAct = (key: string, node: SceneNode): (() => void) | undefined => {
    if (key === 'Enter' || key === ' ') return () => onChoose(node);
    if (key === '+' || key === '=') return zooming.closer;
    if (key === '-') return zooming.further;
    if (key === '0') return zooming.fit;
    const next = nodeByKey(nodes, node, key);
    return next && (() => focusNode(sheet.current, next.id, setActive));
  };
  const isGliding = shown.length <= GLIDING && !isStill;
  return (
    <LitContext value={lit}>
      <div className="picture-over" aria-hidden="true">
        <RequestCanvas scene={scene} colours={colours} scroller={scroller} />
      </div>
      <svg
        ref={sheet}
        className={isGliding ? 'scene scene-gliding' : 'scene'}
        width={scene.width * scale}
        height={scene.height * scale}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        role="group"
        aria-label={
          isGhost
            ? 'Where things will be'
            : 'Machines and what is on them; arrow keys go from one to the next'
        }
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const node = pan.wasDrag() ? undefined : byElement(event.target);
          if (!node || isGhostly(pictured, node)) return;
          setActive(node.id);
          onChoose(node);
        }}
        onFocus={(event) => light(byElement(event.target))}
        onBlur={() => light(undefined)}
        onPointerOver={(event) => light(byElement(event.target))}
        {...pan.handlers}
        onPointerLeave={() => {
          pan.handlers.onPointerLeave();
          light(undefined);
        }}
      >
        <Backdrop scene={scene} />
        {!isGhost && <Ways scene={scene} hasNumbers={isStill} />}
        {shown.map((node) =>
          isGhostly(pictured, node) ? (
            <GhostNode key={node.id} node={node} />
          ) : (
            <NodeView
              key={node.id}
              node={node}
              isActive={node.id === activeId}
              colour={colours.get(node.kind === 'service' ? node.text : (node.service ?? ''))}
            />
          ),
        )}
      </svg>
    </LitContext>
  );
}

/** Of an empty world only what is there already can be chosen. */
const isGhostly = ({ isGhost }: Pictured, { kind }: SceneNode): boolean =>
  isGhost && !['machine', 'network', 'registry'].includes(kind);

/** Gives a node the focus, which brings it into view; it is drawn first where it was not. */
function focusNode(sheet: SVGSVGElement | null, id: string, setActive: (id: string) => void): void {
  setActive(id);
  requestAnimationFrame(() => sheet?.querySelector<SVGElement>(`[data-node="${CSS.escape(id)}"]`)?.focus());
}

function useWantedFocus(
  sheet: RefObject<SVGSVGElement | null>,
  wanted: string | undefined,
  setActive: (id: string) => void,
  nodes: readonly SceneNode[],
): void {
  const done = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (wanted === undefined || wanted === done.current || !nodes.some(({ id }) => id === wanted)) return;
    done.current = wanted;
    focusNode(sheet.current, wanted, setActive);
  }, [sheet, wanted, setActive, nodes]);
}
