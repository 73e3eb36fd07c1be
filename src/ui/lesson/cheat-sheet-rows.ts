import type { LessonHead } from '../../lessons/lesson.ts';
import type { LessonMarks } from '../../state/lesson-progress.ts';

export interface CheatSheetPart {
  readonly part: string;
  /** A command, and the lesson in which it was met first. */
  readonly rows: readonly { readonly command: string; readonly lesson: LessonHead }[];
}

/** The commands of the lessons that were begun, by part; each command once. */
export function cheatSheet(lessons: readonly LessonHead[], marks: LessonMarks): CheatSheetPart[] {
  const seen = new Set<string>();
  const parts = new Map<string, CheatSheetPart['rows'][number][]>();
  for (const lesson of lessons) {
    if ((marks[lesson.id]?.steps ?? 0) === 0) continue;
    for (const command of lesson.commands) {
      if (seen.has(command)) continue;
      seen.add(command);
      parts.set(lesson.part, [...(parts.get(lesson.part) ?? []), { command, lesson }]);
    }
  }
  return [...parts].map(([part, rows]) => ({ part, rows }));
}

/** As plain text, to be kept or printed. */
export function cheatSheetText(parts: readonly CheatSheetPart[]): string {
  const width = Math.max(0, ...parts.flatMap(({ rows }) => rows.map(({ command }) => command.length)));
  return parts
    .map(({ part, rows }) =>
      [part, ...rows.map(({ command, lesson }) => `  ${command.padEnd(width)}  ${lesson.title}`)].join('\n'),
    ) // prettier-ignore
    .join('\n\n');
}
