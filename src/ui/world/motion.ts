import { isStill } from '../theme/stillness.ts';

/** Whether something may move now: somebody looks, and has not asked for stillness. */
export function mayMove(): boolean {
  return !document.hidden && !isStill();
}
