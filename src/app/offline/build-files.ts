/** The files of one build, as the service worker finds them: paths below the page's own address. */
export interface BuildFiles {
  /** Another one for each build that differs. */
  readonly version: string;
  /** What the page begins with and all that is small: kept at once. `''` is the page itself. */
  readonly shell: readonly string[];
  /** The editor, languages and databases: kept when they are first used, or when the learner asks for all. */
  readonly rest: readonly string[];
}

/** What the page says to the service worker. */
export type ToOfflineWorker = 'take over' | 'keep all';

/** How far keeping everything has come. */
export interface KeepingAll {
  readonly done: number;
  readonly of: number;
  readonly failed?: true;
}
