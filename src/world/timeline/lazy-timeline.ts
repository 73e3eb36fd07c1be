import type { WorldChange } from '../mirror.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import type { TimelineKeeper } from './timeline-keeper.ts';

/** A timeline whose code loads beside the world's start. What is told to it before is told in its order. */
export class LazyTimeline {
  readonly keeper: Promise<TimelineKeeper>;

  constructor(start: WorldSnapshot, label: string, tell: (changes: WorldChange[]) => void) {
    this.keeper = import('./timeline-keeper.ts').then(
      ({ TimelineKeeper }) => new TimelineKeeper(start, label, tell),
    );
  }

  /** Where its code could not be loaded there is no timeline, and all else goes on. */
  tell(action: (keeper: TimelineKeeper) => void): void {
    this.keeper.then(action, () => undefined);
  }
}
