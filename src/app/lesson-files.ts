import { parseLesson, type Lesson } from '../lessons/lesson.ts';

const TEXTS = import.meta.glob<string>('../../lessons/*/*/lesson.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const FILES = import.meta.glob<string>('../../lessons/*/*/files/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const ROOT = '../../lessons/';

/** Every lesson of the repository's `lessons/`, in the order of their folders. @throws LessonError */
export function readLessons(): Lesson[] {
  return Object.keys(TEXTS)
    .sort()
    .map((path) => {
      const folder = path.slice(0, -'lesson.md'.length);
      return parseLesson(folder.slice(ROOT.length, -1), TEXTS[path] ?? '', filesBelow(`${folder}files/`));
    });
}

function filesBelow(prefix: string): Record<string, string> {
  const found = Object.entries(FILES).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(found.map(([path, text]) => [path.slice(prefix.length), text]));
}
