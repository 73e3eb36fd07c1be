/** Only the keys are used: the texts stay in the worker, which answers the query `lesson`. */
const LESSONS = import.meta.glob('../../lessons/*/*/lesson.md', { query: '?raw' });

/** The ids of the lessons there are, in order: `01-first-steps/01-run-build-publish`. */
export const LESSON_IDS: readonly string[] = Object.keys(LESSONS)
  .sort()
  .map((path) => path.slice('../../lessons/'.length, -'/lesson.md'.length));
