import { parseLesson, type Lesson } from '../lessons/lesson.ts';

type Load = () => Promise<string>;

const TEXTS = import.meta.glob<string>('../../lessons/*/*/lesson.md', { query: '?raw', import: 'default' });
const SOLUTIONS = import.meta.glob<string>('../../lessons/*/*/solution.sh', {
  query: '?raw',
  import: 'default',
});
// With the hidden ones: `.dockerignore`.
const FILES = import.meta.glob<string>(['../../lessons/*/*/files/**/*', '../../lessons/*/*/files/**/.*'], {
  query: '?raw',
  import: 'default',
});

const ROOT = '../../lessons/';

/** A lesson of the repository's `lessons/`; undefined where there is none. @throws LessonError */
export async function loadLesson(id: string): Promise<Lesson | undefined> {
  const folder = `${ROOT}${id}/`;
  const text = await TEXTS[`${folder}lesson.md`]?.();
  if (text === undefined) return undefined;
  const solution = (await SOLUTIONS[`${folder}solution.sh`]?.()) ?? '';
  return parseLesson(id, { text, solution, files: await filesBelow(`${folder}files/`) });
}

async function filesBelow(prefix: string): Promise<Record<string, string>> {
  const found = Object.entries(FILES).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(
    await Promise.all(
      found.map(async ([path, load]: [string, Load]) => [path.slice(prefix.length), await load()] as const),
    ),
  );
}
