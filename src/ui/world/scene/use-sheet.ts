import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Sheet } from './layout-scene.ts';
import type { Point } from './scene-types.ts';

const MOST_ZOOM = 12;
const STEP = 1.5;
const NORMAL_REM = 16;

export interface Zooming {
  readonly zoom: number;
  readonly isMost: boolean;
  /** @param at what stays where it is, in pixels from the upper left of what shows; its middle unless given */
  readonly by: (factor: number, at?: Point) => void;
  readonly closer: () => void;
  readonly further: () => void;
  readonly fit: () => void;
}

/** A point of what shows, and which point of the whole sheet is there. */
interface Place {
  readonly at: Point;
  readonly share: Point;
}

function placeOf({ current: area }: RefObject<HTMLElement | null>, asked?: Point): Place | undefined {
  if (!area) return undefined;
  const at = asked ?? { x: area.clientWidth / 2, y: area.clientHeight / 2 };
  const x = (area.scrollLeft + at.x) / area.scrollWidth;
  const y = (area.scrollTop + at.y) / area.scrollHeight;
  return { at, share: { x, y } };
}

/** The sheet that the picture is laid out on: as large as what shows it, times the zoom. */
export function useSheet(scroller: RefObject<HTMLElement | null>, setSheet: (sheet: Sheet) => void): Zooming {
  const [zoom, setZoom] = useState(1);
  const stay = useRef<Place | undefined>(undefined);
  useLayoutEffect(() => {
    const area = scroller.current;
    if (!area) return undefined;
    const lay = (): void => {
      const { clientWidth: width, offsetHeight: height } = area;
      if (width < 50 || height < 50) return;
      const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / NORMAL_REM;
      setSheet({ width: width * zoom, height: height * zoom, unit, zoom });
    };
    lay();
    const observer = new ResizeObserver(lay);
    observer.observe(area);
    const looks = new MutationObserver(lay);
    looks.observe(document.documentElement, { attributeFilter: ['class'] });
    return () => {
      observer.disconnect();
      looks.disconnect();
    };
  }, [scroller, setSheet, zoom]);

  const by = useCallback(
    (factor: number, at?: Point): void => {
      stay.current = placeOf(scroller, at);
      setZoom((now) => Math.min(MOST_ZOOM, Math.max(1, now * factor)));
    },
    [scroller],
  );

  useEffect(() => {
    const area = scroller.current;
    const kept = stay.current;
    if (!area || !kept) return;
    stay.current = undefined;
    area.scrollTo(kept.share.x * area.scrollWidth - kept.at.x, kept.share.y * area.scrollHeight - kept.at.y);
  }, [scroller, zoom]);

  useEffect(() => {
    const area = scroller.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || !area) return;
      event.preventDefault();
      const { x, y } = area.getBoundingClientRect();
      by(event.deltaY < 0 ? 1.2 : 1 / 1.2, { x: event.clientX - x, y: event.clientY - y });
    };
    area?.addEventListener('wheel', onWheel, { passive: false });
    return () => area?.removeEventListener('wheel', onWheel);
  }, [scroller, by]);

  return {
    zoom,
    isMost: zoom >= MOST_ZOOM,
    by,
    closer: useCallback(() => by(STEP), [by]),
    further: useCallback(() => by(1 / STEP), [by]),
    fit: useCallback(() => setZoom(1), []),
  };
}
