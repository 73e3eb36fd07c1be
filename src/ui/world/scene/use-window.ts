import { useEffect, useState, type RefObject } from 'react';
import type { Box } from './scene-types.ts';

/** What shows is widened to whole steps, so that a little scrolling draws nothing anew. */
const STEP = 240;

/** The part of the picture that shows and what is next to it, in units. */
export function useWindow(scroller: RefObject<HTMLElement | null>, scale: number): Box {
  const [box, setBox] = useState<Box>({ x: 0, y: 0, width: 2000, height: 2000 });
  useEffect(() => {
    const area = scroller.current;
    if (!area) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = area;
      const x = Math.floor(scrollLeft / scale / STEP - 0.5) * STEP;
      const y = Math.floor(scrollTop / scale / STEP - 0.5) * STEP;
      const width = Math.ceil(clientWidth / scale / STEP + 2) * STEP;
      const height = Math.ceil(clientHeight / scale / STEP + 2) * STEP;
      setBox((now) =>
        now.x === x && now.y === y && now.width === width && now.height === height
          ? now
          : { x, y, width, height },
      );
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    area.addEventListener('scroll', soon, { passive: true });
    const observer = new ResizeObserver(soon);
    observer.observe(area);
    return () => {
      area.removeEventListener('scroll', soon);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [scroller, scale]);
  return box;
}

export const isIn = (window: Box, { x, y, width, height }: Box): boolean =>
  x + width >= window.x &&
  x <= window.x + window.width &&
  y + height >= window.y &&
  y <= window.y + window.height;
