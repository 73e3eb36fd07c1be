import { useEffect, useRef } from 'react';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { newRequests, type NewRequest } from './traffic.ts';
import { mayMove } from './motion.ts';

/** So many of one way at once; more would be a line. */
const OF_A_WAY = 2;
/** So many set out together. */
const AT_ONCE = 3;
/** So many are under way at all: each costs the browser something in every frame, and the list of requests counts all. */
const MOST_DOTS = 9;
const HOP_MS = 350;
/** Requests that are told together leave one after another. */
const GAP_MS = 60;

/** Requests as dots that move over the boxes, along the way they took. A picture only: the list of requests says the same in words. */
export function TrafficDots({ colours }: { colours: ReadonlyMap<string, number> }) {
  const { mirror } = useWorkbench();
  const layer = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      mirror.subscribe((now, before) => {
        if (now.traffic === before.traffic || !layer.current || !mayMove()) return;
        const requests = newRequests(before.traffic, now, OF_A_WAY).slice(0, AT_ONCE);
        for (const [index, request] of requests.entries())
          showRequest(layer.current, request, colours, index * GAP_MS);
      }),
    [mirror, colours],
  );
  return <div ref={layer} className="traffic-dots" aria-hidden="true" />;
}

function showRequest(
  layer: HTMLElement,
  { spots, service = '' }: NewRequest,
  colours: ReadonlyMap<string, number>,
  delay: number,
): void {
  const root = layer.parentElement;
  if (!root || layer.childElementCount >= MOST_DOTS) return;
  const points = spots.flatMap((names) => pointOf(root, names) ?? []);
  if (points.length < 2) return;
  const dot = document.createElement('span');
  const colour = colours.get(service);
  dot.className = `traffic-dot${colour === undefined ? '' : ` service-${colour}`}`;
  layer.append(dot);
  const frames = points.map(({ x, y }) => ({ transform: `translate(${x}px, ${y}px)` }));
  const moving = dot.animate(frames, { duration: HOP_MS * (points.length - 1), delay, fill: 'both' });
  moving.finished.catch(() => undefined).finally(() => dot.remove());
}

/** The middle of the first of these that is drawn. */
function pointOf(root: HTMLElement, names: readonly string[]): { x: number; y: number } | undefined {
  for (const name of names) {
    const spot = root.querySelector(`[data-spot="${CSS.escape(name)}"]`);
    if (!spot) continue;
    const [own, all] = [spot.getBoundingClientRect(), root.getBoundingClientRect()];
    return { x: own.x - all.x + own.width / 2, y: own.y - all.y + own.height / 2 };
  }
  return undefined;
}
