/** In `virtual` mode time jumps to the next timer when nothing can run; in `real` mode it follows the host's clock. */
export type TimeMode = 'virtual' | 'real';

/** A leap over the time in which nothing happens. */
export interface Leap {
  /** It ends here at the latest. */
  readonly untilMs: number;
  /** Looked at whenever a task has had its turn. */
  isOver(): boolean;
  onLanding(): void;
}
