import { useMemo, useRef, type PointerEvent, type RefObject } from 'react';

/** A hand that shakes does not drag. */
const SHAKE = 4;

/** Drags what is scrolled. `wasDrag` tells of the click that follows whether it only ended a drag. */
export function usePan(scroller: RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | undefined>(undefined);
  const dragged = useRef(false);
  return useMemo(
    () => ({
      wasDrag: (): boolean => dragged.current,
      handlers: {
        onPointerDown: ({ button, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
          const area = scroller.current;
          dragged.current = false;
          // Fingers scroll by themselves.
          if (!area || button !== 0 || pointerType === 'touch') return;
          from.current = { x, y, left: area.scrollLeft, top: area.scrollTop };
        },
        onPointerMove: ({ buttons, clientX, clientY }: PointerEvent): void => {
          const begin = from.current;
          if (!begin || buttons === 0) return;
          const [dx, dy] = [clientX - begin.x, clientY - begin.y];
          if (!dragged.current && Math.hypot(dx, dy) < SHAKE) return;
          dragged.current = true;
          scroller.current?.scrollTo(begin.left - dx, begin.top - dy);
        },
        onPointerUp: (): void => {
          from.current = undefined;
        },
        onPointerLeave: (): void => {
          from.current = undefined;
        },
      },
    }),
    [scroller],
  );
}
