import { useEffect, useRef, type RefObject } from 'react';
import { useWorkbench } from '../../hooks/workbench-context.ts';
import { mayMove } from '../motion.ts';
import { newRequests } from '../traffic.ts';
import type { Point, Scene } from './scene-types.ts';
import { lengthOf, pointAt, spotsOfScene, wayThrough } from './spots.ts';

/** Of one way at most so many of those that are told together. */
const OF_A_WAY = 12;
/** More dots than this are a cloud. */
const MOST_DOTS = 160;
/** Requests that are told together leave over this time: until the next are told. */
const TOLD_EVERY_MS = 150;
const LEAST_MS = 550;
const MOST_MS = 1300;
/** Units a millisecond. */
const PACE = 0.35;
const RADIUS = 4;

interface Flight {
  readonly line: readonly Point[];
  readonly beginMs: number;
  readonly durationMs: number;
  readonly colour: string;
}

interface RequestCanvasProps {
  readonly scene: Scene;
  readonly colours: ReadonlyMap<string, number>;
  /** What scrolls the picture beneath. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Requests as dots on their way, over the picture. Numbers on the ways say the same where nothing may move. */
export function RequestCanvas({ scene, colours, scroller }: RequestCanvasProps) {
  const { mirror } = useWorkbench();
  const canvas = useRef<HTMLCanvasElement>(null);
  const flights = useRef<Flight[]>([]);
  useEffect(() => {
    const spots = spotsOfScene(scene);
    let frame = 0;
    const draw = (nowMs: number): void => {
      const [paper, area] = [canvas.current, scroller.current];
      flights.current = flights.current.filter(({ beginMs, durationMs }) => nowMs < beginMs + durationMs);
      if (paper && area) drawFlights(paper, area, scene.scale, flights.current, nowMs);
      frame = flights.current.length > 0 ? requestAnimationFrame(draw) : 0;
    };
    if (flights.current.length > 0) frame = requestAnimationFrame(draw);
    const leave = mirror.subscribe((now, before) => {
      const paper = canvas.current;
      if (now.traffic === before.traffic || !paper || !mayMove()) return;
      const room = MOST_DOTS - flights.current.length;
      const requests = newRequests(before.traffic, now, OF_A_WAY).slice(0, Math.max(0, room));
      const style = getComputedStyle(paper);
      for (const [index, { spots: names, service = '' }] of requests.entries()) {
        const line = wayThrough(spots, names);
        if (!line) continue;
        const colour = colours.get(service);
        flights.current.push({
          line,
          beginMs: performance.now() + (index * TOLD_EVERY_MS) / requests.length,
          durationMs: Math.min(MOST_MS, Math.max(LEAST_MS, lengthOf(line) / PACE)),
          colour: style.getPropertyValue(colour === undefined ? '--signal' : `--layer-${'abcdef'[colour]}`),
        });
      }
      if (frame === 0 && flights.current.length > 0) frame = requestAnimationFrame(draw);
    });
    return () => {
      leave();
      cancelAnimationFrame(frame);
    };
  }, [mirror, scene, colours, scroller]);
  return <canvas ref={canvas} className="request-canvas" aria-hidden="true" />;
}

function drawFlights(
  paper: HTMLCanvasElement,
  area: HTMLElement,
  scale: number,
  flights: readonly Flight[],
  nowMs: number,
): void {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(area.clientWidth * ratio), Math.round(area.clientHeight * ratio)];
  if (paper.width !== width || paper.height !== height) Object.assign(paper, { width, height });
  const pen = paper.getContext('2d');
  if (!pen) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.setTransform(ratio * scale, 0, 0, ratio * scale, -area.scrollLeft * ratio, -area.scrollTop * ratio);
  for (const { line, beginMs, durationMs, colour } of flights) {
    if (nowMs < beginMs) continue;
    const { x, y } = pointAt(line, ease((nowMs - beginMs) / durationMs));
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, y, RADIUS, 0, 2 * Math.PI);
    pen.fill();
  }
}

/** Slow where it sets out and arrives. */
const ease = (share: number): number => share * share * (3 - 2 * share);
