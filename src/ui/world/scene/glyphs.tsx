import type { ContainerRecord } from '../../../world/mirror.ts';

type Shape = 'run' | 'check' | 'alarm' | 'wait' | 'pause' | 'again' | 'done' | 'cross' | 'new';

/** A state has a shape as well as a colour. */
export function shapeOf({ state, health, exitCode }: ContainerRecord): Shape {
  switch (state) {
    case 'running':
      return health === 'none' ? 'run' : HEALTH[health];
    case 'paused':
      return 'pause';
    case 'restarting':
      return 'again';
    case 'exited':
      return exitCode === 0 ? 'done' : 'cross';
    case 'dead':
      return 'cross';
    case 'created':
    case 'removing':
      return 'new';
  }
}

const HEALTH = { starting: 'wait', healthy: 'check', unhealthy: 'alarm' } as const;

/** In a square of 12. */
const PATHS: Readonly<Record<Shape, string>> = {
  run: 'M3 1.5 L11 6 L3 10.5 Z',
  check: 'M6 0.5 A5.5 5.5 0 1 1 5.99 0.5 Z M3 6.2 L5.2 8.4 L9.2 3.8',
  alarm: 'M6 0.5 L11.8 11 H0.2 Z M6 4 V7.4 M6 9 V9.6',
  wait: 'M6 1 A5 5 0 1 1 5.99 1 M6 3 V6 L8 7.5',
  pause: 'M2.5 1.5 H5 V10.5 H2.5 Z M7 1.5 H9.5 V10.5 H7 Z',
  again: 'M10.5 6 A4.5 4.5 0 1 1 8.6 2.3 M8.8 0 V2.8 H6',
  done: 'M2 2 H10 V10 H2 Z',
  cross: 'M2 2 L10 10 M10 2 L2 10',
  new: 'M6 1.5 A4.5 4.5 0 1 1 5.99 1.5',
};
const FILLED = new Set<Shape>(['run', 'check', 'alarm', 'pause']);

/** The mark of a state, its middle at a point. */
export function StateMark({ shape, x, y, size = 12 }: { shape: Shape; x: number; y: number; size?: number }) {
  const isOpen = shape === 'check' || shape === 'alarm';
  const [outer = '', ...inner] = isOpen ? PATHS[shape].split(/(?<=Z) /) : [PATHS[shape]];
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 12})`} aria-hidden="true">
      <path d={outer} className={FILLED.has(shape) ? 'mark mark-filled' : `mark mark-${shape}`} />
      {inner.length > 0 && <path d={inner.join(' ')} className="mark-inner" />}
    </g>
  );
}

/** A volume is a cylinder, a folder of the machine a folder; both in a square of 16. */
export const STORE_PATHS = {
  volume: 'M2 4 A6 2.4 0 0 1 14 4 V12 A6 2.4 0 0 1 2 12 Z M2 4 A6 2.4 0 0 0 14 4',
  bind: 'M1.5 3.5 H6 L7.5 5 H14.5 V13 H1.5 Z',
} as const;
export const CLOUD = 'M4.5 13 H12 A3 3 0 0 0 12.4 7 A4.4 4.4 0 0 0 4 6.4 A3.3 3.3 0 0 0 4.5 13 Z';
