import type { LessonHead } from '../../lessons/lesson.ts';

/** Lessons by part, in order: those in which every word of the query occurs. */
export function findLessons(
  lessons: readonly LessonHead[],
  query: string,
): { part: string; lessons: LessonHead[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const parts = new Map<string, LessonHead[]>();
  for (const lesson of lessons) {
    const { title, summary, part, commands, tags } = lesson;
    const text = [title, summary, part, ...commands, ...tags].join(' ').toLowerCase();
    if (words.every((word) => text.includes(word))) parts.set(part, [...(parts.get(part) ?? []), lesson]);
  }
  return [...parts].map(([part, found]) => ({ part, lessons: found }));
}

/** The lesson before and the one behind. */
export function neighboursOf(
  lessons: readonly LessonHead[],
  id: string,
): { previous: LessonHead | undefined; next: LessonHead | undefined } {
  const index = lessons.findIndex((lesson) => lesson.id === id);
  if (index < 0) return { previous: undefined, next: undefined };
  return { previous: lessons[index - 1], next: lessons[index + 1] };
}
