import type { LessonHead } from '../lessons/lesson.ts';

/** What the index shows of each lesson, read from its front matter when the page is built (vite.config.ts). */
const HEADS = import.meta.glob<LessonHead>('../../lessons/*/*/lesson.md', {
  query: '?head',
  import: 'default',
  eager: true,
});

/** Every lesson there is, in the order of their folders. Loaded when the index is shown. */
export const LESSONS: readonly LessonHead[] = Object.keys(HEADS)
  .sort()
  .flatMap((path) => HEADS[path] ?? []);
